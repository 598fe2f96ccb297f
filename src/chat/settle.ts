import type { Tx } from '../db/database.ts';
import { DeliveryError } from './platform.ts';
import { Unfindable, type Workspace, wayName } from './way.ts';

/** On a way that is not the last: about a quarter of an hour, so that a dead platform does not hold up a deadline. */
const ATTEMPTS = 5;
/** On the last: with the doubling waits below about four hours and a quarter after the first. */
const ATTEMPTS_LAST = 9;
/** How often, an hour apart, is looked for somebody who is on no platform. */
const LOOKS = 3;
/** However long a platform asks to wait, in seconds. */
const LONGEST = 3_600;

/**
 * A bericht as it was claimed: `pogingen` and `volgendeOp`, the end of the claim, guard it; `versie` tells whether it has
 * changed since.
 */
type Claimed = {
  id: number;
  pogingen: number;
  volgendeOp: Date;
  versie: number;
  kanaalId: number | null;
  draadId: number | null;
  fout: string | null;
  gehad: string[];
};

/** What became of it. */
export type Settled = Parameters<Tx['bericht']['updateMany']>[0]['data'];

/** One attempt to deliver, and what became of that; without `on` there was no way to try. */
export type Poging = {
  on: Workspace | undefined;
  uitkomst: 'verzonden' | 'mislukt' | 'onbekend';
  fout?: string;
};

const claimOf = ({ id, pogingen, volgendeOp }: Claimed) => {
  return { id, status: 'bezig' as const, pogingen, volgendeOp };
};

/**
 * Conditional on the claim: who took so long that another took over, no longer has a say. When what it says changed
 * while it was on its way, it goes again. The attempt leaves its row whoever has the say.
 */
export async function settleClaim(
  tx: Tx,
  claimed: Claimed,
  change: Settled,
  now: Temporal.Instant,
  poging?: Poging,
): Promise<void> {
  if (poging) await addBezorging(tx, claimed.id, poging, now);
  const claim = claimOf(claimed);
  const done = change.status === 'verzonden' || change.status === 'vervallen';
  const same = done ? { versie: claimed.versie } : {};
  const { count } = await tx.bericht.updateMany({ where: { ...claim, ...same }, data: change });
  if (count > 0) return;
  const again = { status: 'wacht' as const, pogingen: 0, volgendeOp: new Date(now.epochMilliseconds) };
  await tx.bericht.updateMany({ where: claim, data: { ...change, ...again } });
}

/** Keeps by which way it is being sent, before it is; false: another has it in hand by now. */
export async function setOut(tx: Tx, claimed: Claimed, on: Workspace): Promise<boolean> {
  const { count } = await tx.bericht.updateMany({
    where: claimOf(claimed),
    data: { onderweg: wayName(on) },
  });
  return count > 0;
}

async function addBezorging(
  tx: Tx,
  berichtId: number,
  { on, uitkomst, fout }: Poging,
  now: Temporal.Instant,
) {
  const where = { platform: on?.platform.name ?? null, tenant: on?.tenant ?? '' };
  const row = { berichtId, op: new Date(now.epochMilliseconds), ...where, uitkomst, fout: fout ?? null };
  await tx.bezorging.createMany({ data: [row] });
}

/** Somebody took away the message that was to be edited. What begins a thread is said anew; all else stays away. */
export async function settleGone(tx: Tx, claimed: Claimed, now: Temporal.Instant, poging: Poging) {
  await addBezorging(tx, claimed.id, poging, now);
  const claim = claimOf(claimed);
  if (claimed.kanaalId === null || claimed.draadId !== null) {
    await tx.bericht.updateMany({ where: claim, data: { status: 'vervallen' } });
    return;
  }
  await tx.$executeRaw`
    update bericht set plek = null, status = 'wacht', pogingen = 0, volgende_op = ${new Date(now.epochMilliseconds)}
    where id = ${claim.id} and status = 'bezig' and pogingen = ${claim.pogingen} and volgende_op = ${claim.volgendeOp}`;
}

/** Not an attempt: it was not tried. */
export const putOff = ({ pogingen }: Claimed, volgendeOp: Settled['volgendeOp']): Settled => {
  return { status: 'wacht', pogingen: pogingen - 1, ...(volgendeOp !== undefined && { volgendeOp }) };
};

/** Why a bericht did not arrive, as far as a person is helped by it; `bezorging` and the log have the rest. */
export type Fout = 'niet_gevonden' | 'geweigerd' | 'geen_antwoord' | 'kanaal_weg' | 'vertrokken';

type Failed = {
  error: unknown;
  /** Where it was tried; undefined: it did not come to that. */
  on: Workspace | undefined;
  /** There is another way to try. */
  elsewhere: boolean;
};

/** Whether this way has had its attempts, if there is another; asked before that is looked up. */
export const isWorn = (error: unknown, { pogingen }: Claimed): boolean =>
  isFinal(error) || pogingen >= ATTEMPTS;

const isFinal = (error: unknown): boolean => error instanceof DeliveryError && error.final;

/** Tries again after 1, 2, 4, … minutes, or when the platform said; then goes on to the next way, at last gives up. */
export function afterFailure(
  { error, on, elsewhere }: Failed,
  claimed: Claimed,
  now: Temporal.Instant,
): Settled {
  const { id, pogingen, gehad } = claimed;
  const fout = foutOf(error);
  // After a way that was given up, not being found anywhere else says less than why that was.
  if (error instanceof Unfindable && gehad.length > 0)
    return { status: 'mislukt', fout: claimed.fout ?? fout };
  if (on && elsewhere && isWorn(error, claimed)) {
    const next = { pogingen: 0, volgendeOp: new Date(now.epochMilliseconds) };
    return { status: 'wacht', fout, gehad: [...gehad, wayName(on)], ...next };
  }
  const attempts = error instanceof Unfindable ? LOOKS : ATTEMPTS_LAST;
  if (isFinal(error) || pogingen >= attempts) return { status: 'mislukt', fout };
  return {
    status: 'wacht',
    fout,
    volgendeOp: new Date(now.add({ seconds: waitOf(error, id, pogingen) }).epochMilliseconds),
  };
}

/** In seconds. Spread by id, so that what failed together does not come back together. */
function waitOf(error: unknown, id: number, pogingen: number): number {
  const asked = pauseOf(error);
  return Math.ceil(asked ?? 60 * 2 ** (pogingen - 1)) + (id % 20);
}

/** How long the platform asks to wait, in seconds, within reason; undefined: it does not say. */
export function pauseOf(error: unknown): number | undefined {
  const asked = error instanceof DeliveryError ? error.retryAfter : undefined;
  return asked ? Math.min(asked, LONGEST) : undefined;
}

function foutOf(error: unknown): Fout {
  if (error instanceof Unfindable) return 'niet_gevonden';
  if (!(error instanceof DeliveryError) || !error.final) return 'geen_antwoord';
  return error.gone === 'channel' ? 'kanaal_weg' : 'geweigerd';
}
