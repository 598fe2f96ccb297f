import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keyOf } from '../../src/adres/token.ts';
import { exportUrl } from '../../src/bestand/serve-export.ts';
import { dispatcher } from '../../src/chat/dispatch.ts';
import { cardText } from '../../src/chat/text.ts';
import { commands } from '../../src/commands.ts';
import { requestOf } from '../request.ts';
import { type Talk, talkOn, UWV } from '../talk.ts';

let talk: Talk;
beforeAll(async () => {
  talk = await talkOn('postgres');
});
afterAll(() => talk.close());

test('without an address that can be reached, says how else to get the file', async () => {
  expect(await talk.say(UWV, 'export')).toContain('npm run export -- doe-agenda.xlsx');
});

test('with one, gives an address that works for an hour', async () => {
  const ask = dispatcher({
    db: talk.db,
    commands,
    now: talk.clock.now,
    log: pino({ level: 'silent' }),
    exportUrl: exportUrl('https://doebot.example', keyOf('xoxb-1', 'export')),
  });
  const say = { text: 'exporteer de doe-agenda' };
  const answer = await ask(requestOf(UWV, say));
  const text = answer.kind === 'card' ? cardText(answer.card) : '';
  expect(text).toContain('De doe-agenda als XLSX: 46 acties');
  expect(text).toMatch(/^https:\/\/doebot\.example\/export\/1-\d+-[\w-]{43}\.xlsx$/m);
});
