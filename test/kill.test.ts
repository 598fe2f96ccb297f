import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Database, openDatabase } from '../src/db/database.ts';
import { csv, KOPPEN, nieuweRij } from './bestand/files.ts';
import { postgresUrl, regioOf } from './database.ts';
import { emptyFolder, preparedFolder, removeFolder } from './folder.ts';
import { startProgram } from './process.ts';

/** The same again: `KILL_SEED=123 npx vitest run test/kill.test.ts`. */
const SEED = Number(process.env['KILL_SEED'] ?? Math.floor(Math.random() * 1e9));
/** More lines than are answered before the kill. */
const LINES = 400;
/** After the first confirmation the program lives this long at most, in milliseconds. */
const LIFE = 300;
/** The acties that are reported on, so that some have several updates and some few. */
const ACTIES = 12;

type Options = Parameters<typeof startProgram>[1];
type Report = { nummer: number; status: 'loopt' | 'vertraagd'; text: string };

/** Numbers in [0, 1) that follow from a seed (mulberry32). */
function randomOf(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function reportsOf(run: number): Report[] {
  return Array.from({ length: LINES }, (_, index) => ({
    nummer: 1 + ((index * 5 + run) % ACTIES),
    status: (index + run) % 2 === 0 ? 'loopt' : 'vertraagd',
    text: `Kill ${String(run).padStart(3, '0')}-${String(index).padStart(3, '0')} is geregistreerd`,
  }));
}

/** Every other report is a form that is filled in. */
const linesOf = ({ nummer, status, text }: Report, index: number): string[] =>
  index % 2 === 0
    ? [`actie ${nummer} ${status} ${text}`]
    : [`actie ${nummer} bijwerken`, status, text, 'opslaan'];

/** The toelichtingen that the program said it registered; an answer is whole when a blank line follows it. */
const confirmedIn = (out: string) =>
  out
    .split('\n\n')
    .slice(0, -1)
    .filter((answer) => answer.startsWith('Geregistreerd bij #'))
    .flatMap((answer) => /^Toelichting: (.*)$/m.exec(answer)?.[1] ?? []);

/** Starts, registers, and is killed at a random moment while it is busy; gives what was confirmed. */
async function registerUntilKilled(dir: string, options: Options, run: number, life: number) {
  await using program = startProgram(dir, options);
  const reports = reportsOf(run);
  program.write(...reports.flatMap(linesOf));
  await program.until(({ out }) => confirmedIn(out).length > 0);
  await sleep(life);
  expect(await program.kill('SIGKILL')).toEqual({ status: null, signal: 'SIGKILL' });
  return confirmedIn(program.out());
}

async function killed(times: number, dir: string, options: Options): Promise<string[]> {
  const random = randomOf(SEED);
  const confirmed: string[] = [];
  const story: string[] = [];
  for (let run = 0; run < times; run += 1) {
    const life = Math.floor(random() * LIFE);
    const texts = await registerUntilKilled(dir, options, run, life);
    confirmed.push(...texts);
    story.push(`${life} ms: ${texts.length}`);
  }
  console.log(`KILL_SEED=${SEED}, confirmed before each kill: ${story.join(', ')}`);
  return confirmed;
}

/** Every confirmed update is there, once, with one logregel; what was not confirmed is there whole or not at all. */
async function checkRecord(db: Database, confirmed: string[]): Promise<void> {
  const { updates, logged, acties } = await db.inRegio(await regioOf(db), async (tx) => ({
    updates: await tx.update.findMany({ orderBy: { id: 'asc' } }),
    logged: await tx.logregel.findMany({ where: { wat: 'update' }, orderBy: { id: 'asc' } }),
    acties: await tx.actie.findMany({ where: { updates: { some: {} } } }),
  }));
  const texts = updates.map(({ toelichting }) => toelichting);
  expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
  expect(confirmed.filter((text) => !texts.includes(text))).toEqual([]);
  expect(logged.map(({ inhoud }) => (inhoud as { update: number }).update)).toEqual(
    updates.map(({ id }) => id),
  );
  for (const { id, updateId, status } of acties) {
    const own = updates.filter(({ actieId }) => actieId === id);
    expect({ updateId, status }).toEqual({ updateId: own.at(-1)?.id, status: own.at(-1)?.statusNaar });
    expect(own.map(({ vorigeId }) => vorigeId)).toEqual([null, ...own.slice(0, -1).map((last) => last.id)]);
  }
}

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
    regels: await tx.logregel.findMany({ where: { wat: { in: ['actie toegevoegd', 'actie gewijzigd'] } } }),
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
  const random = randomOf(SEED);
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

describe('an update that was confirmed is there, once, after the process is killed while it registers', () => {
  test('twenty times, on the embedded database', { timeout: 300_000 }, async () => {
    const dir = await preparedFolder();
    onTestFinished(() => removeFolder(dir));
    const confirmed = await killed(20, dir, { args: ['--now', '2026-11-23T09:00'] });
    expect(confirmed.length).toBeGreaterThanOrEqual(20);
    const db = await openDatabase({ dir });
    await checkRecord(db, confirmed);
    await db.close();
  });

  test('five times, on PostgreSQL', { timeout: 120_000 }, async () => {
    const dir = emptyFolder();
    onTestFinished(() => removeFolder(dir));
    const url = await postgresUrl();
    const confirmed = await killed(5, dir, { env: { DATABASE_URL: url } });
    expect(confirmed.length).toBeGreaterThanOrEqual(5);
    const db = await openDatabase({ url });
    await checkRecord(db, confirmed);
    await db.close();
  });
});

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
