import { parseArgs } from 'node:util';
import { type Config, ConfigError, readConfig } from './config.ts';
import { DatabaseInUse, openDatabase, type Tx } from './db/database.ts';
import { AppointmentError, type Eerste } from './regio/appoint-secretaris.ts';
import { loadRegion } from './regio/load-region.ts';

/** `--secretaris "Anna de Vries <anna@haarlem.nl>" --organisatie haarlem`: a real regio; undefined: the demo. */
function givenSecretaris(): Eerste | undefined {
  const { secretaris, organisatie } = givenOptions();
  if (secretaris === undefined && organisatie === undefined) return undefined;
  const [, naam = '', email = ''] = /^\s*(.*?)\s*<([^<>]*)>\s*$/.exec(secretaris ?? '') ?? [];
  if (naam === '' || !organisatie) {
    throw new AppointmentError(
      'A first secretaris is given as --secretaris "Name <address>" --organisatie <code of the organisatie>.',
    );
  }
  return { naam, email, organisatie };
}

function givenOptions() {
  try {
    return parseArgs({ options: { secretaris: { type: 'string' }, organisatie: { type: 'string' } } }).values;
  } catch (error) {
    throw new AppointmentError(error instanceof Error ? error.message : String(error));
  }
}

/**
 * `npm run seed`: loads the region's doe-agenda, with the demo as a first start does, or with a first secretaris; adds
 * only what lacks.
 */
async function seed({ databaseUrl, dataDir }: Config, secretaris: Eerste | undefined): Promise<void> {
  const db = await openDatabase(databaseUrl ? { url: databaseUrl } : { dir: dataDir });
  try {
    const regio = await loadRegion(db, Temporal.Now.instant(), secretaris);
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
  await seed(readConfig(), givenSecretaris());
  // Prisma's engine leaves a timer of ten seconds behind when it has migrated.
  process.exit(0);
} catch (error) {
  const expected =
    error instanceof ConfigError || error instanceof DatabaseInUse || error instanceof AppointmentError;
  process.stderr.write(`${expected ? error.message : error instanceof Error ? error.stack : error}\n`);
  process.exit(1);
}
