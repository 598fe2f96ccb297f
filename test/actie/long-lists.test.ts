import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Button, buttonsOf, type Card, type Input } from '../../src/chat/card.ts';
import { messageOf } from '../../src/slack/blocks.ts';
import { renderCard } from '../../src/teams/adaptive-card.ts';
import { message } from '../../src/teams/message.ts';
import { ownDatabase } from '../database.ts';
import { START } from '../moments.ts';
import { requestOf } from '../request.ts';
import { messageProblems } from '../slack/block-kit.ts';
import { seenOf as seenInSlack } from '../slack/seen.ts';
import { type Talk, talkOn, UWV } from '../talk.ts';
import { problemsOf } from '../teams/adaptive-check.ts';
import { seenOf as seenInTeams } from '../teams/seen.ts';

/** What Teams takes, in bytes. */
const TEAMS = 28 * 1024;

/** Longer than any titel of a doe-agenda, with everything that could be markup or weigh more than it looks. */
const ODD = `«"Zij-instroom" & <@U123> *vet* {{DATE(2026-11-23)}} é€漢👩‍👩‍👧‍👧 \\ [klik](https://evil.example)
regel twee» ${'zij-instroom, omscholing en "hybride" leren '.repeat(12)}`;

let talk: Talk;
const all = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** Every third actie bears its number alone, the others an odd titel; some have a dozen trekkers. */
async function growTo(count: number): Promise<void> {
  await talk.db.owner.$executeRaw`
    with nieuw as (
      insert into actie (regio_id, nummer, titel, thema_id, doelgroep, bereik, financiering, bron, status)
      select regio_id, n, case n % 3 when 0 then 'Proef ' || n else left(${ODD}, 40 * (n % 20) + 20) end, thema_id,
        doelgroep, bereik, financiering, bron, (array['loopt', 'vertraagd']::"Status"[])[1 + n % 2]
      from actie, generate_series((select max(nummer) + 1 from actie), ${count}::int) as n where nummer = 1 + n % 40
      returning regio_id, id)
    insert into trekker (regio_id, actie_id, aanduiding, organisatie_id)
    select nieuw.regio_id, nieuw.id, 'Samenwerkende partijen "' || organisatie.naam || '"', organisatie.id
    from nieuw join organisatie on organisatie.id <= case when nieuw.id % 10 = 0 then 12 else 1 end and organisatie.regio_id = nieuw.regio_id`;
}

async function cardOf(say: { text: string } | { command: string; input: Input }): Promise<Card> {
  const answer = await talk.ask(requestOf(UWV, say));
  if (answer.kind !== 'card') throw new Error('a form, where a card was asked for');
  return answer.card;
}

const press = ({ command, input }: Button) => cardOf({ command, input });
const WITHIN = [
  'stand',
  'sinds begin',
  'zoek zij-instroom',
  'zoek proef',
  'acties zonder update',
  'actie 46',
];
const button = (card: Card, label: string) => buttonsOf(card).find((one) => one.label === label);

/** What is read on it, the same on both platforms; fails on whatever one of them would refuse or leave out. */
function linesOn(card: Card): string[] {
  const slack = messageOf(card);
  expect(messageProblems(slack)).toEqual([]);
  const teams = renderCard(card);
  expect(problemsOf(teams)).toEqual([]);
  expect(Buffer.byteLength(JSON.stringify(message({ kind: 'card', card })))).toBeLessThan(TEAMS);
  const [inSlack, inTeams] = [seenInSlack(slack.blocks as never), seenInTeams(teams)].map(({ text }) => text);
  expect(`${inSlack}\n${inTeams}`).not.toContain('vraag om een kortere lijst');
  expect(`${inSlack}\n${inTeams}`).not.toContain('past niet in één bericht');
  const items = card.elements.flatMap((element) => (element.kind === 'item' ? [element.text] : []));
  for (const text of items) expect(inSlack).toContain(text.slice(0, 10));
  for (const text of items) expect(inTeams).toContain(text.slice(0, 10));
  return items;
}

