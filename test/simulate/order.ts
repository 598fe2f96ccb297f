import { dayOf, HOUR, workdaysFrom } from './calendar.ts';
import type { Arrival, Span } from './clouds.ts';
import { ASKED, nextWorkday } from './due.ts';
import { momentFor } from './moment.ts';
import type { Bericht } from './record.ts';
import { ASKS, isQuestion, persoonOf, stepsOf } from './rules.ts';
import type { Story } from './run.ts';
import { type Message, messagesOf, standsIn, textOf } from './safety.ts';

type Over = Bericht['over'][number];

/** What came more than once, or in the wrong order. */
export const untimely = (story: Story): string[] => [
  ...doubles(story),
  ...repeats(messagesOf(story)),
  ...apart(story, messagesOf(story)),
  ...backwards(story, messagesOf(story)),
  ...inOrder(story),
  ...tooSoon(story),
];

/**
 * The same letter twice: only where something came between sending and writing that down, and nobody could be asked. Slack
 * can, unless it is down when the letter goes on to somewhere else.
 */
function doubles({ arrivals, troubles, world }: Story): string[] {
  const within = (from: number, to: number) => (span: Span) => span.from <= to && from <= span.to;
  const isExcused = (earlier: Arrival, later: Arrival) => {
    const doubt = troubles.some(({ from }) => earlier.at <= from && from <= later.at);
    if (earlier.cloud !== 'slack') return doubt;
    const down = world.fate.weather.outages.slack.some(within(earlier.at, later.at));
    return doubt && down && later.cloud !== 'slack';
  };
  const sent = arrivals.filter(({ edit }) => !edit);
  return [...Map.groupBy(sent, ({ letter }) => letter).values()].flatMap((same) => {
    const [first] = same;
    const wrong = same.some((later, index) => {
      const earlier = same[index - 1];
      return earlier !== undefined && !isExcused(earlier, later);
    });
    if (!first || !wrong) return [];
    const when = same.map(({ at, cloud }) => `on ${cloud} at ${new Date(at).toISOString()}`).join(', ');
    return [`twice: ${first.letter} to ${first.to} ${when}`];
  });
}

/** The same occasion in two letters: only in a new round, at least five working days after the first. */
function repeats(messages: readonly Message[]): string[] {
  const parts = messages.flatMap((message) =>
    message.bericht.over.map(({ persoon, vergadering, soort, trede, op }) => {
      const day = soort === 'respons' ? dayOf(op) : '';
      return {
        ...message,
        op,
        key: `${message.arrival.to} for ${persoon} of ${vergadering}: ${soort} ${trede} ${day}`,
      };
    }),
  );
  return [...Map.groupBy(parts, ({ key }) => key)].flatMap(([key, same]) =>
    same.flatMap((later, index) => {
      const earlier = same[index - 1];
      if (!earlier || earlier.bericht.id === later.bericht.id) return [];
      const far = later.op >= workdaysFrom(dayOf(earlier.op), 5) * 24 * HOUR - 2 * HOUR;
      return far ? [] : [`the same occasion again: ${key}, ${textOf(earlier)} and ${textOf(later)}`];
    }),
  );
}

/**
 * One message of a step for one reader on one day, whoever it is about: only of what changed in between there are two. What
 * was put off comes when it was said that it would.
 */
function apart(story: Story, messages: readonly Message[]): string[] {
  const parts = messages.flatMap(({ arrival, bericht }) =>
    bericht.over
      .filter(({ soort }) => soort !== 'later')
      .map((over) => {
        const { vergadering, soort, trede, op } = over;
        return { over, bericht, key: `${arrival.to} of ${vergadering}: ${soort} ${trede} on ${dayOf(op)}` };
      }),
  );
  return [...Map.groupBy(parts, ({ key }) => key)].flatMap(([key, same]) => {
    const [first, ...rest] = same.toSorted((a, b) => a.over.op - b.over.op);
    const other = rest.find(({ bericht }) => bericht.id !== first?.bericht.id);
    if (!first || !other || !isStill(story, first.over.op, other.over.op)) return [];
    if (hasMore(story, other.over)) return [];
    return [`two of one step: ${key}, ${first.bericht.id} and ${other.bericht.id}`];
  });
}

