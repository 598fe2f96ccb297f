import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import type { Tx } from '../db/database.ts';
import { Refusal } from '../refusal.ts';
import { overlegCard } from './overleg-card.ts';
import { asksAbout, findVergadering, type StoredVergadering } from './stored-vergadering.ts';

const code = z.string().trim().max(60).optional();

export const showOverleg = command({
  name: 'overleg.toon',
  input: z.object({ code }),
  phrases: [
    /^(?:het )?(?:volgende )?(?:overleg|vergadering)(?: (?<code>[\p{L}-]{2,20}))?[?.!]*$/iu,
    /^wanneer is (?:het |de )?(?:volgende )?(?:overleg|vergadering)[?.!]*$/i,
  ],
  run: async ({ code }, asked): Promise<Card> => showVergadering(await nextVergadering(asked, code), asked),
});

/** How a vergadering stands, as the asker may see it. */
export async function showVergadering(
  vergadering: StoredVergadering,
  { tx, asker, now }: Asked,
): Promise<Card> {
  const all = await asksAbout(tx, vergadering, { open: false });
  const open = await asksAbout(tx, vergadering, { open: true });
  const planned = await tx.herinnering.groupBy({
    by: ['soort', 'status', 'geplandOp'],
    where: { vergaderingId: vergadering.id },
    _count: true,
    orderBy: { geplandOp: 'asc' },
  });
  const undelivered = await tx.bericht.count({
    where: { status: 'mislukt', herinnering: { vergaderingId: vergadering.id } },
  });
  const counts = { all: all.length, open: open.length, undelivered };
  const aanloop = planned.map(({ soort, status, geplandOp, _count }) => ({
    soort,
    status,
    geplandOp,
    count: _count,
  }));
  return overlegCard({ vergadering, counts, aanloop, secretaris: asker.rol === 'secretaris', now });
}

/** The first vergadering to come, of the overleg with that code (or name) if one is given. Refuses if there is none. */
export async function nextVergadering({ tx, now }: Asked, code?: string): Promise<StoredVergadering> {
  const overleg = code ? await findOverleg(tx, code, now) : undefined;
  const next = await tx.vergadering.findFirst({
    where: {
      status: 'gepland',
      begin: { gt: new Date(now.epochMilliseconds) },
      ...(overleg ? { overlegId: overleg.id } : {}),
    },
    orderBy: [{ begin: 'asc' }, { id: 'asc' }],
  });
  if (next) return findVergadering(tx, next.id);
  const of = overleg ? ` van ${overleg.naam}` : '';
  throw new Refusal(
    `Er is geen vergadering${of} gepland. De secretaris plant er een met «overleg plan 14 januari 2027 10:00».`,
  );
}

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
