import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { pino } from 'pino';
import { dispatcher } from '../../src/chat/dispatch.ts';
import type { Ask, PlatformName } from '../../src/chat/platform.ts';
import { commands } from '../../src/commands.ts';
import { type Database, openDatabase } from '../../src/db/database.ts';
import { install } from '../../src/regio/install.ts';
import { loadRegion } from '../../src/regio/load-region.ts';
import { START } from '../moments.ts';
import { startPostgres } from '../postgres.ts';
import { addActies, addRegios } from './grow.ts';
import { quantile, tableText } from './report.ts';

/** A size of Doebot. The first is what the others are compared with; the last is one regio that has grown by itself. */
const STEPS = [
  { name: '46 acties, 1 regio', regios: 0, acties: 46 },
  { name: '5,000 acties, 100 regios', regios: 99, acties: 46 },
  { name: '50,000 acties, 1,000 regios', regios: 999, acties: 46 },
  { name: '5,000 acties, 1 regio', regios: 0, acties: 5_000 },
];

type Step = { name: string; ask: Ask; db: Database; times: Map<string, number[]>; right: number };
type Vraag = { vraag: string; verwacht: string; soort: string; deel: string };

const ASKER = 'trekker@uwv.example';

/** Questions that mean one actie, of which the answer can be judged. */
const ALL = vragen().filter(({ soort, deel }) => soort === 'een' && deel === 'oefen');
/** What is about many acties; only timed. */
const MANY = [
  'acties',
  'acties thema 4',
  'acties van uwv',
  'acties mijn zonder update',
  'sinds begin',
  'stand',
];

function vragen(): Vraag[] {
  const file = join(import.meta.dirname, '../fixtures/vragen.csv');
  return parse(readFileSync(file), { columns: true, delimiter: ';', bom: true, skip_empty_lines: true });
}

/** How many rounds, and how many of the questions (spread over all of them) are asked in each. */
type Length = { rounds: number; questions: number };

/**
 * How long a question takes, and whether the best answer is the right one, as other regios and the agenda grow. In
 * every round all sizes take their turn, so that what else happens on the machine hits them alike.
 */
export async function benchSearch({ rounds, questions }: Length): Promise<string> {
  const asked = ALL.filter((_, index) => index % Math.ceil(ALL.length / questions) === 0);
  await using stack = new AsyncDisposableStack();
  const postgres = stack.adopt(await startPostgres(), (server) => server.stop());
  const tables: string[] = [];
  for (const kind of ['embedded', 'postgres'] as const) {
    const steps: Step[] = [];
    for (const [index, size] of STEPS.entries()) {
      process.stderr.write(`${kind}: ${size.name} …\n`);
      const where =
        kind === 'postgres'
          ? { url: await postgres.createDatabase(`bench_${index}`) }
          : { memory: true as const };
      steps.push(await openStep(await openDatabase(where), size));
    }
    for (let round = 0; round <= rounds; round += 1)
      for (const step of steps) await measure(step, asked, round > 0);
    tables.push(`${kind}\n${table(steps, asked.length, rounds)}`);
    for (const { db } of steps) await db.close();
  }
  return `${tables.join('\n\n')}\n`;
}

async function openStep(db: Database, { name, regios, acties }: (typeof STEPS)[number]): Promise<Step> {
  await loadRegion(db, START);
  await install(db, 'console', 'bench');
  await addRegios(db, regios);
  if (acties > 46) await addActies(db, acties);
  // A PostgreSQL server does this by itself, some time later; nothing does it for the embedded database.
  if (db.kind === 'postgres') await db.owner.$executeRawUnsafe('vacuum analyze');
  const ask = dispatcher({ db, commands, now: () => START, log: pino({ level: 'warn' }) });
  return { name, ask, db, times: new Map(), right: 0 };
}

/** Asks everything once; the first round only warms up. */
async function measure(step: Step, one: readonly Vraag[], counts: boolean): Promise<void> {
  for (const { vraag, verwacht } of one) {
    const shown = await ask(step, vraag, counts && 'een');
    if (counts && shown === verwacht) step.right += 1;
  }
  for (const vraag of MANY) await ask(step, vraag, counts && vraag);
}

/** Gives the number of the one actie that is shown; undefined: there is none, or a choice. */
async function ask({ ask, times }: Step, text: string, group: string | false): Promise<string | undefined> {
  const account = { id: ASKER, address: {}, email: async () => ASKER };
  const platform: PlatformName = 'console';
  const begin = performance.now();
  const answer = await ask({ id: crypto.randomUUID(), platform, tenant: 'bench', account, say: { text } });
  if (group) times.set(group, [...(times.get(group) ?? []), performance.now() - begin]);
  const first = answer.kind === 'card' ? answer.card.elements[0] : undefined;
  return first?.kind === 'heading' ? /^#(\d+) /.exec(first.text)?.[1] : undefined;
}

const HEAD = ['size', 'asked', 'p50 ms', 'p99 ms', 'p50 ratio', 'p99 ratio', 'hit@1'];

function table(steps: readonly Step[], questions: number, rounds: number): string {
  const [smallest] = steps;
  const groups = ['een', ...MANY];
  const rows = groups.flatMap((group) =>
    steps.map((step) => {
      const [p50, p99] = [0.5, 0.99].map((part) => quantile(step.times.get(group) ?? [], part));
      const [base50, base99] = [0.5, 0.99].map((part) => quantile(smallest?.times.get(group) ?? [], part));
      const hit = group === 'een' ? (step.right / rounds / questions).toFixed(3) : '';
      const ratio = (a = Number.NaN, b = Number.NaN) => (a / b).toFixed(2);
      const asked = group === 'een' ? `${questions} questions` : `«${group}»`;
      return [
        step.name,
        asked,
        p50?.toFixed(1) ?? '',
        p99?.toFixed(1) ?? '',
        ratio(p50, base50),
        ratio(p99, base99),
        hit,
      ];
    }),
  );
  return tableText([HEAD, ...rows]);
}
