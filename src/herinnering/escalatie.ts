import { atLocalTime, toLocal } from '../kalender/datum.ts';
import { plusWerkdagen } from '../kalender/werkdag.ts';
import { type Soort, vraagt } from './herinnering.ts';

/** A herinnering of one persoon, and when it was handed over or will be. */
type Gebeurd = { soort: Soort; trede: number; at: Temporal.Instant };

/** Whether it comes before an escalatie: a question, or the same to who is nearer. */
export const gaatVoor = ({ soort, trede }: Omit<Gebeurd, 'at'>, than: { trede: number }): boolean =>
  vraagt(soort) || (soort === 'escalatie' && trede < than.trede);

/** What was longer ago belongs to an earlier round. */
const RONDE = { hours: 30 * 24 };

/**
 * Nobody hears that somebody does not answer before the working day after they were first asked, and nobody further up
 * before the working day after who is nearer. Undefined: nobody was asked, and there is nobody nearer.
 */
export function nietVoor(
  row: { trede: number },
  all: readonly Gebeurd[],
  now: Temporal.Instant,
): Temporal.Instant | undefined {
  const since = now.subtract(RONDE);
  const before = all
    .filter((other) => gaatVoor(other, row) && Temporal.Instant.compare(other.at, since) > 0)
    .sort((a, b) => Temporal.Instant.compare(a.at, b.at));
  const gevraagd = before.find(({ soort }) => vraagt(soort));
  const lager = before.findLast(({ soort }) => soort === 'escalatie');
  return [gevraagd, lager]
    .flatMap((other) => (other ? [werkdagNa(other.at)] : []))
    .sort(Temporal.Instant.compare)
    .at(-1);
}

/** When the working day after it begins. */
const werkdagNa = (at: Temporal.Instant): Temporal.Instant =>
  atLocalTime(plusWerkdagen(toLocal(at).toPlainDate(), 1), '00:00');
