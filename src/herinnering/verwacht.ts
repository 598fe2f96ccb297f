import { isEnded, type Status } from '../actie/actie.ts';
import { atLocalTime, toLocal } from '../kalender/datum.ts';
import { type Dagen, plusWerkdagen } from '../kalender/werkdag.ts';

type Standing = {
  status: Status;
  opgegaanIn: number | null;
  laatste: { verwachtOp: Date | null; gemeldOp: Date } | null;
};

/** The day on which an actie is expected to be done; undefined: none, it has ended, or something was reported since. */
export function verwachteDag({ status, opgegaanIn, laatste }: Standing): Temporal.PlainDate | undefined {
  if (isEnded(status) || opgegaanIn !== null || !laatste?.verwachtOp) return undefined;
  const dag = Temporal.PlainDate.from(laatste.verwachtOp.toISOString().slice(0, 10));
  const gemeld = toLocal(laatste.gemeldOp.toTemporalInstant()).toPlainDate();
  return Temporal.PlainDate.compare(gemeld, dag) > 0 ? undefined : dag;
}

/** When is asked how it stands: the working day after it, at 09:00. */
export const vraagMoment = (dag: Temporal.PlainDate, vrij: readonly Dagen[]): Temporal.Instant =>
  atLocalTime(plusWerkdagen(dag, 1, vrij), '09:00');

/** How long after the day it is of use to ask. */
const GEDULD = { days: 60 };

export const vraagUiterlijk = (dag: Temporal.PlainDate): Temporal.Instant =>
  atLocalTime(dag.add(GEDULD), '00:00');
