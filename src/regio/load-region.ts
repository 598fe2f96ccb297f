import { join } from 'node:path';
import type { Database } from '../db/database.ts';
import { appointSecretaris, type Eerste } from './appoint-secretaris.ts';
import { readDoeAgenda } from './doe-agenda.ts';
import { loadDemo } from './load-demo.ts';
import { loadDoeAgenda } from './load-doe-agenda.ts';

const FILES = join(import.meta.dirname, '../../prisma/doe-agenda');
const REGIO = { code: 'zk-ijmond', naam: 'Zuid-Kennemerland en IJmond' };

/**
 * Job: loads the region's own doe-agenda, in one transaction; again changes nothing. With a first secretaris the regio
 * is a real one: she adds the others. Otherwise the demo comes with it. Gives the regio.
 */
export async function loadRegion(
  db: Database,
  now: Temporal.Instant,
  secretaris?: Eerste,
): Promise<{ id: number; naam: string }> {
  const files = readDoeAgenda(FILES);
  const regio = await db.owner.regio.upsert({ where: { code: REGIO.code }, create: REGIO, update: {} });
  await db.inRegio(regio.id, async (tx) => {
    await loadDoeAgenda(tx, files, now);
    if (secretaris) await appointSecretaris(tx, secretaris, now);
    else await loadDemo(tx, now);
  });
  return regio;
}
