import type { Asked } from '../chat/command.ts';
import type { Tx } from '../db/database.ts';
import { Refusal } from '../refusal.ts';
import { findVergadering, type StoredVergadering } from './stored-vergadering.ts';
import { beginText, voorbeeldText } from './vergadering.ts';

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

/**
 * As `nextVergadering`, to change it: where several overleggen have one to come, the code has to be given. `example`
 * makes the sentence to type from a code.
 */
export async function vergaderingToChange(
  asked: Asked,
  code: string | undefined,
  example: (code: string) => string,
): Promise<StoredVergadering> {
  if (code) return nextVergadering(asked, code);
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
