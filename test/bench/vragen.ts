// npm run bench:vragen [-- <file.csv>]: asks every question of a file the way a person would, and counts the right answers.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { pino } from 'pino';
import type { Card } from '../../src/chat/card.ts';
import { dispatcher } from '../../src/chat/dispatch.ts';
import type { Request } from '../../src/chat/platform.ts';
import { commands } from '../../src/commands.ts';
import { openDatabase } from '../../src/db/database.ts';
import { install } from '../../src/regio/install.ts';
import { loadRegion } from '../../src/regio/load-region.ts';
import { START } from '../moments.ts';
import { type Antwoord, judge, type Uitkomst, type Vraag } from './judge.ts';

const ASKER = 'trekker@uwv.example';
const given = process.argv[2];
const file = given ?? join(import.meta.dirname, '../fixtures/vragen.csv');
const rows: Partial<Vraag>[] = parse(readFileSync(file), {
  columns: true,
  delimiter: ';',
  bom: true,
  skip_empty_lines: true,
});
const vragen = rows.map(({ vraag = '', verwacht = '', soort = '', deel = 'alles' }) => ({
  vraag,
  verwacht,
  soort,
  deel,
}));

const db = await openDatabase({ memory: true });
await loadRegion(db, START);
await install(db, 'console', 'bench');
const asking = dispatcher({ db, commands, now: () => START, log: pino({ level: 'warn' }) });

async function ask(say: Request['say']): Promise<Card | undefined> {
  const account = { id: ASKER, address: {}, email: async () => ASKER };
  const answer = await asking({
    id: crypto.randomUUID(),
    platform: 'console',
    tenant: 'bench',
    account,
    say,
  });
  return answer.kind === 'card' ? answer.card : undefined;
}

function report(answers: readonly Antwoord[]): void {
  const groups = Map.groupBy(answers, ({ vraag }) => `${vraag.deel} ${vraag.soort}`);
  const totals = Map.groupBy(answers, ({ vraag }) => `${vraag.deel} samen`);
  const table = [...groups, ...totals].map(([naam, group]) => {
    const count = (uitkomst: Uitkomst) => group.filter((one) => one.uitkomst === uitkomst).length;
    const share = ((100 * count('goed')) / group.length).toFixed(1);
    return {
      naam,
      gevraagd: group.length,
      goed: count('goed'),
      procent: share,
      twijfel: count('twijfel'),
      'niet gevonden': count('niets'),
      'stellig fout': count('fout'),
    };
  });
  console.table(table);
  const times = answers.map(({ ms }) => ms).sort((a, b) => a - b);
  console.log(
    `per vraag: mediaan ${times[Math.floor(times.length / 2)]?.toFixed(0)} ms, hoogste ${times.at(-1)?.toFixed(0)} ms`,
  );
}

const answers: Antwoord[] = [];
for (const vraag of vragen) answers.push(await judge(vraag, ask));
report(answers);
for (const { vraag, kreeg, uitkomst } of answers) {
  // What is measured on is not looked at one by one.
  if (uitkomst !== 'goed' && vraag.deel !== 'toets')
    console.log(`${uitkomst}: «${vraag.vraag}» verwacht ${vraag.verwacht}, kreeg ${kreeg}`);
}
await db.close();
process.exit(0);
