import { STATUSSEN, type Status, type Trekker } from '../actie/actie.ts';
import { standVan } from '../actie/actie-card.ts';
import { beginTextIn, type Datumtaal } from '../bereikbaar/datumtaal.ts';
import type { Button, Card, Element } from '../chat/card.ts';
import { answeredText } from '../overleg/overleg-card.ts';
import { vergaderingText, waarText } from '../overleg/vergadering.ts';
import type { Doelgroep } from './aanloop.ts';
import { perOrganisatie } from './openstaand.ts';

/** `datums`: how its reader wants dates. */
export type About = {
  naam: string;
  begin: Temporal.Instant;
  plaats?: string;
  link?: string;
  datums?: Datumtaal;
};

export const beginOf = ({ begin, datums = 'nederlands' }: About): string => beginTextIn(datums, begin);

type Open = { nummer: number; trekkers: Trekker[] };

/** It was sent, and does not matter any more. */
export function cancelledCard(over: About): Card {
  return {
    elements: [
      { kind: 'heading', text: over.naam },
      {
        kind: 'text',
        text: `De vergadering van ${beginOf(over)} gaat niet door. Je hoeft hiervoor niets meer te doen.`,
      },
    ],
  };
}

export type Answered = {
  over: About;
  tekst: string;
  /** Acties that are asked about, and those of them that still wait. */
  all: Open[];
  open: Open[];
  undelivered: string[];
  now: Temporal.Instant;
};

/** For the secretaris: who has answered, who has not, and whom we could not reach. */
export function overviewCard({ over, tekst, all, open, undelivered, now }: Answered): Card {
  const count = `${answeredText(all.length - open.length, all.length)}.`;
  const done = doneText(all, open);
  const elements: Element[] = [
    { kind: 'heading', text: `Overzicht voor ${over.naam}` },
    { kind: 'text', text: `${tekst}\n${vergaderingText(over.begin, now, beginOf(over))}.\n${count}` },
    ...(done ? [{ kind: 'text' as const, text: `Alles bijgewerkt: ${done}.` }] : []),
    { kind: 'facts', facts: openFacts(open) },
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
const openFacts = (open: readonly Open[]): { label: string; value: string }[] =>
  perOrganisatie(open).map(({ naam, nummers }) => ({
    label: naam,
    value: `nog open: ${nummers.map((nummer) => `#${nummer}`).join(', ')}`,
  }));

/** By which who gets it registers what was agreed. */
const MELDEN: Partial<Record<Doelgroep, Button>> = {
  trekkers: { label: 'Mijn acties bijwerken', command: 'ronde.formulier', input: {}, opens: 'form' },
  agendacommissie: { label: 'Alle acties', command: 'acties', input: {} },
  secretaris: { label: 'Alle acties', command: 'acties', input: {} },
};

/** The card with the button that this doelgroep needs after a vergadering; the leden need none. */
export function withMelden(card: Card, aan: Doelgroep | undefined): Card {
  const button = aan && MELDEN[aan];
  return button ? { elements: [...card.elements, { kind: 'buttons', buttons: [button] }] } : card;
}

/** For the leden: when it is, and how the acties stand. */
export function announcementCard(
  over: About,
  tekst: string,
  all: readonly { status: Status }[],
  now: Temporal.Instant,
): Card {
  const where = waarText({ plaats: over.plaats ?? '', link: over.link ?? '' });
  const waar = where === '' ? '' : ` (${where})`;
  const facts = Object.entries(STATUSSEN).flatMap(([status, { naam, icoon }]) => {
    const count = all.filter((actie) => actie.status === status).length;
    return count > 0
      ? [{ label: `${icoon} ${naam}`, value: count === 1 ? '1 actie' : `${count} acties` }]
      : [];
  });
  return {
    elements: [
      { kind: 'heading', text: over.naam },
      { kind: 'text', text: `${vergaderingText(over.begin, now, beginOf(over))}${waar}. ${tekst}` },
      { kind: 'facts', facts },
      { kind: 'note', text: standVan(now) },
    ],
  };
}
