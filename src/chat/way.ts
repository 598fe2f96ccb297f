import type { Database, Tx } from '../db/database.ts';
import type { Json } from './card.ts';
import { DeliveryError, type Platform, type PlatformName } from './platform.ts';

export type Workspace = { platform: Platform; tenant: string };

/** A workspace by its name only: enough to say in which order they are tried. */
export type Place = { platform: { name: PlatformName }; tenant: string };

/** A workspace to try; without an address whoever is written to has to be found there first. */
export type Route<On extends Place = Workspace> = On & { address?: Json };

/** Where a letter goes. */
export type Way = Workspace & { address: Json };

type Account = { platform: PlatformName; tenant: string; address: unknown };

/** Who is written to, as the database knows them: a persoon, the account seen last first, or a kanaal. */
export type Addressee = {
  persoon: {
    id: number;
    email: string;
    accounts: Account[];
    voorkeur: { platform: PlatformName | null } | null;
  } | null;
  kanaal: Account | null;
  /** Where it was sent before: what is edited stands there, and nowhere else. */
  platform: PlatformName | null;
  /** The ways that were given up. */
  gehad: readonly string[];
  /** Attempts of which is not known whether they arrived, the last first. */
  bezorgingen: readonly { platform: PlatformName | null; tenant: string }[];
};

export type WayParts = { db: Database; platforms: readonly Platform[]; now: () => Temporal.Instant };

/** Nobody of that address is on a platform: not final, they may yet say hello or be added to the workspace. */
export class Unfindable extends DeliveryError {
  constructor() {
    super('not found on any platform', { retryAfter: 3_600 });
  }
}

/** How a way is called in `gehad` and `onderweg`. */
export const wayName = ({ platform, tenant }: Place): string => `${platform.name} ${tenant}`;

/** The platform and tenant of a way that is called so. */
export function wayNamed(name: string): { platform: PlatformName; tenant: string } {
  const [platform = '', ...tenant] = name.split(' ');
  return { platform: platform as PlatformName, tenant: tenant.join(' ') };
}

/** The workspaces of this regio that can be written to: a platform may serve those of other regios as well. */
export async function workspacesOf(tx: Tx, platforms: readonly Platform[]): Promise<Workspace[]> {
  const own = await tx.installation.findMany({ orderBy: { id: 'asc' } });
  return platforms.flatMap((platform) =>
    own
      .filter((row) => row.platform === platform.name && platform.tenants.includes(row.tenant))
      .map(({ tenant }) => ({ platform, tenant })),
  );
}

/** A persoon to whom nothing has been sent yet. */
export const anew = (persoon: NonNullable<Addressee['persoon']>): Addressee => {
  return { persoon, kanaal: null, platform: null, gehad: [], bezorgingen: [] };
};

/**
 * The ways to reach them, the first to try first. A kanaal is where it is. A persoon: where they want it, then where they
 * were last, then where they may be found; mail at the end, unless they want that. Where an attempt is in doubt comes
 * before all: somewhere else it could be said twice.
 */
export function waysTo<On extends Place>(
  { persoon, kanaal, platform, gehad, bezorgingen }: Addressee,
  on: readonly On[],
): Route<On>[] {
  const accounts = kanaal ? [kanaal] : (persoon?.accounts ?? []);
  const seen = (way: On) => accounts.findIndex((account) => isAt(way, account));
  const routes = on.flatMap((way): Route<On>[] => {
    const account = accounts[seen(way)];
    if (account) return [{ ...way, address: account.address as Json }];
    // Of mail no account is kept: whoever was found there is found there again.
    return persoon && (platform === null || platform === 'mail') ? [way] : [];
  });
  const rank = (way: On) => [
    bezorgingen.some((one) => isAt(way, one)) ? 0 : 1,
    persoon?.voorkeur?.platform === way.platform.name ? 0 : way.platform.name === 'mail' ? 2 : 1,
    seen(way) < 0 ? accounts.length : seen(way),
  ];
  return routes
    .filter((way) => platform === null || way.platform.name === platform)
    .filter((way) => kanaal !== null || platform !== null || !gehad.includes(wayName(way)))
    .map((way) => ({ way, rank: rank(way) }))
    .sort((a, b) => compare(a.rank, b.rank))
    .map(({ way }) => way);
}

const isAt = (way: Place, at: { platform: PlatformName | null; tenant: string }): boolean =>
  way.platform.name === at.platform && way.tenant === at.tenant;

const compare = (a: readonly number[], b: readonly number[]): number =>
  a.map((value, index) => value - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0;

/** The address there, asked of the platform by e-mail address where it is not known; undefined: they are not there. */
export async function addressOn(
  regioId: number,
  { persoon }: Pick<Addressee, 'persoon'>,
  { address, ...on }: Route,
  parts: Pick<WayParts, 'db' | 'now'>,
): Promise<Way | undefined> {
  if (address !== undefined) return { ...on, address };
  const found = persoon ? await on.platform.find?.(on.tenant, persoon.email) : undefined;
  if (!found || !persoon) return undefined;
  await keep(regioId, persoon.id, { ...on, ...found }, parts);
  return { ...on, address: found.address };
}

/** For the next time; but an e-mail address is known anyhow, and may change. */
async function keep(
  regioId: number,
  persoonId: number,
  { platform, tenant, accountId, address }: Way & { accountId: string },
  { db, now }: Pick<WayParts, 'db' | 'now'>,
): Promise<void> {
  if (platform.name === 'mail') return;
  const seenAt = new Date(now().epochMilliseconds);
  const row = { platform: platform.name, tenant, accountId, address: address ?? {}, persoonId, seenAt };
  await db.inRegio(regioId, (tx) => tx.account.createMany({ data: [row], skipDuplicates: true }));
}
