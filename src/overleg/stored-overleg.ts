import { z } from 'zod';
import type { Asked } from '../chat/command.ts';
import type { Tx } from '../db/database.ts';
import { dagText, parseMoment, requireMoment, tijdText, toLocal } from '../kalender/datum.ts';
import { Refusal } from '../refusal.ts';
import { findVergadering, type StoredVergadering } from './stored-vergadering.ts';
import { beginText, dagVanText, voorbeeldText } from './vergadering.ts';

/** By code or name. An overleg that has been taken over gives the one that took over. Refuses an unknown one. */
export async function findOverleg(tx: Tx, code: string, now: Temporal.Instant) {
  const all = await tx.overleg.findMany({ include: { opvolger: true }, orderBy: { id: 'asc' } });
  const asked = code.toLowerCase();
  const found = all.find(
    (overleg) => overleg.code.toLowerCase() === asked || overleg.naam.toLowerCase() === asked,
  );
  if (!found) {
    throw new Refusal(
      `Ik ken geen overleg «${code}». Kies uit: ${all.map((overleg) => overleg.code).join(', ')}.`,
    );
  }
  const since = found.opvolgerVanaf?.getTime();
  return found.opvolger && since !== undefined && since <= now.epochMilliseconds ? found.opvolger : found;
}

/** The overleg that words begin with, by its code or name, and the words after it. */
export async function overlegIn(tx: Tx, words: string): Promise<{ code?: string; rest: string }> {
  const text = words.trim();
  const all = await tx.overleg.findMany({ select: { code: true, naam: true }, orderBy: { id: 'asc' } });
  for (const { code, naam } of all) {
    const name = [code, naam].find((one) => `${text} `.toLowerCase().startsWith(`${one} `.toLowerCase()));
    if (name) return { code, rest: text.slice(name.length).trim() };
  }
  return { rest: text };
}

/** The first vergadering to come, of the overleg with that code (or name) if one is given. Refuses if there is none. */
export async function nextVergadering({ tx, now }: Asked, code?: string): Promise<StoredVergadering> {
  const overleg = code ? await findOverleg(tx, code, now) : undefined;
  const [next] = await coming(tx, now, overleg?.id);
  if (next) return findVergadering(tx, next.id);
  const of = overleg ? ` van ${overleg.naam}` : '';
  const plan = `overleg plan${overleg ? ` ${overleg.code}` : ''} ${voorbeeldText(now)}`;
  throw new Refusal(`Er is geen vergadering${of} gepland. De secretaris plant er een met «${plan}».`);
}

/** What names a vergadering, as the input of a command: a button gives its number, words the code and the day. */
export const welke = {
  vergadering: z.number().int().optional(),
  code: z.string().trim().max(60).optional(),
  dag: z.string().max(80).optional(),
};
export type Welke = {
  vergadering?: number | undefined;
  code?: string | undefined;
  dag?: string | undefined;
};

/** The vergadering that is named; without a number and a day the next one. Refuses one that is not to come. */
export async function findWelke(asked: Asked, { vergadering, code, dag }: Welke): Promise<StoredVergadering> {
  if (vergadering !== undefined) return vergaderingToCome(asked, vergadering);
  return dag === undefined ? nextVergadering(asked, code) : vergaderingOn(asked, code, dag);
}

/**
 * As `findWelke`, to change it: where several overleggen have one to come, the next one of all is not meant by saying
 * nothing, and the code has to be given. `example` makes the sentence to type from a code.
 */
export async function findWelkeToChange(
  asked: Asked,
  named: Welke,
  example: (code: string) => string,
): Promise<StoredVergadering> {
  if (named.vergadering !== undefined || named.dag !== undefined || named.code)
    return findWelke(asked, named);
  const all = await coming(asked.tx, asked.now);
  const first = [...Map.groupBy(all, ({ overlegId }) => overlegId).values()].flatMap(([one]) => one ?? []);
  if (first.length < 2) return nextVergadering(asked);
  const which = first.map(
    ({ overleg, begin }) => `${overleg.code} op ${beginText(begin.toTemporalInstant())}`,
  );
  throw new Refusal(
    `Er staat meer dan één overleg gepland: ${which.join('; ')}. Zet de code erbij, bijvoorbeeld «${example(first[0]?.overleg.code ?? '')}».`,
  );
}

