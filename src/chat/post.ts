import type { Tx } from '../db/database.ts';
import type { Input } from './card.ts';

export type Bericht = ({ persoonId: number } | { kanaalId: number; draadId?: number }) & {
  /** Which composer makes the card, when it is sent. */
  soort: string;
  inhoud: Input;
};

/**
 * Puts what is to be said in the outbox: it is said if, and only if, this transaction commits. Gives the ids, in the
 * same order.
 */
export async function post(tx: Tx, berichten: readonly Bericht[], now: Temporal.Instant): Promise<number[]> {
  const at = new Date(now.epochMilliseconds);
  const rows = await tx.bericht.createManyAndReturn({
    data: berichten.map((bericht) => ({ ...bericht, gemaaktOp: at, volgendeOp: at })),
    select: { id: true },
  });
  return rows.map(({ id }) => id).sort((a, b) => a - b);
}

/**
 * What these berichten say has changed. One that was sent is edited where it stands; one that waits, or is on its way,
 * says in the end what is true then; one that was not worth sending, or could not be sent, has a new chance.
 */
export async function revise(tx: Tx, ids: readonly number[], now: Temporal.Instant): Promise<void> {
  const at = new Date(now.epochMilliseconds);
  const some = [...ids];
  if (some.length === 0) return;
  // Taken in the same order by everybody: two at the same time do not wait for each other, and lose nothing.
  await tx.$queryRaw`select id from bericht where id = any(${some}::integer[]) order by id for update`;
  await tx.$executeRaw`
    update bericht set versie = versie + 1,
      status = case when status in ('wacht', 'bezig') then status else 'wacht' end,
      pogingen = case when status in ('wacht', 'bezig') then pogingen else 0 end,
      gehad = case when status in ('wacht', 'bezig') then gehad else '{}' end,
      volgende_op = case when status in ('wacht', 'bezig') then volgende_op else ${at} end,
      gemeld_op = null
    where id = any(${some}::integer[])`;
}
