import { toLocal } from '../kalender/datum.ts';
import type { Dagen } from '../kalender/werkdag.ts';
import { momentVan } from './aanloop.ts';

type Gestuurd = { stap: string; nuOp: Date | null; nuVoor: Date | null };

/** When the secretaris had a step sent sooner than planned; undefined: did not, or the vergadering was moved since. */
export function nuVan(
  { begin, stappen }: { begin: Date; stappen: readonly Gestuurd[] },
  stap: string,
): Temporal.Instant | undefined {
  const here = stappen.find((row) => row.stap === stap);
  return here?.nuVoor?.getTime() === begin.getTime() ? here.nuOp?.toTemporalInstant() : undefined;
}

/** As many working days later, at the same time of day. */
export function laterDan(at: Temporal.Instant, werkdagen: number, vrij: readonly Dagen[]): Temporal.Instant {
  const tijd = toLocal(at).toPlainTime().toString({ smallestUnit: 'minute' });
  return werkdagen === 0 ? at : momentVan({ werkdagen, tijd }, at, vrij);
}
