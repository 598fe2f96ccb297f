import { hogerop, type Mensen, type Ontvanger, ontvangerVan } from '../bereikbaar/ontvanger.ts';
import type { Wensen } from '../bereikbaar/stored-bereikbaar.ts';
import { binnenUren, GEWOON } from '../bereikbaar/voorkeur.ts';
import type { Dagen } from '../kalender/werkdag.ts';
import { type Due, decide, type Outcome, type Soort } from './herinnering.ts';

/** What is known of whoever may get what is due, whatever it is about. */
export type Zaak = Omit<Mensen, 'mag'> &
  Wensen & {
    now: Temporal.Instant;
    /** Today, in Europe/Amsterdam. */
    dag: Temporal.PlainDate;
    vrij: readonly Dagen[];
  };

/** What the thing with the date says of one herinnering: until when it is of use, whether it still matters. */
export type Belang = Omit<Due, 'soort' | 'ontvanger' | 'earliest'> & {
  /** It may go to a bestuurder. */
  bestuurders: boolean;
  /** Before when its reader's own hours have to come, if sooner than it is of no use: later than that is too late. */
  urenTot?: Temporal.Instant;
};

type Row = { soort: Soort; trede: number; persoonId: number };

/** Who gets a herinnering that is due and what becomes of it, whatever it is about. */
export function oordeel(
  row: Row,
  zaak: Zaak,
  { bestuurders, urenTot, ...belang }: Belang,
): { naar: Ontvanger | undefined; outcome: Outcome } {
  const naar = receiverOf(row, zaak, bestuurders);
  const { now, vrij } = zaak;
  const { uiterlijk } = belang;
  // Of who gets it: whose it is may be away, and want it on other days.
  const voorkeur = (naar && zaak.voorkeuren.get(naar.id)) ?? GEWOON;
  const earliest = binnenUren(now, voorkeur, { uiterlijk: urenTot ?? uiterlijk, vrij });
  const due = { ...belang, soort: row.soort, ontvanger: naar !== undefined, earliest };
  return { naar, outcome: decide(due, now) };
}

/** Whose it is, or who stands in; an escalation goes as many steps up as it says. */
export function receiverOf(
  { soort, trede, persoonId }: Row,
  { mensen, contacten, secretarissen, bestuurders, dag }: Zaak,
  allowed: boolean,
): Ontvanger | undefined {
  const mag = (id: number) => allowed || !bestuurders.has(id);
  const all: Mensen = { mensen, contacten, secretarissen, mag };
  const mens = mensen.get(persoonId);
  if (!mens) return undefined;
  return soort === 'escalatie' ? hogerop(mens, dag, all)[trede - 1] : ontvangerVan(mens, dag, all);
}
