// npm run bench:vragen [-- <file.csv>]: asks every question of a file the way a person would, and counts the right answers.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { pino } from 'pino';
import { buttonsOf, type Card } from '../../src/chat/card.ts';
import { dispatcher } from '../../src/chat/dispatch.ts';
import type { Request } from '../../src/chat/platform.ts';
import { cardText } from '../../src/chat/text.ts';
import { commands } from '../../src/commands.ts';
import { openDatabase } from '../../src/db/database.ts';
import { install } from '../../src/regio/install.ts';
import { loadRegion } from '../../src/regio/load-region.ts';
import { START } from '../moments.ts';

type Vraag = { vraag: string; verwacht: string; soort: string; deel: string };
type Uitkomst = 'goed' | 'twijfel' | 'fout' | 'niets';
type Antwoord = { vraag: Vraag; uitkomst: Uitkomst; kreeg: string; ms: number };

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

const numbersOf = (card: Card): number[] =>
  card.elements.flatMap((element) =>
    element.kind === 'item' ? [Number(/^#(\d+)/.exec(element.text)?.[1] ?? 0)] : [],
  );

/** The numbers on all pages of a list. */
async function allNumbers(card: Card): Promise<number[]> {
  const next = buttonsOf(card).find(({ label }) => label === 'Volgende');
  const following = next && (await ask({ command: next.command, input: next.input }));
  return [...numbersOf(card), ...(following ? await allNumbers(following) : [])];
}

/** What an answer leads to, told from the answer itself. */
async function leadsTo(card: Card | undefined, soort: string): Promise<{ wat: string; keuzes: string[] }> {
  if (!card) return { wat: 'formulier', keuzes: [] };
  const first = card.elements[0];
  const title = first?.kind === 'heading' ? first.text : '';
  const text = cardText(card);
  const keuzes = buttonsOf(card).flatMap(({ label, input }) =>
    label.startsWith('Bekijk #') ? String(input['nummer']) : [],
  );
  const one = /^#(\d+) /.exec(title)?.[1];
  if (one) return { wat: one, keuzes };
  if (/bestaat niet|^Niet gevonden|^Er is niets gewijzigd/.test(text)) return { wat: 'geen', keuzes };
  if (/^Dit kun je Doebot vragen/.test(title)) return { wat: 'help', keuzes };
  if (/^Bedoel je/.test(text)) return { wat: 'twijfel', keuzes };
  if (/^(?!\d+ acties?).*\([A-Z-]+\)$/.test(title) || text.includes('Er is geen vergadering'))
    return { wat: 'overleg', keuzes };
  const count = /^(?:Doe-agenda: )?(\d+) acties?\b/.exec(title)?.[1];
  if (count === undefined)
    return {
      wat: /sinds/i.test(text) ? 'sinds' : /stand|overzicht/i.test(title) ? 'stand' : `?${text.slice(0, 60)}`,
      keuzes,
    };
  if (soort === 'aantal') return { wat: count, keuzes };
  if (soort === 'bedoeling')
    return {
      wat: title.includes('jouw organisatie')
        ? 'mijn'
        : title.includes('gewijzigd sinds')
          ? 'sinds'
          : `lijst ${title}`,
      keuzes,
    };
  const numbers = await allNumbers(card);
  // No acties of a thema that does not exist is no answer to it.
  if (numbers.length === 0) return { wat: /thema \d+(?! \()/.test(title) ? 'geen' : 'leeg', keuzes };
  return { wat: numbers.join('|'), keuzes };
}

async function judge(vraag: Vraag): Promise<Antwoord> {
  const begin = performance.now();
  const card = await ask({ text: vraag.vraag });
  const ms = performance.now() - begin;
  const { wat, keuzes } = await leadsTo(card, vraag.soort);
  return {
    vraag,
    uitkomst: outcome(vraag, wat, keuzes),
    kreeg: wat === 'twijfel' ? `twijfel ${keuzes}` : wat,
    ms,
  };
}

/** A list that has a wrong actie, or lacks one, is a wrong answer given with confidence; "not found" and doubt are not. */
function outcome({ verwacht }: Vraag, wat: string, keuzes: string[]): Uitkomst {
  if (wat === verwacht) return 'goed';
  if (wat === 'twijfel') return keuzes.includes(verwacht) ? 'twijfel' : 'niets';
  return wat === 'geen' || wat === 'help' ? 'niets' : 'fout';
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
for (const vraag of vragen) answers.push(await judge(vraag));
report(answers);
for (const { vraag, kreeg, uitkomst } of answers) {
  // What is measured on is not looked at one by one.
  if (uitkomst !== 'goed' && vraag.deel !== 'toets')
    console.log(`${uitkomst}: «${vraag.vraag}» verwacht ${vraag.verwacht}, kreeg ${kreeg}`);
}
await db.close();
process.exit(0);
