import type { PlatformName } from '../chat/platform.ts';
import type { Tx } from '../db/database.ts';
import { soortText } from '../herinnering/soort.ts';
import type { Instelling } from './instelling.ts';
import { GEWOON } from './voorkeur.ts';

export type Ingesteld = Instelling<PlatformName>;

/** Of who set nothing. */
export const STANDAARD: Ingesteld = { ...GEWOON, platform: null, datums: 'nederlands' };

export async function instellingVan(tx: Tx, persoonId: number): Promise<Ingesteld> {
  const row = await tx.voorkeur.findFirst({ where: { persoonId } });
  if (!row) return STANDAARD;
  const { platform, dagen, tijd, datums, alleenTermijn } = row;
  return { platform, dagen, tijd, datums, alleenTermijn };
}

/** Where somebody can be reached: where they were seen, as far as Doebot is still there; and by mail if that is on. */
export async function platformsVan(tx: Tx, persoonId: number): Promise<PlatformName[]> {
  const on = (await tx.installation.findMany({ distinct: ['platform'] })).map(({ platform }) => platform);
  const seen = await tx.account.findMany({ where: { persoonId }, distinct: ['platform'] });
  return on.filter((name) => name === 'mail' || seen.some(({ platform }) => platform === name)).sort();
}

/** The first that is planned for this persoon themselves; undefined: nothing is. */
export async function volgendeVan(tx: Tx, persoonId: number) {
  const row = await tx.herinnering.findFirst({
    where: { persoonId, status: 'gepland', soort: { not: 'escalatie' } },
    include: { vergadering: { include: { overleg: true } } },
    orderBy: [{ geplandOp: 'asc' }, { id: 'asc' }],
  });
  if (!row) return undefined;
  const over = row.vergadering ? ` (${row.vergadering.overleg.code})` : '';
  return { op: row.geplandOp.toTemporalInstant(), wat: `${soortText(row.soort)}${over}` };
}
