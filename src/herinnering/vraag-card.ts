import type { Status, Trekker } from '../actie/actie.ts';
import { actieLine, actieNote, standVan } from '../actie/actie-card.ts';
import { rondeButton } from '../actie/ronde-card.ts';
import type { Als } from '../bereikbaar/ontvanger.ts';
import type { Button, Card, Element } from '../chat/card.ts';
import type { Soort } from './herinnering.ts';
import { type About, beginOf } from './herinnering-card.ts';

type Gevraagd = {
  nummer: number;
  titel: string;
  status: Status;
  updateId: number | null;
  trekkers: Trekker[];
};

/** What is asked of one persoon: of who reads it, or of somebody they answer for. */
export type Deel = {
  voor: { naam: string; als: Als };
  open: Gevraagd[];
  /** Reported on since the message was sent. */
  klaar: { nummer: number }[];
};

export type Ask = {
  /** The message that it is, by which a button knows what it belongs to. */
  bericht: number;
  soort: Soort;
  tekst: string;
  over: About;
  delen: readonly Deel[];
  now: Temporal.Instant;
};

/** Asks for the acties that still wait, the most urgent first, each with the buttons that finish it. */
export function askCard({ bericht, soort, tekst, over, delen, now }: Ask): Card {
  const open = delen.flatMap((deel) => deel.open);
  const klaar = [...new Set(delen.flatMap((deel) => deel.klaar.map(({ nummer }) => nummer)))];
  const done = klaar.length > 0 ? `\n✔ Klaar: ${klaar.map((nummer) => `#${nummer}`).join(', ')}.` : '';
  const elements: Element[] = [{ kind: 'heading', text: `Update voor ${over.naam}` }];
  if (open.length === 0) {
    const text = `Alles is bijgewerkt. Dank je wel! Je krijgt hierover geen herinnering meer.${done}`;
    return { elements: [...elements, { kind: 'text', text }, { kind: 'note', text: standVan(now) }] };
  }
  const count = open.length === 1 ? 'Nog één actie' : `Nog ${open.length} acties`;
  const when = `De vergadering is op ${beginOf(over)}.`;
  return {
    elements: [
      ...elements,
      { kind: 'text', text: `${tekst} ${count}.${done}\n${when}` },
      ...delen.flatMap((deel) => deelElements(bericht, deel)),
      { kind: 'note', text: standVan(now) },
      { kind: 'buttons', buttons: buttonsFor(bericht, soort, delen) },
    ],
  };
}

const ALS: Record<Als, string> = {
  zelf: '',
  vervanger: 'die jij vervangt',
  contact: 'van jouw organisatie',
  secretaris: 'omdat daar niemand anders voor is',
};

function deelElements(bericht: number, { voor, open }: Deel): Element[] {
  if (open.length === 0) return [];
  const why: Element[] =
    voor.als === 'zelf' ? [] : [{ kind: 'text', text: `Voor ${voor.naam}, ${ALS[voor.als]}:` }];
  return [...why, ...open.toSorted(byUrgency).map((actie) => askItem(bericht, actie))];
}

/** What goes worst first, then what never had an update. */
const byUrgency = (a: Gevraagd, b: Gevraagd): number =>
  Number(b.status === 'vertraagd') - Number(a.status === 'vertraagd') ||
  Number(a.updateId !== null) - Number(b.updateId !== null) ||
  a.nummer - b.nummer;

function askItem(bericht: number, actie: Gevraagd): Element {
  const { nummer, updateId } = actie;
  return {
    kind: 'item',
    text: actieLine(actie),
    note: actieNote(actie),
    buttons: [
      { label: 'Bijwerken', command: 'update.formulier', input: { nummer }, opens: 'form' },
      {
        label: 'Ongewijzigd',
        command: 'herinnering.ongewijzigd',
        input: { bericht, nummer, na: updateId ?? 0 },
      },
    ],
  };
}

/** For all of them together. */
function buttonsFor(_bericht: number, _soort: Soort, delen: readonly Deel[]): Button[] {
  const own = delen.filter(({ voor }) => voor.als === 'zelf').flatMap(({ open }) => open);
  return own.length > 1 ? [rondeButton(true)] : [];
}
