import { actieLine, actieNote, meldButtons, standVan } from '../actie/actie-card.ts';
import { PAGINA } from '../actie/pagina.ts';
import type { StoredActie } from '../actie/stored-actie.ts';
import { datumVoor } from '../bereikbaar/datumtaal.ts';
import type { Button, Card, Element } from '../chat/card.ts';
import { dagText, tijdText, toLocal } from '../kalender/datum.ts';
import type { AskedActie } from '../overleg/stored-vergadering.ts';
import { beginOf } from './herinnering-card.ts';
import type { Deel, Vraag } from './stored-vraag.ts';
import { kanLater } from './uitstel.ts';
import { byUrgency, redenText } from './urgentie.ts';
import { ALS } from './voor-card.ts';

/**
 * Asks for the acties that still wait, the most urgent first, each with the buttons that finish it. `zin`: what the
 * press of a button came to, where that is not to be seen.
 */
export function askCard(vraag: Vraag, now: Temporal.Instant, zin?: string): Card {
  const { over, delen, uitgesteld, tekst } = vraag;
  const count = countOf(delen);
  const elements: Element[] = [
    { kind: 'heading', text: `Update voor ${over.naam}` },
    ...(zin === undefined ? [] : [{ kind: 'text' as const, text: zin }]),
  ];
  const stand: Element = { kind: 'note', text: standVan(now) };
  if (count === 0) return { elements: [...elements, { kind: 'text', text: doneText(delen) }, stand] };
  const left = count === 1 ? 'Nog één actie' : `Nog ${count} acties`;
  const when = `De vergadering is op ${beginOf(over)}.`;
  if (uitgesteld) {
    const text = `Uitgesteld tot ${totText(uitgesteld)}. ${left}.${klaarText(delen)}\n${when}`;
    const buttons = [{ label: 'Toch nu', command: 'herinnering.toch_nu', input: { bericht: vraag.bericht } }];
    return { elements: [...elements, { kind: 'text', text }, stand, { kind: 'buttons', buttons }] };
  }
  return {
    elements: [
      ...elements,
      { kind: 'text', text: `${tekst} ${left}.${klaarText(delen)}\n${termijnText(vraag, now)}${when}` },
      ...deelElements(vraag, now),
      stand,
      { kind: 'buttons', buttons: buttonsFor(vraag, now) },
    ],
  };
}

/** Until when it can be told, or could. */
function termijnText({ termijn, over }: Vraag, now: Temporal.Instant): string {
  if (termijn.equals(over.begin)) return '';
  const dag = datumVoor(over.datums ?? 'nederlands')(toLocal(termijn).toPlainDate());
  if (Temporal.Instant.compare(now, termijn) >= 0) return `De aanlevertermijn was ${dag}.\n`;
  return `Aanleveren kan tot en met ${dag}.\n`;
}

/** "dinsdag 24 november 2026, 09:00 uur". */
export const totText = (at: Temporal.Instant): string =>
  `${dagText(toLocal(at).toPlainDate())}, ${tijdText(at)} uur`;

export function doneText(delen: readonly Deel[]): string {
  const done = klaarText(delen);
  if (done === '') return 'Er staat niets meer voor je open. Je krijgt hierover geen herinnering meer.';
  return `Alles is bijgewerkt. Dank je wel! Je krijgt hierover geen herinnering meer.${done}`;
}

export function klaarText(delen: readonly Deel[]): string {
  const klaar = new Set(delen.flatMap((deel) => deel.klaar.map(({ nummer }) => nummer)));
  return klaar.size > 0 ? `\n✔ Klaar: ${[...klaar].map((nummer) => `#${nummer}`).join(', ')}.` : '';
}

/** How many acties wait: one that waits for two persons is done with one update. */
const countOf = (delen: readonly Deel[]): number =>
  new Set(delen.flatMap(({ open }) => open.map(({ nummer }) => nummer))).size;

/** The reader's own acties, then per persoon for whom they answer: the first page of them, and how many more. */
function deelElements({ bericht, delen }: Vraag, now: Temporal.Instant): Element[] {
  const today = toLocal(now).toPlainDate();
  const own = delen.toSorted((a, b) => Number(a.voor.als !== 'zelf') - Number(b.voor.als !== 'zelf'));
  const elements: Element[] = [];
  const named = new Set<number>();
  for (const { voor, open } of own) {
    const others = open.filter(({ nummer }) => !named.has(nummer)).toSorted(byUrgency(today));
    const shown = others.slice(0, PAGINA - named.size);
    for (const { nummer } of shown) named.add(nummer);
    if (shown.length > 0 && voor.als !== 'zelf')
      elements.push({ kind: 'text', text: `Voor ${voor.naam}, ${ALS[voor.als]}:` });
    elements.push(...shown.map((actie) => askItem(bericht, actie, today)));
  }
  const rest = countOf(delen) - named.size;
  if (rest > 0)
    elements.push({ kind: 'note', text: `… en nog ${rest}: die komen hier zodra deze klaar zijn` });
  return elements;
}

function askItem(bericht: number, actie: AskedActie, today: Temporal.PlainDate): Element {
  const { nummer, updateId } = actie;
  return {
    kind: 'item',
    text: actieLine(actie),
    note: `${redenText(actie, today)} · ${actieNote(actie)}`,
    buttons: [
      { label: 'Bijwerken', command: 'update.formulier', input: { nummer, bericht }, opens: 'form' },
      {
        label: 'Ongewijzigd',
        command: 'herinnering.ongewijzigd',
        input: { bericht, nummer, na: updateId ?? 0 },
      },
    ],
  };
}

/** For all of them together. */
function buttonsFor({ bericht, soort, delen, termijn }: Vraag, now: Temporal.Instant): Button[] {
  const input = { bericht };
  const several = countOf(delen) > 1;
  const ronde: Button = {
    label: 'Alles bijwerken',
    command: 'ronde.formulier',
    input: { wacht: true, ...input },
    opens: 'form',
  };
  return [
    ...(several ? [ronde] : []),
    ...(soort !== 'escalatie' && kanLater(now, termijn)
      ? [{ label: 'Later', command: 'herinnering.later', input }]
      : []),
    { label: 'Niet van mij', command: 'herinnering.niet_van_mij', input, opens: 'form' },
  ];
}

/** An old button, after the vergadering: how the actie stands now, and the buttons to report on it all the same. */
export function pastCard({ over }: Vraag, actie: StoredActie | undefined, now: Temporal.Instant): Card {
  const text = `Deze vraag is gesloten: de vergadering was op ${beginOf(over)}.`;
  return {
    elements: [
      { kind: 'heading', text: `Update voor ${over.naam}` },
      { kind: 'text', text: actie ? `${text} Is er iets te melden? Dat kan altijd.` : text },
      ...(actie
        ? [
            {
              kind: 'item' as const,
              text: actieLine(actie),
              note: actieNote(actie),
              buttons: meldButtons(actie),
            },
          ]
        : []),
      { kind: 'note', text: standVan(now) },
    ],
  };
}
