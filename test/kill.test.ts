import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Database, openDatabase } from '../src/db/database.ts';
import { postgresUrl, regioOf } from './database.ts';
import { emptyFolder, preparedFolder, removeFolder } from './folder.ts';
import { type Options, SEED } from './kill.ts';
import { startProgram } from './process.ts';
import { randomOf } from './simulate/random.ts';

/** More lines than are answered before the kill. */
const LINES = 400;
/** After the first confirmation the program lives this long at most, in milliseconds. */
const LIFE = 300;
/** The acties that are reported on, so that some have several updates and some few. */
const ACTIES = 12;

type Report = { nummer: number; status: 'loopt' | 'vertraagd'; text: string };

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
  const { next: random } = randomOf(SEED);
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

  test('five times, on PostgreSQL', async () => {
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
