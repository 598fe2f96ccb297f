import type { Tx } from '../db/database.ts';
import type { Input } from './card.ts';

export type Bericht = {
  persoonId: number;
  /** Which composer makes the card, when it is sent. */
  soort: string;
  inhoud: Input;
  herinneringId?: number;
};

/** Puts something to say to a persoon in the outbox: it is said if, and only if, this transaction commits. */
export async function post(tx: Tx, bericht: Bericht, now: Temporal.Instant): Promise<void> {
  const at = new Date(now.epochMilliseconds);
  await tx.bericht.create({ data: { ...bericht, gemaaktOp: at, volgendeOp: at } });
}
