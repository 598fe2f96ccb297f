import type { Tx } from '../db/database.ts';
import type { Persoon } from '../persoon/persoon.ts';
import type { Request } from './platform.ts';

const persoon = { include: { organisatie: true } } as const;
const HOUR = 3_600_000;

/** The persoon behind an account that has been seen before; keeps its address as it is now. */
export async function recognise(
  tx: Tx,
  request: Request,
  now: Temporal.Instant,
): Promise<Persoon | undefined> {
  const { platform, tenant } = request;
  const account = await tx.account.findFirst({
    where: { platform, tenant, accountId: request.account.id },
    include: { persoon },
  });
  if (!account) return undefined;
  const moved = JSON.stringify(account.address) !== JSON.stringify(request.account.address);
  if (moved || now.epochMilliseconds - account.seenAt.getTime() > HOUR) {
    await tx.account.updateMany({ where: { id: account.id }, data: seen(request, now) });
  }
  return account.persoon;
}

/** Ties an account that has not been seen before to the persoon with the e-mail address of its profile. */
export async function meet(tx: Tx, request: Request, email: string | undefined, now: Temporal.Instant) {
  const found = email && (await tx.persoon.findFirst({ where: { email: email.toLowerCase() }, ...persoon }));
  if (!found) return undefined;
  const { platform, tenant } = request;
  const row = { platform, tenant, accountId: request.account.id, persoonId: found.id, ...seen(request, now) };
  await tx.account.createMany({ data: [row], skipDuplicates: true });
  return found;
}

function seen(request: Request, now: Temporal.Instant) {
  return { address: request.account.address ?? {}, seenAt: new Date(now.epochMilliseconds) };
}
