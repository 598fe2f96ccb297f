import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Database, openDatabase } from '../src/db/database.ts';
import { csv, KOPPEN, nieuweRij } from './bestand/files.ts';
import { postgresUrl, regioOf } from './database.ts';
import { emptyFolder, preparedFolder, removeFolder } from './folder.ts';
import { type Options, SEED } from './kill.ts';
import { startProgram } from './process.ts';
import { randomOf } from './simulate/random.ts';

/** New acties in each import, and acties that each changes. */
const NIEUW = 300;
const GEWIJZIGD = 20;

/** Titel and financiering tell which import it was. */
async function importFile(dir: string, run: number): Promise<string> {
  const path = join(dir, `kill-${run}.csv`);
  const nieuw = Array.from({ length: NIEUW }, (_, index) => {
    return nieuweRij(`Kill ${run}-${index}`, { Trekkers: 'UWV | gemeenten', Financiering: `Kill ${run}` });
  });
  const own = await readFile(new URL('../prisma/doe-agenda/doe-agenda.csv', import.meta.url), 'utf8');
  const gewijzigd = own
    .split('\n')
    .slice(1, 1 + GEWIJZIGD)
    .map((line) => line.replace(/;[^;]*;([^;]*)$/, `;Kill ${run};$1`).split(';'));
  await writeFile(path, csv([KOPPEN, ...gewijzigd, ...nieuw]));
  return path;
}

/**
 * Starts, shows what a file would change, applies it, and is killed after `life` milliseconds, or when it is confirmed;
 * gives whether it was confirmed, and how long it lived.
 */
async function importUntilKilled(
  dir: string,
  options: Options,
  path: string,
  life = Number.POSITIVE_INFINITY,
) {
  await using program = startProgram(dir, options);
  program.write(`import ${path}`);
  await program.until(({ out }) => out.includes('[a] Toepassen'));
  const began = performance.now();
  program.write('Toepassen');
  const applied = program.until(({ out }) => out.includes('Toegepast: '));
  await (Number.isFinite(life) ? sleep(life) : applied);
  const lived = performance.now() - began;
  applied.catch(() => {});
  expect(await program.kill('SIGKILL')).toEqual({ status: null, signal: 'SIGKILL' });
  return { said: program.out().includes('Toegepast: '), lived };
}

/** Every import is there whole or not at all, and whole when it was confirmed. */
async function checkImports(db: Database, confirmed: boolean[]): Promise<void> {
  const { acties, imports, regels } = await db.inRegio(await regioOf(db), async (tx) => ({
    acties: await tx.actie.findMany({ include: { trekkers: true }, orderBy: { nummer: 'asc' } }),
    imports: await tx.import.findMany(),
    regels: await tx.logregel.findMany({
      where: { wat: { in: ['actie toegevoegd', 'actie gewijzigd'] } },
      orderBy: { id: 'asc' },
    }),
  }));
  for (const [run, said] of confirmed.entries()) {
    const own = imports.find(({ bestand }) => bestand === `kill-${run}.csv`);
    const nieuw = acties.filter(({ titel }) => titel.startsWith(`Kill ${run}-`));
    const done = nieuw.length > 0;
    expect([run, nieuw.length, own?.status]).toEqual(done ? [run, NIEUW, 'toegepast'] : [run, 0, 'proef']);
    if (said) expect([run, done]).toEqual([run, true]);
    for (const { trekkers } of nieuw) expect(trekkers).toHaveLength(8);
    const logged = regels.filter(({ inhoud }) => (inhoud as { import: number }).import === own?.id);
    expect([run, logged.length]).toEqual([run, done ? NIEUW + GEWIJZIGD : 0]);
  }
  const [last] = acties.filter(({ titel }) => titel.startsWith('Kill ')).slice(-1);
  const changed = acties.slice(0, GEWIJZIGD).map(({ financiering }) => financiering);
  if (last) expect(new Set(changed)).toEqual(new Set([last.financiering]));
  else expect(changed.filter((text) => text.startsWith('Kill'))).toEqual([]);
}

async function killedImports(times: number, dir: string, options: Options): Promise<boolean[]> {
  const { next: random } = randomOf(SEED);
  const files = emptyFolder();
  onTestFinished(() => removeFolder(files));
  const confirmed: boolean[] = [];
  const story: string[] = [];
  // The first tells how long it takes on this machine; the others are killed in the midst of that.
  let whole: number | undefined;
  for (let run = 0; run < times; run += 1) {
    const life = whole === undefined ? undefined : Math.floor(random() * whole * 1.2);
    const { said, lived } = await importUntilKilled(dir, options, await importFile(files, run), life);
    whole ??= lived;
    confirmed.push(said);
    story.push(`${Math.round(lived)} ms: ${said ? 'confirmed' : 'not'}`);
  }
  console.log(`KILL_SEED=${SEED}, imports: ${story.join(', ')}`);
  return confirmed;
}

describe('an import is there whole or not at all, after the process is killed while it is applied', () => {
  test('four times, on the embedded database', { timeout: 300_000 }, async () => {
    const dir = await preparedFolder();
    onTestFinished(() => removeFolder(dir));
    const confirmed = await killedImports(4, dir, { args: ['--now', '2026-11-23T09:00'] });
    const db = await openDatabase({ dir });
    await checkImports(db, confirmed);
    await db.close();
  });

  test('three times, on PostgreSQL', { timeout: 240_000 }, async () => {
    const dir = emptyFolder();
    onTestFinished(() => removeFolder(dir));
    const url = await postgresUrl();
    const confirmed = await killedImports(3, dir, { env: { DATABASE_URL: url } });
    const db = await openDatabase({ url });
    await checkImports(db, confirmed);
    await db.close();
  });
});
