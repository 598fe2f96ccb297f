import { carries } from '../actie/actie.ts';
import { atLocalTime, latest, toLocal } from '../kalender/datum.ts';
import { plusWerkdagen } from '../kalender/werkdag.ts';
import type { Werkend } from '../persoon/persoon.ts';
import { type Aanloop, STAPPEN, type Stap, type Stapplan, VRAAGSTAPPEN } from './aanloop.ts';
import type { Verteld } from './respons.ts';

/** What a herinnering is: a step of the run-up, or something else that is planned by a date. */
export type Soort = Stap | 'later' | 'respons' | 'bereik' | 'verwacht' | 'akkoord';

/** Asks for updates of acties: of no use when nothing is open. `later`: put off by who was asked. */
export const vraagt = (soort: Soort): boolean =>
  soort === 'later' || VRAAGSTAPPEN.some((stap) => stap === soort);

/** What asks has to be there before the end of the aanlevertermijn; the coulance comes after it. */
export const vraagtVoorTermijn = (soort: Soort): boolean => vraagt(soort) && soort !== 'coulance';

/**
 * Until when the own hours of who gets it are waited for: a question by the end of the aanlevertermijn, while that is to
 * come, and all else until it is of no use.
 */
export const urenTot = (
  soort: Soort,
  { uiterlijk, termijn, now }: Record<'uiterlijk' | 'termijn' | 'now', Temporal.Instant>,
): Temporal.Instant =>
  vraagtVoorTermijn(soort) && Temporal.Instant.compare(now, termijn) < 0 ? termijn : uiterlijk;

/** The step of the run-up that it is; undefined: something else that is planned by a date. */
export const planVan = (soort: Soort, aanloop: Aanloop): Stapplan | undefined =>
  soort in aanloop ? aanloop[soort as Stap] : undefined;

type Gevraagd = {
  trekkers: Parameters<typeof carries>[1];
  afgewezen: readonly { persoonId: number }[];
};

/** Whether this persoon is asked for an update of this actie: it is theirs, and they did not say that it is not. */
export const wordtGevraagd = (
  persoon: Werkend & { vertrokkenOp: Date | null },
  { trekkers, afgewezen }: Gevraagd,
): boolean =>
  persoon.vertrokkenOp === null &&
  carries(persoon, trekkers) &&
  !afgewezen.some(({ persoonId }) => persoonId === persoon.id);

/** What comes to who wants nothing but the aanlevertermijn: that, what they put off themselves, and what goes to others. */
const ALTIJD: readonly Soort[] = ['aanlevertermijn', 'later', 'escalatie'];

/** Whether this persoon wants to be written to about it. */
export const wilHoren = (soort: Soort, { alleenTermijn }: { alleenTermijn: boolean }): boolean =>
  !alleenTermijn || ALTIJD.includes(soort);

/** The soorten whose message says which acties are open. */
export const VRAGEND: readonly Soort[] = [...VRAAGSTAPPEN, 'later', 'escalatie'];

/** Whether it may go to a bestuurder: the secretaris switched its step on, or for what was put off the one that asked. */
export function magAanBestuurder(soort: Soort, aanloop: Aanloop): boolean {
  if (soort === 'later') return VRAAGSTAPPEN.some((stap) => aanloop[stap].bestuurders);
  return planVan(soort, aanloop)?.bestuurders ?? false;
}

/** What asks the same in a later step says all that this one would. */
export const isLaterStap = (soort: Soort, than: Soort): boolean => orderOf(soort) > orderOf(than);

const orderOf = (soort: Soort): number => (STAPPEN as readonly Soort[]).indexOf(soort);

/** Nobody is asked the same thing again within five working days, however a vergadering is moved. */
const ROUND = 5;

/** Whether that moment lies far enough after what was sent to be a new round. */
export function isNewRound(sent: Temporal.Instant, moment: Temporal.Instant): boolean {
  const next = atLocalTime(plusWerkdagen(toLocal(sent).toPlainDate(), ROUND), MORNING);
  return Temporal.Instant.compare(moment, next) >= 0;
}

const MORNING = '00:00';

export type Due = {
  soort: Soort;
  /** There is somebody to send it to. */
  ontvanger: boolean;
  /** When it is of no use any more: the vergadering begins, for what comes before one. */
  uiterlijk: Temporal.Instant;
  /** Why it lapses then; absent: because the vergadering has been. */
  voorbij?: string;
  /** Why it does not matter any more for this persoon, whatever else. */
  vervalt?: string | undefined;
  geannuleerd: boolean;
  /** For the same persoon a later step of the same vergadering is due as well. */
  overtaken: boolean;
  /** When this persoon was last asked for updates for this vergadering. */
  asked: Temporal.Instant | undefined;
  /** This persoon has put it off until then. */
  uitgesteld: Temporal.Instant | undefined;
  /** How many acties still wait for an update. */
  open: number;
  /** The first moment at which the receiver may be written to. */
  earliest: Temporal.Instant;
  /** What has to come before it was put off until then. */
  nietVoor?: Temporal.Instant | undefined;
};

/** `inhoud`: what is kept with it, of what it tells. */
export type Outcome = { send: true; inhoud?: Verteld } | { wait: Temporal.Instant } | { lapse: string };

/** What becomes of a herinnering that is due. */
export function decide(due: Due, now: Temporal.Instant): Outcome {
  const { soort, uiterlijk, geannuleerd, open } = due;
  if (due.vervalt) return { lapse: due.vervalt };
  if (geannuleerd) return { lapse: 'de vergadering gaat niet door' };
  if (Temporal.Instant.compare(now, uiterlijk) >= 0)
    return { lapse: due.voorbij ?? 'de vergadering is al geweest' };
  if (!due.ontvanger) return { lapse: 'er is niemand aan wie dit kan worden gestuurd' };
  const wants = vraagt(soort) || soort === 'escalatie';
  if (wants && open === 0) return { lapse: 'er staat niets meer open' };
  if (vraagt(soort) && due.overtaken) return { lapse: 'ingehaald door een latere herinnering' };
  if (due.uitgesteld && isPutOff(soort)) return { lapse: 'uitgesteld' };
  const another = vraagt(soort) && due.asked ? nextDay(due.asked) : now;
  const earliest = latest(latest(due.earliest, another), due.nietVoor ?? now);
  if (Temporal.Instant.compare(earliest, now) <= 0) return { send: true };
  if (Temporal.Instant.compare(earliest, uiterlijk) >= 0)
    return { lapse: 'kon niet meer op tijd binnen werktijd' };
  // Looked at again every day: who gets it may be away by then, or back.
  const tomorrow = nextDay(now);
  return { wait: Temporal.Instant.compare(earliest, tomorrow) < 0 ? earliest : tomorrow };
}

/** Who put it off is not asked in between; the aanlevertermijn and what follows it cannot be put off. */
export const isPutOff = (soort: Soort): boolean => soort === 'uitvraag' || soort === 'herinnering';

/** When the next day begins; nobody is asked twice on one. */
export const nextDay = (now: Temporal.Instant): Temporal.Instant =>
  atLocalTime(toLocal(now).toPlainDate().add({ days: 1 }), MORNING);
