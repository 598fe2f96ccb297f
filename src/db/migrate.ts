import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { openPglite } from './pglite.ts';

const root = join(import.meta.dirname, '../../prisma');
const filters = { externalTables: [], externalEnums: [] };

/** The migrations of this repo, in order, in the form Prisma's engine takes. */
function migrationList(): MigrationList {
  const baseDir = join(root, 'migrations');
  const folders = readdirSync(baseDir, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return {
    baseDir,
    lockfile: { path: './migration_lock.toml', content: 'provider = "postgresql"' },
    shadowDbInitScript: '',
    migrationDirectories: folders
      .map(({ name }) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: { tag: 'ok' as const, value: readFileSync(join(baseDir, name, 'migration.sql'), 'utf8') },
        },
      }))
      .sort((a, b) => a.path.localeCompare(b.path)),
  };
}

const schemaText = () => readFileSync(join(root, 'schema.prisma'), 'utf8');

/** Prisma's own migration engine in WebAssembly, over a driver adapter: no binary is downloaded. */
async function openEngine(factory: SqlMigrationAwareDriverAdapterFactory): Promise<SchemaEngine> {
  // Loaded only here: 4 MB of WebAssembly, needed at start alone.
  const engine = await import('@prisma/schema-engine-wasm');
  const datamodels: [string, string][] = [['schema.prisma', schemaText()]];
  return engine.SchemaEngine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(factory));
}

/** Applies what is not applied yet; gives the names of those migrations. Not safe for two processes at once. */
export async function migrate(factory: SqlMigrationAwareDriverAdapterFactory): Promise<string[]> {
  if (await isUpToDate(factory)) return [];
  // The engine never closes its connections, so they are kept to be closed here.
  const adapters: { dispose(): Promise<void> }[] = [];
  const connect = async () => {
    const adapter = await factory.connect();
    adapters.push(adapter);
    return adapter;
  };
  const engine = await openEngine(Object.assign(Object.create(factory), { connect }));
  try {
    return (await engine.applyMigrations({ migrationsList: migrationList(), filters })).appliedMigrationNames;
  } finally {
    for (const adapter of adapters) await adapter.dispose();
  }
}

/** All migrations are applied as they are here; then the engine, a second's work to load, is not needed. */
async function isUpToDate(factory: SqlMigrationAwareDriverAdapterFactory): Promise<boolean> {
  const adapter = await factory.connect();
  const query = (sql: string) => adapter.queryRaw({ sql, args: [], argTypes: [] });
  try {
    const [[there]] = (await query(`select to_regclass('public._prisma_migrations')::text`)).rows as [
      [string | null],
    ];
    if (there === null) return false;
    const { rows } = await query(
      'select migration_name, checksum from _prisma_migrations where finished_at is not null and rolled_back_at is null',
    );
    const applied = new Map(rows as [string, string][]);
    return migrationList().migrationDirectories.every(({ path, migrationFile }) => {
      const sql = 'value' in migrationFile.content ? migrationFile.content.value : '';
      return applied.get(path) === createHash('sha256').update(sql).digest('hex');
    });
  } finally {
    await adapter.dispose();
  }
}

/** The SQL that leads from what the migrations of this repo make to what schema.prisma says. */
export async function missingMigration(): Promise<string> {
  const empty = async () => new PrismaPGlite(await openPglite());
  // The engine builds the migrations in a second, empty database, which needs our extensions too.
  const connectToShadowDb = async () => (await empty()).connect();
  const engine = await openEngine(Object.assign(await empty(), { connectToShadowDb }));
  const { stdout } = await engine.diff({
    from: { tag: 'migrations', ...migrationList() },
    to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: schemaText() }] },
    script: true,
    exitCode: null,
    filters,
  });
  return stdout?.startsWith('-- This is an empty migration') ? '' : (stdout ?? '');
}
