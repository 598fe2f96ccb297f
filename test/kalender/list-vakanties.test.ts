import { expect, test } from 'vitest';
import { talkFor } from '../scene.ts';
import { SECRETARIS, UWV } from '../talk.ts';

const talk = talkFor('postgres');

test('a new regio has the school holidays of its part of the country, and its run-up does not count them', async () => {
  const text = await talk.say(UWV, 'vakanties');
  expect(text).toContain(
    '• kerstvakantie: 19 december 2026 t/m 3 januari 2027\n  Telt niet mee: gewone werkdagen',
  );
  expect(text).toContain('Typ «vakanties 2028» om ze te zien.');
  expect(text).not.toContain('[');
  expect(await talk.say(SECRETARIS, 'vakanties')).toContain('[a] Laat meetellen');
  expect(await talk.say(SECRETARIS, 'a')).toContain('De kerstvakantie telt mee');
  expect(await talk.say(SECRETARIS, 'vakanties')).toContain('[a] Niet meetellen');
  expect(await talk.say(SECRETARIS, 'schoolvakanties 2029?')).toContain(
    '• zomervakantie: 21 juli 2029 t/m 2 september 2029',
  );
});

test('the shipped school holidays begin on a Saturday and end on a Sunday, and are as long as they should be', async () => {
  const WEEKS: Record<string, number> = { herfst: 1, kerst: 2, voorjaars: 1, mei: 1, zomer: 6 };
  const rows = await talk.inRegio((tx) => tx.vakantie.findMany());
  expect(rows.length).toBeGreaterThan(15);
  for (const { naam, van, tot, vrij } of rows) {
    const weeks = WEEKS[naam.replace('vakantie', '')] ?? 0;
    expect([naam, van.getUTCDay(), tot.getUTCDay(), vrij]).toEqual([naam, 6, 0, false]);
    expect((tot.getTime() - van.getTime()) / 86_400_000 + 1).toBe(weeks * 7 + 2);
  }
});