/** The vergadering of a button. Refuses one that is not to come any more. */
export async function vergaderingToCome({ tx, now }: Asked, id: number): Promise<StoredVergadering> {
  const begin = { gt: new Date(now.epochMilliseconds) };
  if (await tx.vergadering.findFirst({ where: { id, status: 'gepland', begin } }))
    return findVergadering(tx, id);
  throw new Refusal('Deze vergadering is geweest of gaat niet door. Typ «overleg» voor de volgende.');
}

/** The vergadering on a day, with a time of day at that time. Refuses where there is none, or more than one. */
async function vergaderingOn({ tx, now }: Asked, code: string | undefined, dag: string) {
  const today = toLocal(now).toPlainDate();
  const { date, time } = requireMoment(dag, today, 'vooruit');
  const overleg = code ? await findOverleg(tx, code, now) : undefined;
  const all = (await coming(tx, now, overleg?.id)).map((row) => ({
    ...row,
    at: row.begin.toTemporalInstant(),
  }));
  const there = all.filter(({ at }) => {
    return toLocal(at).toPlainDate().equals(date) && (time === undefined || tijdText(at) === time);
  });
  const [one, ...others] = there;
  if (one && others.length === 0) return findVergadering(tx, one.id);
  if (one) {
    const which = there.map((each) => `${each.overleg.code} om ${tijdText(each.at)} uur`).join('; ');
    throw new Refusal(
      `Op ${dagText(date)} is er meer dan één vergadering: ${which}. Zet de code en de tijd erbij, bijvoorbeeld «overleg ${one.overleg.code} van ${dagVanText(one.at)} ${tijdText(one.at)}».`,
    );
  }
  const when = time === undefined ? dagText(date) : `${dagText(date)} om ${time} uur`;
  const more = Temporal.PlainDate.compare(date, today) <= 0 ? ' meer' : '';
  throw new Refusal(`Op ${when} is geen vergadering${more}. ${choiceText(all, date)}`);
}

/** More days than these nobody chooses from. */
const KEUZES = 8;

/** The days that there are to choose from; of many those around a day. */
function choiceText(
  all: readonly { overlegId: number; overleg: { code: string }; at: Temporal.Instant }[],
  around: Temporal.PlainDate,
): string {
  const away = ({ at }: { at: Temporal.Instant }) => Math.abs(around.until(toLocal(at).toPlainDate()).days);
  const near = [...all].sort((a, b) => away(a) - away(b)).slice(0, KEUZES);
  const several = new Set(all.map(({ overlegId }) => overlegId)).size > 1;
  const days = near
    .sort((a, b) => Temporal.Instant.compare(a.at, b.at))
    .map(({ overleg, at }) => `${several ? `${overleg.code} op ` : ''}${dagText(toLocal(at).toPlainDate())}`);
  return days.length > 0 ? `Kies uit: ${[...new Set(days)].join('; ')}.` : 'Er is er geen gepland.';
}

/** The day that words begin with, and the words after it. After «van» or «op» a day that cannot be is refused. */
export function dagIn(words: string, now: Temporal.Instant): { dag?: string; rest: string } {
  const { van, from = '' } = DAG_VOOROP.exec(words)?.groups ?? {};
  const today = toLocal(now).toPlainDate();
  const parts = from.split(' ');
  for (let count = Math.min(parts.length, DAG_LANG); count > 0; count--) {
    const dag = parts.slice(0, count).join(' ');
    if (parseMoment(dag, today)) return { dag, rest: parts.slice(count).join(' ') };
  }
  // What begins with a number is a day, mistyped: not a place called «van 31 februari».
  if (van && /^\d/.test(from)) requireMoment(parts.slice(0, 3).join(' '), today, 'vooruit');
  return { rest: words };
}

/** Without «van» or «op» before it only what is no house number. */
const DAG_VOOROP = /^(?:(?<van>van|op) (?<from>.+)|(?<from>\d{1,2} [a-z].*|\d+[-/]\d+[-/]\d.*))$/i;

/** How many words a day with a time has at most: «donderdag 14 oktober 2027 om 10:00 uur». */
const DAG_LANG = 7;

function coming(tx: Tx, now: Temporal.Instant, overlegId?: number) {
  return tx.vergadering.findMany({
    where: {
      status: 'gepland',
      begin: { gt: new Date(now.epochMilliseconds) },
      ...(overlegId === undefined ? {} : { overlegId }),
    },
    include: { overleg: true },
    orderBy: [{ begin: 'asc' }, { id: 'asc' }],
  });
}
