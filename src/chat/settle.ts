import type { Tx } from '../db/database.ts';
import { DeliveryError } from './platform.ts';
import { Unfindable } from './way.ts';

/** With the doubling waits below: about four hours and a quarter after the first. */
const ATTEMPTS = 9;
/** How often, an hour apart, is looked for somebody who is on no platform. */
const LOOKS = 3;

/** A bericht as it was claimed: `pogingen` guards the claim, `versie` tells whether it has changed since. */
type Claimed = {
  id: number;
  pogingen: number;
  versie: number;
  kanaalId: number | null;
  draadId: number | null;
};

/** What became of it. */
export type Settled = Parameters<Tx['bericht']['updateMany']>[0]['data'];

/**
 * Conditional on the claim: who took so long that another took over, no longer has a say. When what it says changed
 * while it was on its way, it goes again.
 */
export async function settleClaim(
  tx: Tx,
  { id, pogingen, versie }: Claimed,
  change: Settled,
  now: Temporal.Instant,
): Promise<void> {
  const claim = { id, status: 'bezig' as const, pogingen };
  const done = change.status === 'verzonden' || change.status === 'vervallen';
  const same = done ? { versie } : {};
  const { count } = await tx.bericht.updateMany({ where: { ...claim, ...same }, data: change });
  if (count > 0) return;
  const again = { status: 'wacht' as const, pogingen: 0, volgendeOp: new Date(now.epochMilliseconds) };
  await tx.bericht.updateMany({ where: claim, data: { ...change, ...again } });
}

/** Somebody took away the message that was to be edited. What begins a thread is said anew; all else stays away. */
export async function settleGone(
  tx: Tx,
  { id, pogingen, kanaalId, draadId }: Claimed,
  now: Temporal.Instant,
) {
  const claim = { id, status: 'bezig' as const, pogingen };
  if (kanaalId === null || draadId !== null) {
    await tx.bericht.updateMany({ where: claim, data: { status: 'vervallen' } });
    return;
  }
  await tx.$executeRaw`
    update bericht set plek = null, status = 'wacht', pogingen = 0, volgende_op = ${new Date(now.epochMilliseconds)}
    where id = ${id} and status = 'bezig' and pogingen = ${pogingen}`;
}

/** Not an attempt: it was not tried. */
export const putOff = ({ pogingen }: Claimed, volgendeOp: Settled['volgendeOp']): Settled => {
  return { status: 'wacht', pogingen: pogingen - 1, ...(volgendeOp !== undefined && { volgendeOp }) };
};

/** Why a bericht did not arrive, as far as a person is helped by it; the log has the rest. */
export type Fout = 'niet_gevonden' | 'geweigerd' | 'geen_antwoord' | 'kanaal_weg' | 'vertrokken';

/** Tries again after 1, 2, 4, … minutes, or when the platform said; gives up after `ATTEMPTS`. */
export function afterFailure(error: unknown, { id, pogingen }: Claimed, now: Temporal.Instant): Settled {
  const final = error instanceof DeliveryError && error.final;
  const attempts = error instanceof Unfindable ? LOOKS : ATTEMPTS;
  const fout = foutOf(error);
  if (final || pogingen >= attempts) return { status: 'mislukt', fout };
  const asked = error instanceof DeliveryError ? (error.retryAfter ?? 0) : 0;
  // Spread by id, so that what failed together does not come back together.
  const seconds = Math.max(60 * 2 ** (pogingen - 1), asked) + (id % 20);
  return {
    status: 'wacht',
    fout,
    volgendeOp: new Date(now.add({ seconds: Math.ceil(seconds) }).epochMilliseconds),
  };
}

function foutOf(error: unknown): Fout {
  if (error instanceof Unfindable) return 'niet_gevonden';
  if (!(error instanceof DeliveryError) || !error.final) return 'geen_antwoord';
  return error.gone === 'channel' ? 'kanaal_weg' : 'geweigerd';
}
