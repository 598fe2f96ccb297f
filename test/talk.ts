import { pino } from 'pino';
import { dispatcher } from '../src/chat/dispatch.ts';
import type { Letter, Platform } from '../src/chat/platform.ts';
import { cardText } from '../src/chat/text.ts';
import { commands } from '../src/commands.ts';
import { passThrough } from '../src/console/quarter.ts';
import { newSession, TENANT } from '../src/console/session.ts';
import { nextDue, runDue } from '../src/jobs.ts';
import { momentText } from '../src/kalender/datum.ts';
import { type Kind, regionDatabase, regioOf } from './database.ts';
import { putBack } from './kept.ts';
import { START } from './moments.ts';

export const SECRETARIS = 'secretaris@haarlem.example';
export const UWV = 'trekker@uwv.example';

/**
 * Something that was said to somebody who did not ask, or in a channel (`to` then begins with #). `at`: "17 december 2026,
 * 09:00". `under`: the id of the message that begins its thread; `edited`: it took the place of what `id` said before.
 */
type Sent = { to: string; at: string; text: string; id: string; under?: string; edited: boolean };

export type Talk = Awaited<ReturnType<typeof talkOn>>;

/**
 * The whole of Doebot on a database with the region loaded, with a clock that is set and a platform that keeps what
 * it is given. `say` gives what is seen in answer; a label presses the button of the last message. What is done to a
 * database that no `reset` mends, or that makes it large, is done to one of its own: `open` is then `ownDatabase`.
 */
export async function talkOn(kind: Kind, start = START, open = regionDatabase) {
  const db = await open(kind);
  const regioId = await regioOf(db);
  let time = start;
  const clock = {
    now: () => time,
    moveTo: (to: Temporal.Instant) => {
      time = to;
    },
  };
  const log = pino({ level: 'silent' });
  const ask = dispatcher({ db, commands, now: clock.now, log });
  const session = newSession(ask);
  const sent: Sent[] = [];
  const platform: Platform & Required<Pick<Platform, 'find'>> & { fails?: (letter: Letter) => void } = {
    name: 'console',
    tenants: [TENANT],
    send: async (letter) => {
      platform.fails?.(letter);
      const { email, channel } = letter.address as { email?: string; channel?: string };
      const to = email ?? channel ?? '';
      const { id, thread, edits } = letter;
      const under = thread === undefined ? {} : { under: (thread as { id: string }).id };
      sent.push({
        to,
        at: momentText(time),
        text: cardText(letter.card),
        id,
        ...under,
        edited: edits !== undefined,
      });
      session.show(to, letter.card);
      return { id };
    },
    find: async (_tenant, to) => ({ accountId: to, address: { email: to } }),
  };
  const run = (on: Platform = platform) => runDue({ db, platforms: [on], now: clock.now, log });
  return {
    db,
    regioId,
    ask,
    clock,
    log,
    platform,
    sent,
    say: (email: string, line: string) => session.take(email, line),
    /** Gives a file; gives what is seen in answer. */
    give: (email: string, name: string, bytes: Uint8Array) =>
      session.give(email, { name, size: bytes.length, read: async () => bytes }),
    run: () => run(),
    /** The same, through another platform. */
    runOn: (on: Platform) => run(on),
    /** Moves the clock on, with all that falls due on the way. */
    passTo: (at: Temporal.Instant, on?: Platform) =>
      passThrough({ ...clock, nextDue: () => nextDue(db), runDue: () => run(on) }, at),
    inRegio: <T>(work: Parameters<typeof db.inRegio<T>>[1]) => db.inRegio(regioId, work),
    /** Makes everything as it was right after loading, at `start`. */
    reset: async () => {
      time = start;
      sent.length = 0;
      delete platform.fails;
      await putBack(db);
    },
    /** Gives the database back, for the next test file. */
    close: () => db.close(),
  };
}
