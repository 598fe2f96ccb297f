import { afterAll, beforeAll, expect, test } from 'vitest';
import { AGENDA_LINES } from '../../src/agenda/agenda-help-card.ts';
import { interpret } from '../../src/chat/grammar.ts';
import { commands } from '../../src/commands.ts';
import { SECRETARIS, type Talk, talkOn, UWV } from '../talk.ts';

let talk: Talk;
beforeAll(async () => {
  talk = await talkOn('postgres');
});
afterAll(() => talk.close());

test('the secretaris learns how to keep the agenda; others hear who does', async () => {
  expect(await talk.say(SECRETARIS, 'help')).toContain('help agenda');
  expect(await talk.say(SECRETARIS, 'help agenda')).toContain('acties samenvoegen 12 en 14');
  expect(await talk.say(UWV, 'help agenda')).toContain('Alleen de secretaris');
});

test.each(AGENDA_LINES)('the example «$typ» is understood as its own', ({ typ }) => {
  expect(interpret(typ, commands)?.command).toMatch(/^(?:actie|acties|thema|themas|pijler)(?:\.|$)/);
  expect(interpret(typ, commands)?.command).not.toBe('acties');
});

test.each([
  ['actie 12 trekkers', 'update.meld'],
  ['actie 12 thema 4 wordt besproken', 'update.meld'],
  ['acties thema 4', 'acties'],
  ['acties 12 en 14', 'acties'],
  ['wie zijn de trekkers van actie 12?', 'vraag'],
  ['actie 12 afgerond', 'update.meld'],
])('«%s» stays what it was', (words, command) => {
  expect(interpret(words, commands)?.command).toBe(command);
});
