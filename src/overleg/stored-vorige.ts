import type { Tx } from '../db/database.ts';

/**
 * The last vergadering that has begun, of the overleg that meets next; while nothing is planned, of any overleg.
 * Undefined: there was none yet.
 */
export async function vorigeVergadering(tx: Tx, now: Temporal.Instant) {
  const at = new Date(now.epochMilliseconds);
  const next = await tx.vergadering.findFirst({
    where: { status: 'gepland', begin: { gt: at } },
    orderBy: [{ begin: 'asc' }, { id: 'asc' }],
  });
  return (
    (await tx.vergadering.findFirst({
      where: {
        status: 'gepland',
        begin: { lte: at },
        ...(next ? { overlegId: next.overlegId } : {}),
      },
      include: { overleg: true },
      orderBy: [{ begin: 'desc' }, { id: 'desc' }],
    })) ?? undefined
  );
}
