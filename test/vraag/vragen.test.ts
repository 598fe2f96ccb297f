import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Antwoord, type Ask, judge, type Vraag } from '../bench/judge.ts';
import { requestOf } from '../request.ts';
import { type Talk, talkOn, UWV } from '../talk.ts';

/** Every so many of the questions is asked: all of them are asked by `npm run bench:vragen`. */
const ONE_OF = 9;

const rows: Vraag[] = parse(readFileSync(join(import.meta.dirname, '../fixtures/vragen.csv')), {
  columns: true,
  delimiter: ';',
  bom: true,
});
const sample = rows.filter((_, index) => index % ONE_OF === 0);

let talk: Talk;
beforeAll(async () => {
  talk = await talkOn('postgres');
});
afterAll(() => talk.close());

test('a sample of the questions of strangers is answered right, and hardly any wrong with confidence', async () => {
  const ask: Ask = async (say) => {
    const answer = await talk.ask(requestOf(UWV, say));
    return answer.kind === 'card' ? answer.card : undefined;
  };
  const answers: Antwoord[] = [];
  for (const vraag of sample) answers.push(await judge(vraag, ask));
  const share = (uitkomst: string) =>
    answers.filter((one) => one.uitkomst === uitkomst).length / answers.length;
  expect(sample.length).toBeGreaterThan(60);
  expect(share('goed')).toBeGreaterThanOrEqual(0.95);
  expect(share('fout')).toBeLessThanOrEqual(0.02);
});
