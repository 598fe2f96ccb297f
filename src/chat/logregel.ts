import type { Tx } from '../db/database.ts';
import type { Input } from './card.ts';
import type { Asked } from './command.ts';
import type { PlatformName } from './platform.ts';

/** Who does something, when and where; null: on the command line. */
export type Door = { persoonId: number | null; platform: PlatformName | null; now: Temporal.Instant };

export const doorOf = ({ asker, platform, now }: Asked): Door => ({ persoonId: asker.id, platform, now });

/** Adds a line to the log of the regio: who did what, when and where; in the transaction that does it. */
export async function addLogregel(asked: Asked, wat: string, inhoud: Input): Promise<void> {
  await addLogregels(asked.tx, doorOf(asked), [{ wat, inhoud }]);
}

export async function addLogregels(
  tx: Tx,
  { persoonId, platform, now }: Door,
  regels: readonly { wat: string; inhoud: Input }[],
): Promise<void> {
  const op = new Date(now.epochMilliseconds);
  await tx.logregel.createMany({ data: regels.map((regel) => ({ op, persoonId, platform, ...regel })) });
}
