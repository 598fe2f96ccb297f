import { pino } from 'pino';
import { dispatcher } from '../src/chat/dispatch.ts';
import type { Letter, Platform } from '../src/chat/platform.ts';
import { cardText } from '../src/chat/text.ts';
import { commands } from '../src/commands.ts';
import { passThrough } from '../src/console/quarter.ts';
import { newSession, TENANT } from '../src/console/session.ts';
import type { Database } from '../src/db/database.ts';
import { nextDue, runDue } from '../src/jobs.ts';
import { momentText } from '../src/kalender/datum.ts';
import { install } from '../src/regio/install.ts';
import { type Kind, regionDatabase, regioOf } from './database.ts';
import { START } from './moments.ts';

/** What the tests change, as it was right after loading: kept beside it, and put back. */
const KEEP = [
  'create schema kept',
  'create table kept.vergaderingstap as table vergaderingstap',
  'create table kept.vergadering as table vergadering',
  'create table kept.herinnering as table herinnering',
  'create table kept.synoniem as table synoniem',
  'create table kept.persoon as table persoon',
  'create table kept.bezetting as table bezetting',
  ...['actie', 'trekker', 'thema', 'pijler'].map((table) => `create table kept.${table} as table ${table}`),
];
const PUT_BACK = [
  'update actie set update_id = null, opgegaan_in = null, opgegaan_op = null, gesplitst_van = null',
  ...[
    'voorstel',
    'trekker',
    'verzoek',
    'synoniem',
    'abonnement',
    'herinnering',
    'bezorging',
    'bericht',
    'voorkeur',
    'afwezigheid',
    'vakantie',
    'aanloopstap',
    'vergaderingstap',
    'overslaan',
    'afgewezen',
    'hartslag',
    'tempo',
    'kanaal',
    'vergadering',
    'logregel',
    'handled_request',
    'account',
    'actie_update',
    'aanstelling',
    'bezetting',
    'import',
  ].map((table) => `delete from ${table}`),
  'delete from actie where id not in (select id from kept.actie)',
  'update pijler set naam = kept.naam from kept.pijler as kept where kept.id = pijler.id',
  `insert into thema table kept.thema on conflict (regio_id, id)
   do update set naam = excluded.naam, pijler_id = excluded.pijler_id`,
  `update actie set titel = kept.titel, thema_id = kept.thema_id, doelgroep = kept.doelgroep, bereik = kept.bereik,
   financiering = kept.financiering, bron = kept.bron, status = kept.status from kept.actie as kept where kept.id = actie.id`,
  'delete from thema where id not in (select id from kept.thema)',
  'delete from persoon where id not in (select id from kept.persoon)',
  `update persoon set naam = kept.naam, email = kept.email, rol = kept.rol,
    organisatie_id = kept.organisatie_id, vertrokken_op = kept.vertrokken_op, bereik = kept.bereik, bereik_op = kept.bereik_op
    from kept.persoon as kept where kept.id = persoon.id`,
  'insert into trekker table kept.trekker',
  'insert into bezetting table kept.bezetting',
  'insert into synoniem table kept.synoniem',
  'insert into vergadering table kept.vergadering',
  'insert into vergaderingstap table kept.vergaderingstap',
  'insert into herinnering table kept.herinnering',
];

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
 * it is given. `say` gives what is seen in answer; a label presses the button of the last message.
 */
export async function talkOn(kind: Kind, start = START) {
  const db: Database = await regionDatabase(kind);
  await install(db, 'console', TENANT);
  const regioId = await regioOf(db);
  for (const sql of KEEP) await db.owner.$executeRawUnsafe(sql);
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
  const platform: Platform & { fails?: (letter: Letter) => void } = {
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
      await db.owner.$transaction(async (tx) => {
        for (const sql of PUT_BACK) await tx.$executeRawUnsafe(sql);
      });
    },
    close: () => db.close(),
  };
}