/** A later question fell to this person on the same day: those are judged together, at their time. */
function hasMore(story: Story, { persoon: id, vergadering: about, soort, op }: Over): boolean {
  return standsIn(story, op, op).some((stand) => {
    const persoon = persoonOf(stand, id);
    const vergadering = stand.vergaderingen.find((one) => one.id === about);
    if (!persoon || !vergadering || !ASKS.includes(soort)) return false;
    const later = stepsOf(vergadering).filter(
      ({ stap, actief }) => actief && ASKS.indexOf(stap) > ASKS.indexOf(soort),
    );
    return later.some((step) => dayOf(momentFor(stand, vergadering, step, persoon, 0)) === dayOf(op));
  });
}

/** Nobody is asked what an earlier step asks after a later one, unless something changed since. */
function backwards(story: Story, messages: readonly Message[]): string[] {
  const asked = messages.flatMap(({ bericht }) => bericht.over.filter(({ soort }) => ASKS.includes(soort)));
  const groups = Map.groupBy(asked, ({ persoon, vergadering }) => `${persoon} of ${vergadering}`);
  return [...groups].flatMap(([key, same]) =>
    same.flatMap((high) => {
      const low = same.find(
        ({ soort, op }) =>
          ASKS.indexOf(soort) < ASKS.indexOf(high.soort) &&
          high.op <= op &&
          op < high.op + 5 * 24 * HOUR &&
          isStill(story, high.op, op),
      );
      return low ? [`asked in the wrong order: ${low.soort} after ${high.soort} for ${key}`] : [];
    }),
  );
}

/** Nothing was done and nothing was wrong from a day before the one until the other. */
function isStill({ stands, troubles }: Story, from: number, to: number): boolean {
  const begin = from - 24 * HOUR;
  return (
    !stands.some(({ at }) => begin <= at && at <= to) &&
    !troubles.some((span) => span.from <= to && begin <= span.to)
  );
}

/**
 * Nobody hears that somebody does not answer on the day on which they were first asked. What was given up counts as asked:
 * it may have arrived, and that they could not be reached was told.
 */
function tooSoon({ berichten }: Story): string[] {
  const overOf = (...of: readonly string[]) =>
    berichten.filter(({ status }) => of.includes(status)).flatMap(({ over }) => over);
  const all = overOf('verzonden', 'mislukt');
  return overOf('verzonden')
    .filter(({ soort }) => soort === 'escalatie')
    .flatMap((high) => {
      const own = all.filter(
        ({ persoon, vergadering, op }) =>
          persoon === high.persoon &&
          vergadering === high.vergadering &&
          high.op - ASKED < op &&
          op <= high.op,
      );
      const asked = own.filter(({ soort }) => isQuestion(soort)).map(({ op }) => op);
      const lower = own.filter(({ soort, trede }) => soort === 'escalatie' && trede < high.trede);
      const first = [Math.min(...asked), ...lower.map(({ op }) => op)].filter(Number.isFinite);
      const soon = first.some((op) => nextWorkday(op) > high.op);
      return soon ? [`escalated too soon: step ${high.trede} for ${high.persoon} at ${high.op}`] : [];
    });
}

/** Nobody further up hears of it before who is nearer; what is planned again after it was given out was not first. */
function inOrder({ berichten }: Story): string[] {
  const up = berichten.flatMap(({ over }) => over.filter(({ soort }) => soort === 'escalatie'));
  return up.flatMap((high) => {
    const near = up.filter(
      (low) =>
        low.persoon === high.persoon &&
        low.vergadering === high.vergadering &&
        low.trede < high.trede &&
        Math.abs(low.op - high.op) < 48 * HOUR,
    );
    const given = new Set(near.filter(({ op }) => op <= high.op).map(({ trede }) => trede));
    const late = near.find(({ op, trede }) => op > high.op && !given.has(trede));
    return late ? [`escalated to step ${high.trede} before ${late.trede} for ${high.persoon}`] : [];
  });
}
