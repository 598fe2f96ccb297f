import type { Tx } from '../db/database.ts';
import type { Input } from './card.ts';
import type { Asked } from './command.ts';
import type { PlatformName } from './platform.ts';

/** Who does something, when and where; null: on the command line. */
export type Door = { persoonId: number | null; platform: PlatformName | null; now: Temporal.Instant };

export const doorOf = ({ asker, platform, now }: Asked): Door => ({ persoonId: asker.id, platform, now });

/** Adds a line to the log of the regio: who did what, when and where; in the transaction that does it. */
export async function addLogregel(asked: Asked, wat: string, inhoud: Input): Promise<void> {
  const { persoonId, platform, now } = doorOf(asked);
  const op = new Date(now.epochMilliseconds);
  await asked.tx.logregel.create({ data: { op, persoonId, platform, wat, inhoud } });
}

/** Adds many lines at once, in their order. */
export async function addLogregels(
  tx: Tx,
  { persoonId, platform, now }: Door,
  regels: readonly { wat: string; inhoud: Input }[],
): Promise<void> {
  const lines = regels.map((regel, volgorde) => ({ ...regel, volgorde }));
  await tx.$executeRaw`
    insert into logregel (op, persoon_id, platform, wat, inhoud)
    select ${new Date(now.epochMilliseconds)}::timestamptz, ${persoonId}::int, ${platform}::"Platform", wat, inhoud
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as regel(wat text, inhoud jsonb, volgorde int)
    order by volgorde`;
}
