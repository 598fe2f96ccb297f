import { type Config, ConfigError, readConfig } from './config.ts';
import { DatabaseInUse, openDatabase, type Tx } from './db/database.ts';
import { loadRegion } from './regio/load-region.ts';

/** `npm run seed`: loads the region's doe-agenda and the demo, as a first start does; adds only what lacks. */
async function seed({ databaseUrl, dataDir }: Config): Promise<void> {
  const db = await openDatabase(databaseUrl ? { url: databaseUrl } : { dir: dataDir });
  try {
    const regio = await loadRegion(db, Temporal.Now.instant());
    process.stdout.write(`${regio.naam}\n${await db.inRegio(regio.id, countsText)}\n`);
  } finally {
    await db.close();
  }
}

/** What is there now, a line each. */
async function countsText(tx: Tx): Promise<string> {
  const counts = {
    acties: await tx.actie.count(),
    "thema's": await tx.thema.count(),
    organisaties: await tx.organisatie.count(),
    personen: await tx.persoon.count(),
    overleggen: await tx.overleg.count(),
    zetels: await tx.zetel.count(),
    vergaderingen: await tx.vergadering.count(),
    herinneringen: await tx.herinnering.count(),
  };
  return Object.entries(counts)
    .map(([what, count]) => `  ${what}: ${count}`)
    .join('\n');
}

try {
  await seed(readConfig());
  // Prisma's engine leaves a timer of ten seconds behind when it has migrated.
  process.exit(0);
} catch (error) {
  const expected = error instanceof ConfigError || error instanceof DatabaseInUse;
  process.stderr.write(`${expected ? error.message : error instanceof Error ? error.stack : error}\n`);
  process.exit(1);
}