const numbersOn = (card: Card): number[] => linesOn(card).map((text) => Number(/^#(\d+) /.exec(text)?.[1]));

/** All lines from this card on, by pressing «Volgende»; `between`: what happens meanwhile, once. */
async function walk<T>(
  first: Card,
  read: (card: Card) => T[],
  between?: () => Promise<unknown>,
): Promise<T[]> {
  const seen: T[] = [];
  for (let card = first; ; ) {
    seen.push(...read(card));
    if (seen.length <= 8) await between?.();
    const next = button(card, 'Volgende');
    if (!next) return seen;
    card = await press(next);
  }
}

beforeAll(async () => {
  talk = await talkOn('postgres', START, ownDatabase);
});
afterAll(() => talk.close());

describe.each([46, 500])('a doe-agenda of %i acties', (count) => {
  beforeAll(() => growTo(count));

  test('is listed whole, each actie once, in order of number, within the limits of Slack and Teams', async () => {
    expect(await walk(await cardOf({ text: 'acties' }), numbersOn)).toEqual(all(count));
  });

  test.each(WITHIN)('answers «%s» within the limits', async (text) => {
    linesOn(await cardOf({ text }));
  });
});

describe('a page keeps its place', () => {
  beforeAll(() => growTo(500));

  const loopt = (nummer: number, status: string) =>
    talk.db.owner.$executeRawUnsafe(`update actie set status = '${status}' where nummer = ${nummer}`);
  const first = () => cardOf({ text: 'acties 1 t/m 100 vertraagd' });

  test('when an actie that was shown leaves the list, and one before it joins', async () => {
    const before = await walk(await first(), numbersOn);
    const [gone = 0] = before;
    expect(before).toHaveLength(27);
    expect(await walk(await first(), numbersOn, () => loopt(gone, 'afgerond'))).toEqual(before);
    expect(await walk(await first(), numbersOn, () => loopt(gone, 'vertraagd'))).toEqual(before.slice(1));
  });

  test('when one that is still to come leaves the list, which then is not shown', async () => {
    const before = await walk(await first(), numbersOn);
    const last = before.at(-1) ?? 0;
    const after = await walk(await first(), numbersOn, () => loopt(last, 'afgerond'));
    expect(after).toEqual(before.slice(0, -1));
    await loopt(last, 'vertraagd');
  });

  test('and «Vorige» leads back to the page it came from', async () => {
    const one = await first();
    const next = button(one, 'Volgende');
    const two = await press(next as Button);
    expect(await press(button(two, 'Vorige') as Button)).toEqual(one);
  });

  test('of a list found by words, each actie once', async () => {
    const found = await cardOf({ text: 'zoek proef' });
    const list = await press(button(found, 'Toon de lijst') as Button);
    const numbers = await walk(list, numbersOn);
    expect(numbers.length).toBeGreaterThan(100);
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
  });
});

describe('the history of an actie with 500 updates', () => {
  const report = (from: number, to: number) => talk.db.owner.$executeRaw`
    insert into actie_update (regio_id, actie_id, persoon_id, soort, status_van, status_naar, toelichting, platform, gemeld_op)
    select a.regio_id, a.id, p.id, 'gewijzigd', 'loopt', 'loopt', 'Stap ' || n || ' ' || left(${ODD}, 20 * n), 'slack',
      timestamptz '2026-01-01' + make_interval(hours => n / 3)
    from generate_series(${from}::int, ${to}::int) as n, actie as a, persoon as p
    where a.nummer = 4 and p.email = ${UWV} order by n`;
  const steps = (card: Card) => linesOn(card).map((text) => Number(/\nStap (\d+) /.exec(text)?.[1]));
  const first = () => cardOf({ text: 'actie 4 historie' });
  beforeAll(() => report(1, 500));

  test('has each once, the newest first, within the limits of Slack and Teams', async () => {
    expect(await walk(await first(), steps)).toEqual(all(500).reverse());
  });

  test('keeps its place when something is reported between two pages', async () => {
    const one = await first();
    await report(501, 503);
    expect(steps(await press(button(one, 'Volgende') as Button))).toEqual(all(492).reverse().slice(0, 8));
    const two = await press(button(await first(), 'Volgende') as Button);
    await report(504, 504);
    expect(steps(await press(button(two, 'Vorige') as Button))).toEqual([
      503, 502, 501, 500, 499, 498, 497, 496,
    ]);
  });
});

describe('a doe-agenda of 5000 acties', () => {
  beforeAll(() => growTo(5_000));

  test('is listed in order of number from the first page on, and up to the last', async () => {
    const begin = [await cardOf({ text: 'acties' })];
    for (let card = begin[0]; begin.length < 10 && card; begin.push(card))
      card = await press(button(card, 'Volgende') as Button);
    expect(begin.flatMap(numbersOn)).toEqual(all(80));
    const end = await walk(await cardOf({ text: 'acties pagina 616' }), numbersOn);
    expect(end).toEqual(all(5_000).slice(615 * 8));
  });

  test.each(WITHIN)('answers «%s» within the limits', async (text) => {
    linesOn(await cardOf({ text }));
  });
});
