import { fork } from 'node:child_process';
import { parseArgs } from 'node:util';
import { startPostgres } from '../postgres.ts';
import { openArena } from './arena.ts';
import { addCounts, type Counts, judge, NOTHING, type Verdict } from './judge.ts';
import { simulatePostgres } from './postgres.ts';
import { runSeed } from './run.ts';

/**
 * `npm run simulate -- --seeds 1000 [--from 1] [--workers 2]`, `npm run simulate -- --seed 17` (with its trace), and
 * `npm run simulate -- --postgres [--rounds 20]`. Exit status 0 only if every invariant held.
 */
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '100' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    workers: { type: 'string', default: '2' },
    postgres: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '10' },
  },
});
/** Creates a database; gives its address. */
type Address = (name: string) => Promise<string>;

const say = (text: string) => void process.stdout.write(`${text}\n`);

/** One seed again, with all that happened in it. */
async function replay(seed: number, createDatabase: Address): Promise<boolean> {
  const arena = await openArena(await createDatabase('replay'));
  const story = await runSeed(await arena.empty(), seed);
  await arena.close();
  for (const line of story.trace) say(line);
  const verdict = judge(story);
  report(verdict);
  say(countsText(verdict.counts));
  return verdict.wrong.length === 0;
}

function report({ seed, wrong }: Verdict): void {
  if (wrong.length === 0) return;
  say(`Seed ${seed}: ${wrong.length} wrong. Again: npm run simulate -- --seed ${seed}`);
  for (const line of wrong.slice(0, 5)) say(`  ${line}`);
}

const countsText = ({ hours, ...counts }: Counts) =>
  [
    `${(hours / 24 / 365).toFixed(1)} virtual years`,
    ...Object.entries(counts).map(([name, n]) => `${n} ${name}`),
  ].join(', ');

/** Gives each worker the next seed when it is done with the one before. */
async function runAll(
  { from, seeds, workers }: { from: number; seeds: number; workers: number },
  createDatabase: Address,
): Promise<boolean> {
  const began = performance.now();
  let [next, counts, failed] = [from, NOTHING, 0];
  const work = (url: string) =>
    new Promise<void>((done, fail) => {
      const child = fork(new URL('./worker.ts', import.meta.url), [url]);
      child.once('error', fail);
      // A worker that dies says why on its own; the seed it had is the one that was not reported.
      child.once('exit', (code) => (code === 0 ? done() : fail(new Error(`a worker ended with ${code}`))));
      child.on('message', (message: Verdict | { ready: true }) => {
        if ('wrong' in message) {
          counts = addCounts(counts, message.counts);
          if (message.wrong.length > 0) failed += 1;
          report(message);
          if (counts.seeds % 100 === 0) process.stderr.write(`${counts.seeds} seeds …\n`);
        }
        if (next >= from + seeds) return void child.disconnect();
        child.send({ seed: next });
        next += 1;
      });
    });
  const urls = await Promise.all(Array.from({ length: workers }, (_, n) => createDatabase(`worker_${n}`)));
  await Promise.all(urls.map(work));
  const rate = counts.seeds / ((performance.now() - began) / 1000);
  say(`${countsText(counts)}, ${failed} failed, ${rate.toFixed(2)} seeds a second`);
  return failed === 0;
}

async function run(createDatabase: Address): Promise<boolean> {
  const { seed } = values;
  const from = Number(values.from);
  if (seed !== undefined) return replay(Number(seed), createDatabase);
  if (!values.postgres)
    return runAll({ from, seeds: Number(values.seeds), workers: Number(values.workers) }, createDatabase);
  const { text, held } = await simulatePostgres({ from, rounds: Number(values.rounds) }, createDatabase);
  say(text);
  return held;
}

const server = await startPostgres();
const held = await run(server.createDatabase).finally(server.stop);
process.exit(held ? 0 : 1);
