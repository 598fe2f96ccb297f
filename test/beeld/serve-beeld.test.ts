import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { readTelling } from '../../src/actie/stored-stand.ts';
import { keyOf } from '../../src/adres/token.ts';
import { beeldRoute, pictureUrl } from '../../src/beeld/serve-beeld.ts';
import { at, START } from '../moments.ts';
import { served } from '../served.ts';
import { UWV } from '../talk.ts';

const KEY = keyOf('xoxb-1');
const { talk, base } = served(KEY, beeldRoute);

const urlOf = (regioId = talk.regioId, moment = START) => pictureUrl(base(), KEY)(regioId, moment);
const hashOf = async (url: string) => {
  const bytes = Buffer.from(await (await fetch(url)).arrayBuffer());
  return createHash('sha256').update(bytes).digest('hex');
};

test('the picture of a regio is a PNG, for who has its address', async () => {
  const response = await fetch(urlOf());
  const bytes = Buffer.from(await response.arrayBuffer());
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png']);
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  expect([bytes.readUInt32BE(16), bytes.length < 100_000]).toEqual([1200, true]);
  expect((await fetch(urlOf(), { method: 'HEAD' })).status).toBe(200);
});

test('a picture shows its own moment, whatever is reported or withdrawn later', async () => {
  const moments = ['2026-11-23T10:00', '2026-11-23T12:00', '2026-11-23T14:00'].map(at);
  talk.clock.moveTo(at('2026-11-23T11:00'));
  await talk.say(UWV, 'actie 4 loopt Eerste gesprekken gevoerd');
  talk.clock.moveTo(at('2026-11-23T13:00'));
  await talk.say(UWV, 'Ongedaan maken');
  talk.clock.moveTo(at('2026-11-23T15:00'));
  const counts = [];
  for (const moment of moments) counts.push(await talk.inRegio((tx) => readTelling(tx, moment)));
  const [before, between, after] = counts;
  expect(after).toEqual(before);
  const running = (tellingen = before) => tellingen?.reduce((sum, { aantallen }) => sum + aantallen.loopt, 0);
  expect(running(between)).toBe((running() ?? 0) + 1);
  const [first, second, third] = await Promise.all(moments.map((moment) => hashOf(urlOf(undefined, moment))));
  expect(first).toBe(third);
  expect(first).not.toBe(second);
});

test('another regio is drawn with its own counts only', async () => {
  const { id } = await talk.db.owner.regio.create({ data: { code: 'elders', naam: 'Elders' } });
  expect(await talk.db.inRegio(id, (tx) => readTelling(tx, START))).toEqual([]);
  expect(await hashOf(urlOf(id))).not.toBe(await hashOf(urlOf()));
});

test('a picture is gone after thirty days', async () => {
  const url = urlOf();
  talk.clock.moveTo(START.add({ hours: 30 * 24 }));
  expect((await fetch(url)).status).toBe(200);
  talk.clock.moveTo(START.add({ hours: 30 * 24, seconds: 1 }));
  expect((await fetch(url)).status).toBe(404);
});

test('any other address is not found', async () => {
  const url = urlOf();
  const [what = ''] = /\d+-\d+-/.exec(url) ?? [];
  const wrong = [
    url.replace(what, what.replace(/^\d+/, '2')),
    url.replace(/-(\d+)-/, (_, moment) => `-${Number(moment) + 1}-`),
    url.replace(/(.)\.png$/, (_, last) => `${last === 'A' ? 'B' : 'A'}.png`),
    url.replace('.png', ''),
    pictureUrl(base(), keyOf('xoxb-2'))(talk.regioId, START),
    `${base()}/beeld/`,
    `${base()}/beeld/..%2f..%2fhealthz.png`,
    `${base()}/beeld/${'a'.repeat(5000)}.png`,
  ];
  for (const address of wrong) expect((await fetch(address)).status, address).toBe(404);
  expect((await fetch(url, { method: 'POST' })).status).toBe(404);
});
