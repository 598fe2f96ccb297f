import type { Status } from '../actie/actie.ts';
import { toLocal } from '../kalender/datum.ts';
import { datumText } from '../kalender/maand.ts';

/** As far as it decides how urgent an actie is. `verwachtOp`: a day, kept as midnight UTC. */
type Gevraagd = {
  nummer: number;
  status: Status;
  laatste: { gemeldOp: Date; verwachtOp: Date | null } | null;
};

const dagOf = (day: Date) => Temporal.PlainDate.from(day.toISOString().slice(0, 10));

/** The day on which it was expected to be done, if that has passed. */
function verstreken({ laatste }: Gevraagd, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  const expected = laatste?.verwachtOp ? dagOf(laatste.verwachtOp) : undefined;
  return expected && Temporal.PlainDate.compare(expected, today) < 0 ? expected : undefined;
}

/** What is late comes first, then what goes badly, what nothing was ever said of, and what was silent longest. */
export function byUrgency(today: Temporal.PlainDate): (a: Gevraagd, b: Gevraagd) => number {
  const rank = (actie: Gevraagd): number => {
    if (verstreken(actie, today)) return 0;
    if (actie.status === 'vertraagd') return 1;
    return actie.laatste ? 3 : 2;
  };
  const since = ({ laatste }: Gevraagd) => laatste?.gemeldOp.getTime() ?? 0;
  return (a, b) => rank(a) - rank(b) || since(a) - since(b) || a.nummer - b.nummer;
}

/** Why it is asked about, in a few words. */
export function redenText(actie: Gevraagd, today: Temporal.PlainDate): string {
  const expected = verstreken(actie, today);
  if (expected) return `Verwacht op ${datumText(expected)}`;
  if (!actie.laatste) return 'Nog geen update';
  return `Laatste update ${datumText(toLocal(actie.laatste.gemeldOp.toTemporalInstant()).toPlainDate())}`;
}
