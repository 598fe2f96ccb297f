import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { Client } from 'pg';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { type Prisma, PrismaClient } from './generated/client.ts';
import { lockFolder } from './lock.ts';
import { migrate } from './migrate.ts';
import { openPglite } from './pglite.ts';

/** A transaction inside one regio: it sees and writes nothing of another. */
export type Tx = Prisma.TransactionClient;

export type Database = {
  kind: 'embedded' | 'postgres';
  /** Sees every regio. For what happens before a regio is known; everything else goes through `inRegio`. */
  owner: PrismaClient;
  /** Runs `work` in one transaction behind the wall of that regio; rolls back when it throws. */
  inRegio<T>(regioId: number, work: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
  /** Embedded: all of it in one file, to open as `memory`. Postgres has its own tools for that: undefined. */
  dump: (() => Promise<Blob>) | undefined;
};

/** `url`: a PostgreSQL address; `dir`: the folder of the embedded database; `memory`: embedded, gone at close. */
export type Where = { url: string } | { dir: string } | { memory: Blob | true };

export class DatabaseInUse extends Error {}

/** Opens the database and brings it to the newest migration. Throws `DatabaseInUse` if another process has `dir`. */
export async function openDatabase(where: Where): Promise<Database> {
  return 'url' in where ? openPostgres(where.url) : openEmbedded(where);
}

async function openPostgres(url: string): Promise<Database> {
  // UTC for the reason given in openPglite.
  const factory = new PrismaPg(
    { connectionString: url, options: '-c timezone=UTC' },
    { statementNameGenerator: statementNames() },
  );
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    // Replicas that start together migrate one after the other.
    await client.query('select pg_advisory_lock(3978)');
    await migrate(withWholeScripts(factory, (script) => client.query(script)));
  } finally {
    await client.end();
  }
  return { ...database('postgres', factory, async () => {}), dump: undefined };
}

/** How many statements a connection keeps planned; lists of varying length would else make ever more of them. */
const STATEMENTS = 500;

/** Names for what is asked again and again, so that PostgreSQL plans it once per connection: that halves a request. */
function statementNames() {
  const names = new Map<string, string>();
  return ({ sql }: { sql: string }): string => {
    const known = names.get(sql);
    if (known !== undefined || names.size >= STATEMENTS) return known ?? '';
    names.set(sql, `doebot_${names.size}`);
    return `doebot_${names.size - 1}`;
  };
}

/**
 * One adapter would cut a migration at every semicolon, inside functions too, and run the parts one by one; the other
 * does not wait for it, and takes one that failed for applied.
 */
function withWholeScripts(
  factory: SqlMigrationAwareDriverAdapterFactory,
  run: (script: string) => Promise<unknown>,
): SqlMigrationAwareDriverAdapterFactory {
  const executeScript = async (script: string) => void (await run(script));
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => Object.assign(await factory.connect(), { executeScript }),
    connectToShadowDb: () => factory.connectToShadowDb(),
  };
}

async function openEmbedded(where: { dir: string } | { memory: Blob | true }): Promise<Database> {
  const unlock = 'dir' in where ? await takeFolder(where.dir) : async () => {};
  const stored = 'dir' in where ? { dataDir: join(where.dir, 'postgres') } : {};
  const given = 'memory' in where && where.memory !== true ? { loadDataDir: where.memory } : {};
  const pglite = await openPglite({ ...stored, ...given });
  const factory = new PrismaPGlite(pglite);
  await migrate(withWholeScripts(factory, (script) => pglite.exec(script)));
  // It looked what types there are when it opened: of those that came with a migration it can else take no lists.
  await pglite.refreshArrayTypes();
  const opened = database('embedded', factory, async () => {
    await pglite.close();
    await unlock();
  });
  return { ...opened, dump: () => pglite.dumpDataDir('none') };
}

async function takeFolder(dir: string) {
  mkdirSync(dir, { recursive: true });
  const unlock = await lockFolder(dir);
  if (!unlock) throw new DatabaseInUse(`Another process is using the data folder ${dir}`);
  return unlock;
}

function database(
  kind: Database['kind'],
  adapter: SqlMigrationAwareDriverAdapterFactory,
  onClose: () => Promise<void>,
): Omit<Database, 'dump'> {
  const options: Prisma.PrismaClientOptions = {
    adapter,
    // To apply a file of 5,000 acties takes a slow machine half a minute.
    transactionOptions: { maxWait: 20_000, timeout: 60_000 },
    // A kilobyte a row that only the search looks at, inside the database.
    omit: { actie: { trigrammen: true } },
  };
  const owner = new PrismaClient(options);
  return {
    kind,
    owner,
    inRegio: (regioId, work) =>
      owner.$transaction(async (tx) => {
        await tx.$queryRaw`select set_config('role', 'doebot_app', true), set_config('app.regio', ${String(regioId)}, true)`;
        return work(tx);
      }),
    close: async () => {
      await owner.$disconnect();
      await onClose();
    },
  };
}
