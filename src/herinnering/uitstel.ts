import { momentVoor, type Voorkeur } from '../bereikbaar/voorkeur.ts';
import { atLocalTime, requireMoment, toLocal } from '../kalender/datum.ts';
import type { Dagen } from '../kalender/werkdag.ts';

/** All that decides until when somebody can put a question off. */
export type Grenzen = {
  now: Temporal.Instant;
  /** Until when is asked for updates. */
  termijn: Temporal.Instant;
  voorkeur: Voorkeur;
  /** Times off, in which nothing is sent. */
  vrij: readonly Dagen[];
  /** The first day after their leave, if they are to be or are away. */
  terug: Temporal.PlainDate | undefined;
};

const OCHTEND = '09:00';

const dagOf = (at: Temporal.Instant) => toLocal(at).toPlainDate();

/** Whether there is still a day to put it off to: not on the last day, and not after it. */
export const kanLater = (now: Temporal.Instant, termijn: Temporal.Instant): boolean =>
  Temporal.PlainDate.compare(dagOf(now), dagOf(termijn)) < 0;

/** When it is asked again, for who chose that day: in their own hours. Undefined: not a later day, or past the termijn. */
export function uitstelTot(
  dag: Temporal.PlainDate,
  { now, termijn, voorkeur, vrij }: Grenzen,
): Temporal.Instant | undefined {
  if (Temporal.PlainDate.compare(dag, dagOf(termijn)) > 0) return undefined;
  const moment = momentVoor(atLocalTime(dag, OCHTEND), voorkeur, { uiterlijk: termijn, vrij });
  const later = Temporal.PlainDate.compare(dagOf(moment), dagOf(now)) > 0;
  return later && Temporal.Instant.compare(moment, termijn) <= 0 ? moment : undefined;
}

/** Whether a question that waits is there because the secretaris asked again: nobody put it off. */
export const isOpnieuw = ({ inhoud }: { inhoud: unknown }): boolean =>
  typeof inhoud === 'object' && inhoud !== null && 'opnieuw' in inhoud;

/** One button, and the words that it says. */
export type Keuze = { label: string; wanneer: string; tot: Temporal.Instant };

/** What is offered: what would pass the termijn is not. */
export function keuzesVoor(grenzen: Grenzen): Keuze[] {
  const today = dagOf(grenzen.now);
  const days: [string, string, Temporal.PlainDate | undefined][] = [
    ['Morgen', 'morgen', today.add({ days: 1 })],
    ['Over drie dagen', 'over drie dagen', today.add({ days: 3 })],
    ['Na mijn verlof', VERLOF, grenzen.terug],
  ];
  return days.flatMap(([label, wanneer, dag]) => {
    const tot = dag && uitstelTot(dag, grenzen);
    return tot ? [{ label, wanneer, tot }] : [];
  });
}

const VERLOF = 'na mijn verlof';

/** Whether that says "after my leave". */
export const isVerlof = (wanneer: string): boolean =>
  /^na (?:mijn |het |de )?(?:verlof|vakantie|afwezigheid)$/i.test(wanneer.trim());

/** The day that words mean. Refuses what is no day. */
export function dagIn(wanneer: string, today: Temporal.PlainDate): Temporal.PlainDate {
  const words = wanneer.trim().toLowerCase();
  const step = /^(?:\d{1,3}|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien) (?:dag|week|weken|maand)/.test(
    words,
  );
  const plain = words.replace(/^(?:tot (?:en met )?|t\/m )/, '');
  return requireMoment(step ? `over ${words}` : plain, today, 'vooruit').date;
}
