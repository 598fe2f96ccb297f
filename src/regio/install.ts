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

/**
 * Job: mail has no workspaces, so that every regio is one of its own, by its code. Gives the codes. A link that was made
 * for one regio never leads to another.
 */
export async function installMail({ owner }: Database): Promise<string[]> {
  const regios = await owner.regio.findMany({ orderBy: { id: 'asc' } });
  for (const { id: regioId, code: tenant } of regios) {
    const where = { platform_tenant: { platform: 'mail' as const, tenant } };
    await owner.installation.upsert({ where, create: { regioId, platform: 'mail', tenant }, update: {} });
  }
  return regios.map(({ code }) => code);
}

/** Job: mail is off, so that nobody is said to be reached by it. */
export async function uninstallMail({ owner }: Database): Promise<void> {
  await owner.installation.deleteMany({ where: { platform: 'mail' } });
}
