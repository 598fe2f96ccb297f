// npm run migration -- <name>: writes the migration that schema.prisma asks for and the migrations lack.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { missingMigration } from '../src/db/migrate.ts';

const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name))
  throw new Error('Give the migration a name: npm run migration -- add_besluit');
const sql = await missingMigration();
if (sql === '') {
  process.stdout.write('The migrations make what schema.prisma says: nothing to write.\n');
} else {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = join(import.meta.dirname, 'migrations', `${stamp}_${name}`);
  mkdirSync(folder);
  writeFileSync(join(folder, 'migration.sql'), sql);
  process.stdout.write(`${join(folder, 'migration.sql')}\n`);
}
process.exit(0);
