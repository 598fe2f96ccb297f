import type { Asked } from '../chat/command.ts';
import type { Tx } from '../db/database.ts';
import { parseMoment, requireMoment, toLocal } from '../kalender/datum.ts';
import { Refusal } from '../refusal.ts';
import { findVergadering, isKomend, type isLopend, type StoredVergadering } from './stored-vergadering.ts';
import { voorbeeldText } from './vergadering.ts';

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

/** Which vergaderingen can be meant: those to come, or those about which something is still said too. */
export type Waaruit = typeof isKomend | typeof isLopend;

/** In order of time. */
export function coming(tx: Tx, now: Temporal.Instant, overlegId?: number, waaruit: Waaruit = isKomend) {
  return tx.vergadering.findMany({
    where: {
      ...waaruit(now),
      ...(overlegId === undefined ? {} : { overlegId }),
    },
    include: { overleg: true },
    orderBy: [{ begin: 'asc' }, { id: 'asc' }],
  });
}
