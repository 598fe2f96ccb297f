import type { PlatformName } from '../chat/platform.ts';
import type { Database } from '../db/database.ts';

/**
 * Job: makes a workspace or tenant that the settings name belong to the regio. While there is one regio it is clear
 * which; with more, one that belongs to none yet is refused.
 */
export async function install(db: Database, platform: PlatformName, tenant: string): Promise<void> {
  const where = { platform_tenant: { platform, tenant } };
  if (await db.owner.installation.findUnique({ where })) return;
  const regios = await db.owner.regio.findMany({ take: 2 });
  const [regio] = regios;
  if (!regio || regios.length > 1) {
    throw new Error(`${platform} ${tenant} belongs to no regio, and there is not exactly one to give it to`);
  }
  await db.owner.installation.upsert({ where, create: { regioId: regio.id, platform, tenant }, update: {} });
}
