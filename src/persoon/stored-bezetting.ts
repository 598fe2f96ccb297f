import type { Tx } from '../db/database.ts';
import { vandaag } from './stored-werk.ts';
import type { Gehouden } from './werk.ts';

const DAY = 86_400_000;

/** Ends what somebody holds: today is the last day. What had not begun is as if it never was. */
export async function endBezettingen(tx: Tx, zetels: readonly Gehouden[], now: Temporal.Instant) {
  const today = vandaag(now);
  const id = (begun: boolean) => ({
    in: zetels.filter(({ van }) => van <= today === begun).map(({ bezettingId }) => bezettingId),
  });
  await tx.bezetting.deleteMany({ where: { id: id(false) } });
  await tx.bezetting.updateMany({ where: { id: id(true) }, data: { tot: today } });
}

/** Gives zetels to somebody from tomorrow on: on no day are there two who hold one. Who holds it already keeps it. */
export async function takeOverZetels(
  tx: Tx,
  zetels: readonly Gehouden[],
  persoonId: number,
  now: Temporal.Instant,
): Promise<void> {
  const today = vandaag(now);
  const holds = await tx.bezetting.findMany({
    where: {
      persoonId,
      zetelId: { in: zetels.map(({ zetelId }) => zetelId) },
      OR: [{ tot: null }, { tot: { gt: today } }],
    },
  });
  const held = new Set(holds.map(({ zetelId }) => zetelId));
  const tomorrow = new Date(today.getTime() + DAY);
  await tx.bezetting.createMany({
    data: zetels
      .filter(({ zetelId }) => !held.has(zetelId))
      .map(({ zetelId, van, tot }) => ({ zetelId, persoonId, van: van > tomorrow ? van : tomorrow, tot })),
  });
}
