import { afterAll, beforeAll, expect, test } from 'vitest';
import { SECRETARIS, type Talk, talkOn, UWV } from '../talk.ts';

let talk: Talk;
beforeAll(async () => {
  talk = await talkOn('postgres');
});
afterAll(() => talk.close());

test('the synoniemen are there for everyone, how to change them for the secretaris', async () => {
  const text = await talk.say(UWV, 'synoniemen');
  expect(text).toMatch(/^\d+ synoniemen\n/);
  expect(text).toContain('WSP = werkgeversservicepunt');
  expect(text).not.toContain('synoniem weg');
  expect(await talk.say(SECRETARIS, 'synoniemen')).toContain('«synoniem weg WSP»');
});

test('more than fit one message go page by page', async () => {
  const rows = Array.from({ length: 60 }, (_, n) => ({ woord: `woord${n}`, betekenis: 'zorg' }));
  await talk.inRegio((tx) => tx.synoniem.createMany({ data: rows }));
  expect(await talk.say(UWV, 'synoniemen')).toContain('Pagina 1 van 7');
  expect(await talk.say(UWV, 'Volgende')).toContain('Pagina 2 van 7');
});
