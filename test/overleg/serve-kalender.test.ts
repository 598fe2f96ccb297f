import ical from 'node-ical';
import { expect, test } from 'vitest';
import { keyOf } from '../../src/adres/token.ts';
import { dispatcher } from '../../src/chat/dispatch.ts';
import { cardText } from '../../src/chat/text.ts';
import { commands } from '../../src/commands.ts';
import { kalenderRoute, kalenderUrl } from '../../src/overleg/serve-kalender.ts';
import { requestOf } from '../request.ts';
import { served } from '../served.ts';
import { SECRETARIS, UWV } from '../talk.ts';

const KEY = keyOf('xoxb-1', 'kalender');
const { talk, base } = served(KEY, kalenderRoute);

/** The address that Doebot gives in chat. */
async function addressFor(email: string, text: string): Promise<string> {
  const { db, clock, log } = talk;
  const ask = dispatcher({ db, commands, now: clock.now, log, kalenderUrl: kalenderUrl(base(), KEY) });
  const answer = await ask(requestOf(email, { text }));
  if (answer.kind !== 'card') throw new Error('no card');
  return /http\S+\.ics/.exec(cardText(answer.card))?.[0] ?? '';
}

async function eventsAt(url: string) {
  // A connection of its own: what is kept open is closed by the server while the conversation goes on.
  const response = await fetch(url, { headers: { connection: 'close' } });
  expect([response.status, response.headers.get('content-type')]).toEqual([
    200,
    'text/calendar; charset=utf-8',
  ]);
  const events = Object.values(ical.sync.parseICS(await response.text()));
  return events.flatMap((one) => (one?.type === 'VEVENT' && one.datetype === 'date-time' ? one : []));
}

test('a calendar follows what becomes of a vergadering, under one name', async () => {
  const url = await addressFor(UWV, 'overleg agenda');
  const [before] = await eventsAt(url);
  expect(before?.start.toISOString()).toBe('2027-01-11T09:00:00.000Z');
  await talk.say(SECRETARIS, 'overleg verplaats 8 april 2027');
  await talk.say(SECRETARIS, 'overleg plaats RBA Stadhuis Haarlem, zaal 3');
  await talk.say(SECRETARIS, 'overleg link RBA https://teams.example/l/1');
  const [moved, ...rest] = await eventsAt(url);
  expect(rest).toEqual([]);
  expect(moved).toMatchObject({
    uid: before?.uid,
    sequence: 3,
    status: 'CONFIRMED',
    location: 'Stadhuis Haarlem, zaal 3',
    url: 'https://teams.example/l/1',
  });
  expect(moved?.start.toISOString()).toBe('2027-04-08T08:00:00.000Z');
  await talk.say(SECRETARIS, 'overleg annuleer');
  await talk.say(SECRETARIS, 'Afzeggen');
  expect((await eventsAt(url))[0]).toMatchObject({ uid: before?.uid, sequence: 4, status: 'CANCELLED' });
});

test('a calendar is of the overleggen that somebody has to do with, or of one', async () => {
  await talk.say(SECRETARIS, 'overleg plan REO 9 april 2027');
  const codes = async (email: string, words: string) =>
    (await eventsAt(await addressFor(email, words))).map(
      ({ summary }) => /\((.*)\)/.exec(String(summary))?.[1],
    );
  expect(await codes(SECRETARIS, 'overleg agenda')).toEqual(['RBA', 'REO']);
  // The UWV carries nothing that the REO speaks of, and has no zetel there.
  expect(await codes(UWV, 'overleg agenda')).toEqual(['RBA']);
  expect(await codes(UWV, 'overleg REO agenda')).toEqual(['REO']);
  expect(await codes('trekker@reo.example', 'overleg kalender')).toContain('REO');
});

test('who works here no more has no calendar any more', async () => {
  const url = await addressFor(UWV, 'overleg agenda');
  await talk.inRegio((tx) =>
    tx.persoon.updateMany({ where: { email: UWV }, data: { vertrokkenOp: new Date(0) } }),
  );
  expect((await fetch(url)).status).toBe(404);
});
