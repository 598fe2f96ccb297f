import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readDoeAgenda } from '../../src/regio/doe-agenda.ts';
import { loadDoeAgenda } from '../../src/regio/load-doe-agenda.ts';
import { START } from '../moments.ts';
import { type Talk, talkOn, UWV } from '../talk.ts';

const FILES = join(import.meta.dirname, '../../prisma/doe-agenda');
let talk: Talk;
beforeAll(async () => {
  talk = await talkOn('postgres');
  // Another regio with the same words, and titels that no answer of ours may show.
  const { id } = await talk.db.owner.regio.create({ data: { code: 'elders', naam: 'Elders' } });
  const files = readDoeAgenda(FILES);
  const acties = files['doe-agenda'].map((row) => ({ ...row, actie: `GEHEIM ${row.actie}` }));
  await talk.db.inRegio(id, (tx) => loadDoeAgenda(tx, { ...files, 'doe-agenda': acties }, START));
});
afterAll(() => talk.close());

/** The same numbers every time, from 0 to 1 (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const PARTS = [
  ...[
    'hoe staat het met',
    'acties',
    'thema 4',
    'wie trekt',
    'ijmond',
    'zonder trekker',
    'uwv en',
    'niet',
    'sinds',
    '#',
    'GEHEIM',
  ],
  ...[
    '😀',
    '👩‍👩‍👧',
    '\u202e',
    '\u0000',
    '\ud800',
    'مرحبا بالعالم',
    'שלום',
    '你好',
    'é',
    'ﷺ',
    '\n',
    '   ',
    '%',
    '_',
    '\\',
    "'",
    '"',
    '`',
  ],
  ...[
    "'; drop table actie; --",
    "' or 1=1 --",
    '$1',
    '<b>&amp;</b>',
    '<script>alert(1)</script>',
    '{{7*7}}',
    '| & ! ( ) : *',
    'a:*',
  ],
  ...[
    '999999999999999999',
    '-1',
    '1e9',
    '0x10',
    '31-02-2026',
    '12 ',
    'x'.repeat(200),
    'woorden',
    'synoniem',
    'gewijzigd sinds',
  ],
];

test.each(Array.from({ length: 120 }, (_, n) => n))(
  'text %i of any kind is answered, from the own regio',
  async (seed) => {
    const random = seeded(seed);
    const count = 1 + Math.floor(random() * 8);
    const parts = Array.from({ length: count }, () => PARTS[Math.floor(random() * PARTS.length)]);
    const answer = await talk.say(UWV, parts.join(random() < 0.7 ? ' ' : ''));
    expect(answer.length).toBeGreaterThan(10);
    expect(answer).not.toMatch(/Er ging iets mis|#\d+ GEHEIM/);
  },
);

test.each([
  ['emoji', '😀'.repeat(20_000)],
  ['one word of 40,000 letters', 'x'.repeat(40_000)],
  ['40,000 letters of words', 'acties detachering thema 4 ijmond '.repeat(1_200)],
  ['40,000 letters that are no update', `hoe staat het met ${'a b '.repeat(10_000)}`],
  ['right to left', 'مرحبا '.repeat(6_000)],
  ['only spaces', ' '.repeat(40_000)],
  ['only line breaks', '\n'.repeat(40_000)],
  ['nothing', ''],
  ['numbers', '1 '.repeat(20_000)],
  ['commas', 'a, '.repeat(13_000)],
])('%s is answered within two seconds', async (_, text) => {
  const begin = performance.now();
  const answer = await talk.say(UWV, text);
  expect(answer.length).toBeGreaterThan(10);
  expect(answer).not.toContain('Er ging iets mis');
  expect(performance.now() - begin).toBeLessThan(2_000);
});
