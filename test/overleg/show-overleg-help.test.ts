import { afterAll, beforeAll, expect, test } from 'vitest';
import { interpret } from '../../src/chat/grammar.ts';
import { commands } from '../../src/commands.ts';
import { overlegLines } from '../../src/overleg/overleg-help-card.ts';
import { SECRETARIS, type Talk, talkOn, UWV } from '../talk.ts';

let talk: Talk;
beforeAll(async () => {
  talk = await talkOn('embedded');
});
afterAll(() => talk.close());

const lines = overlegLines('22 februari 2027 10:00').flatMap((group) => group.lines);

test.each(['help overleg', 'overleg help', 'help vergaderingen'])(
  '«%s» tells the secretaris how to run it; others hear who does',
  async (words) => {
    expect(await talk.say(SECRETARIS, words)).toContain('Zo regel je het overleg');
    expect(await talk.say(UWV, words)).toContain('Alleen de secretaris');
  },
);

test.each(lines)('the example «$typ» is understood, and not as a question', async ({ typ }) => {
  const command = interpret(typ, commands)?.command;
  expect(command).toMatch(/^(?:overleg|vakanties|akkoord|niet-bereikt|vergadering)/);
});

test('the secretaris may do all of it', async () => {
  for (const { typ } of lines) {
    expect(await talk.say(SECRETARIS, typ), typ).not.toContain('Alleen ');
    await talk.say(SECRETARIS, 'stop');
  }
});
