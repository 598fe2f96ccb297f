import { STATUSSEN, type Status, type Trekker } from '../actie/actie.ts';
import { actieLine, actieNote, standVan } from '../actie/actie-card.ts';
import { rondeButton } from '../actie/ronde-card.ts';
import type { Card, Element } from '../chat/card.ts';
import { answeredText } from '../overleg/overleg-card.ts';
import { beginText } from '../overleg/vergadering.ts';
import type { Soort } from './herinnering.ts';

export type About = { naam: string; begin: Temporal.Instant };
type Open = {
  nummer: number;
  titel: string;
  status: Status;
  updateId: number | null;
  trekkers: Trekker[];
};

export type Ask = { id: number; soort: Soort; over: About; open: Open[]; now: Temporal.Instant };

/** Asks a trekker for the acties that still wait, each with the buttons that finish it. `done`: what was just said. */
export function askCard({ id, soort, over, open, now }: Ask, done?: string): Card {
  const again = soort === 'herhaling' ? 'Nog even: we' : 'We';
  const what = open.length === 1 ? 'één actie' : `${open.length} acties`;
  const intro = done ? `✔ ${done}` : `${again} horen graag hoe het staat met ${what} van jullie.`;
  const left = done ? [{ kind: 'text' as const, text: `Nog open: ${what}.` }] : [];
  return {
    elements: [
      { kind: 'heading', text: `Update voor ${over.naam}` },
      { kind: 'text', text: `${intro}\nDe vergadering is op ${beginText(over.begin)}.` },
      ...left,
      ...open.map((actie) => askItem(id, actie)),
      { kind: 'note', text: standVan(now) },
      ...(open.length > 1 ? [{ kind: 'buttons' as const, buttons: [rondeButton(true)] }] : []),
    ],
  };
}

function askItem(herinnering: number, actie: Open): Element {
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
        input: { herinnering, nummer, na: updateId ?? 0 },
      },
    ],
  };
}

/** The last one is answered. */
export function allDoneCard(over: About, done: string, now: Temporal.Instant): Card {
  return {
    elements: [
      { kind: 'heading', text: `Update voor ${over.naam}` },
      {
        kind: 'text',
        text: `✔ ${done}\nAlles is bijgewerkt. Dank je wel! Je krijgt hierover geen herinnering meer.`,
      },
      { kind: 'note', text: standVan(now) },
    ],
  };
}

export type Answered = {
  over: About;
  /** Acties that are asked about, and those of them that still wait. */
  all: Open[];
  open: Open[];
  undelivered: string[];
  now: Temporal.Instant;
};

/** For the secretaris: who has answered, who has not, and whom we could not reach. */
export function overviewCard({ over, all, open, undelivered, now }: Answered): Card {
  const count = `${answeredText(all.length - open.length, all.length)}.`;
  const done = doneText(all, open);
  const elements: Element[] = [
    { kind: 'heading', text: `Overzicht voor ${over.naam}` },
    { kind: 'text', text: `De vergadering is op ${beginText(over.begin)}.\n${count}` },
    ...(done ? [{ kind: 'text' as const, text: `Alles bijgewerkt: ${done}.` }] : []),
    { kind: 'facts', facts: perTrekker(open) },
  ];
  if (undelivered.length > 0)
    elements.push({ kind: 'text', text: `Niet bereikt: ${undelivered.join('; ')}` });
  return { elements: [...elements, { kind: 'note', text: standVan(now) }] };
}

/** The organisaties of which nothing is open any more. */
function doneText(all: readonly Open[], open: readonly Open[]): string {
  const naming = (acties: readonly Open[]) =>
    new Set(acties.flatMap(({ trekkers }) => trekkers.flatMap(({ organisatie }) => organisatie?.naam ?? [])));
  return [...naming(all).difference(naming(open))].sort((a, b) => a.localeCompare(b, 'nl')).join(', ');
}

/** Per organisatie the numbers of its open acties; those nobody carries last. */
function perTrekker(open: readonly Open[]): { label: string; value: string }[] {
  const per = new Map<string, Set<number>>();
  const add = (naam: string, nummer: number) => per.set(naam, (per.get(naam) ?? new Set()).add(nummer));
  for (const { nummer, trekkers } of open) {
    const namen = trekkers.flatMap(({ organisatie }) => organisatie?.naam ?? []);
    for (const naam of namen.length > 0 ? namen : [NIEMAND]) add(naam, nummer);
  }
  const rows = [...per].sort(
    ([a], [b]) => Number(a === NIEMAND) - Number(b === NIEMAND) || a.localeCompare(b, 'nl'),
  );
  return rows.map(([naam, nummers]) => ({
    label: naam,
    value: `nog open: ${[...nummers].map((nummer) => `#${nummer}`).join(', ')}`,
  }));
}

const NIEMAND = 'Zonder trekker';

/** For the leden: when it is, and how the acties stand. */
export function announcementCard(
  over: About,
  all: readonly { status: Status }[],
  now: Temporal.Instant,
): Card {
  const facts = Object.entries(STATUSSEN).flatMap(([status, { naam, icoon }]) => {
    const count = all.filter((actie) => actie.status === status).length;
    return count > 0
      ? [{ label: `${icoon} ${naam}`, value: count === 1 ? '1 actie' : `${count} acties` }]
      : [];
  });
  return {
    elements: [
      { kind: 'heading', text: over.naam },
      { kind: 'text', text: `De vergadering is op ${beginText(over.begin)}. Zo staat de doe-agenda ervoor:` },
      { kind: 'facts', facts },
      { kind: 'note', text: standVan(now) },
    ],
  };
}
