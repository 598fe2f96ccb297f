import type { Database, Tx } from '../db/database.ts';
import type { Json } from './card.ts';
import { DeliveryError, type Platform, type PlatformName } from './platform.ts';

type Workspace = { platform: Platform; tenant: string };

/** Where a letter goes. */
export type Way = Workspace & { address: Json };

type Account = { platform: PlatformName; tenant: string; address: unknown };

/** Who is written to, as the database knows them: a persoon or a kanaal. `platform`: where it was sent before. */
export type Addressee = {
  persoon: { id: number; email: string; accounts: Account[] } | null;
  kanaal: Account | null;
  platform: PlatformName | null;
};

export type WayParts = { db: Database; platforms: readonly Platform[]; now: () => Temporal.Instant };

/** Nobody of that address is on a platform: not final, they may yet say hello or be added to the workspace. */
export class Unfindable extends DeliveryError {
  constructor() {
    super('not found on any platform', { retryAfter: 3_600 });
  }
}

/** The workspaces of this regio that can be written to: a platform may serve those of other regios as well. */
export async function workspacesOf(tx: Tx, platforms: readonly Platform[]): Promise<Workspace[]> {
  const own = await tx.installation.findMany();
  return platforms.flatMap((platform) =>
    own
      .filter((row) => row.platform === platform.name && platform.tenants.includes(row.tenant))
      .map(({ tenant }) => ({ platform, tenant })),
  );
}

/** How they are reached. A kanaal is where it is; a persoon is where they were last, or where they can be found. */
export async function wayTo(
  regioId: number,
  { persoon, kanaal, platform }: Addressee,
  on: Workspace[],
  parts: WayParts,
): Promise<Way> {
  const accounts = (persoon?.accounts ?? []).filter((one) => platform === null || one.platform === platform);
  for (const account of kanaal ? [kanaal] : accounts) {
    const way = on.find((one) => one.platform.name === account.platform && one.tenant === account.tenant);
    if (way) return { ...way, address: account.address as Json };
  }
  // What is edited stands where it was sent, and nowhere else.
  const found = persoon && platform === null && (await findPersoon(regioId, persoon, on, parts));
  if (!found) throw new Unfindable();
  return found;
}

/** By e-mail address; kept for the next time. */
async function findPersoon(
  regioId: number,
  persoon: { id: number; email: string },
  on: Workspace[],
  { db, now }: WayParts,
): Promise<Way | undefined> {
  for (const { platform, tenant } of on) {
    const found = await platform.find(tenant, persoon.email);
    if (!found) continue;
    const { accountId, address } = found;
    const row = {
      platform: platform.name,
      tenant,
      accountId,
      address: address ?? {},
      persoonId: persoon.id,
      seenAt: new Date(now().epochMilliseconds),
    };
    await db.inRegio(regioId, (tx) => tx.account.createMany({ data: [row], skipDuplicates: true }));
    return { platform, tenant, address };
  }
  return undefined;
}
