import { dagText, momentText, parseMoment, tijdText, toLocal } from '../kalender/datum.ts';

/** A clock that the terminal moves: `onWay` runs at every moment at which something falls due. */
export type Quarter = {
  now(): Temporal.Instant;
  moveTo(at: Temporal.Instant): void;
  nextDue(): Promise<Temporal.Instant | undefined>;
  runDue(): Promise<unknown>;
};

/** Does what `klok …` asks; gives what it says then. */
export async function moveClock(words: string, quarter: Quarter | undefined): Promise<string> {
  if (!quarter) return 'De klok kan alleen vooruit met de ingebouwde database.';
  const now = quarter.now();
  const local = toLocal(now);
  if (words === '') return `Het is ${dagText(local.toPlainDate())}, ${tijdText(now)} uur.`;
  const moment = parseMoment(words, local.toPlainDate());
  if (!moment)
    return `Ik begrijp «${words}» niet. Schrijf bijvoorbeeld «klok +3 weken» of «klok 14-1-2027 09:00».`;
  const time = moment.time ?? local.toPlainTime();
  const target = moment.date.toZonedDateTime({ timeZone: local.timeZoneId, plainTime: time }).toInstant();
  if (Temporal.Instant.compare(target, now) < 0)
    return `De klok kan alleen vooruit. Het is nu ${momentText(now)} uur.`;
  await passThrough(quarter, target);
  return `Het is nu ${dagText(moment.date)}, ${tijdText(target)} uur.`;
}

/** Moves the clock to `target`, and stops on the way wherever something falls due. */
export async function passThrough(quarter: Quarter, target: Temporal.Instant): Promise<void> {
  let next = await quarter.nextDue();
  while (next && Temporal.Instant.compare(next, target) <= 0) {
    if (Temporal.Instant.compare(next, quarter.now()) > 0) quarter.moveTo(next);
    await quarter.runDue();
    const after = await quarter.nextDue();
    // What could not be done (the log says why) must not hold up the clock.
    if (after && Temporal.Instant.compare(after, next) <= 0) break;
    next = after;
  }
  quarter.moveTo(target);
}
