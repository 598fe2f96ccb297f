import type { Tx } from '../db/database.ts';
import type { Input } from './card.ts';

export type Bericht = {
  persoonId: number;
  /** Which composer makes the card, when it is sent. */
  soort: string;
  inhoud: Input;
  herinneringId?: number;
};

/** Puts what is to be said in the outbox: it is said if, and only if, this transaction commits. */
export async function post(tx: Tx, berichten: readonly Bericht[], now: Temporal.Instant): Promise<void> {
  const at = new Date(now.epochMilliseconds);
  await tx.bericht.createMany({
    data: berichten.map((bericht) => ({ ...bericht, gemaaktOp: at, volgendeOp: at })),
  });
}
