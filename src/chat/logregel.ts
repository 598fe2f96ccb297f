import type { Input } from './card.ts';
import type { Asked } from './command.ts';

/** Adds a line to the log of the regio: who did what, when and where; in the transaction that does it. */
export async function addLogregel(
  { tx, asker, now, platform }: Asked,
  wat: string,
  inhoud: Input,
): Promise<void> {
  const op = new Date(now.epochMilliseconds);
  await tx.logregel.create({ data: { op, persoonId: asker.id, platform, wat, inhoud } });
}
