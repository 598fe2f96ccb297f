import { isDeepStrictEqual } from 'node:util';
import type { Tx } from '../db/database.ts';
import type { Persoon } from '../persoon/persoon.ts';
import type { Input, Json } from './card.ts';
import type { Request } from './platform.ts';

const persoon = { include: { organisatie: true, aanstellingen: true } } as const;
const HOUR = 3_600_000;

/** The persoon behind an account that has been seen before; keeps its address as it is now. */
export async function recognise(
  tx: Tx,
  request: Request,
  now: Temporal.Instant,
): Promise<Persoon | undefined> {
  const { platform, tenant } = request;
  if (platform === 'mail') return byEmail(tx, request.account.id);
  const account = await tx.account.findFirst({
    where: { platform, tenant, accountId: request.account.id, persoon: { vertrokkenOp: null } },
    include: { persoon },
  });
  if (!account) return undefined;
  const address = joined(account.address as Json, request.account.address);
  const moved = !isDeepStrictEqual(account.address, address);
  if (moved || now.epochMilliseconds - account.seenAt.getTime() > HOUR) {
    await tx.account.updateMany({ where: { id: account.id }, data: seen(address, now) });
  }
  return account.persoon;
}

/**
 * By mail the address is the account, so nothing is kept: a page that is looked at changes nothing, and an address that
 * is somebody else's now, or of somebody who has left, is not known by what it was.
 */
async function byEmail(tx: Tx, email: string): Promise<Persoon | undefined> {
  const where = { email: email.toLowerCase(), vertrokkenOp: null };
  return (await tx.persoon.findFirst({ where, ...persoon })) ?? undefined;
}

/** Ties an account that has not been seen before to the persoon with the e-mail address of its profile. */
export async function meet(tx: Tx, request: Request, email: string | undefined, now: Temporal.Instant) {
  const found = email && (await byEmail(tx, email));
  if (!found || request.platform === 'mail') return undefined;
  const { platform, tenant } = request;
  const { id: accountId, address } = request.account;
  const row = { platform, tenant, accountId, persoonId: found.id, ...seen(address, now) };
  await tx.account.createMany({ data: [row], skipDuplicates: true });
  // What could not reach them before can now, as far as it still has a point.
  const missed = { persoonId: found.id, status: 'mislukt' as const, herinneringen: { some: {} } };
  const volgendeOp = new Date(now.epochMilliseconds);
  await tx.bericht.updateMany({
    where: missed,
    data: { status: 'wacht', pogingen: 0, gehad: [], volgendeOp },
  });
  return found;
}

/** What is known of an address already stays, where the platform does not say it again. */
function joined(known: Json, given: Json): Json {
  const both = [known, given].every(
    (part) => typeof part === 'object' && part !== null && !Array.isArray(part),
  );
  return both ? { ...(known as Input), ...(given as Input) } : given;
}

function seen(address: Json, now: Temporal.Instant) {
  return { address: address ?? {}, seenAt: new Date(now.epochMilliseconds) };
}
