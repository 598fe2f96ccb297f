import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { interpret } from '../../src/chat/grammar.ts';
import { commands } from '../../src/commands.ts';
import { helpGroups } from '../../src/persoon/help-card.ts';
import type { Rol } from '../../src/persoon/persoon.ts';
import { ALLE_ROLLEN } from '../../src/persoon/rechten.ts';
import { type Talk, talkOn, UWV } from '../talk.ts';

let talk: Talk;
beforeAll(async () => {
  talk = await talkOn('postgres');
});
beforeEach(() => talk.reset());
afterAll(() => talk.close());

test.each(['help', 'Hallo!', 'wat kan ik vragen?', '?', 'goedemorgen'])('«%s» gets help', async (words) => {
  expect(await talk.say(UWV, words)).toContain('Dit kun je Doebot vragen');
});

const become = (rol: Rol) =>
  talk.inRegio((tx) => tx.persoon.updateMany({ where: { email: UWV }, data: { rol } }));

/** What help names to a rol of what not everybody may, or is there for. */
const NAMED: Record<Rol, string[]> = {
  lezer: [],
  trekker: ['actie 12 ongewijzigd'],
  deelnemer: ['actie 12 ongewijzigd'],
  bestuurder: [],
  secretaris: ['actie 12 ongewijzigd', 'help overleg', 'help agenda', 'personen', 'niet bereikt'],
  beheerder: ['personen', 'niet bereikt'],
};

test.each(ALLE_ROLLEN)('help fits a %s, and names nothing that is refused', async (rol) => {
  await become(rol);
  const text = await talk.say(UWV, 'help');
  expect(text).toContain('Je bent bij mij bekend als Trekker UWV, UWV.');
  expect(text).toMatch(/Voor jou:\ninstellingen: /);
  const some = [...new Set(Object.values(NAMED).flat())];
  expect(some.filter((typ) => text.includes(`\n${typ}: `))).toEqual(NAMED[rol]);
  for (const { typ } of helpGroups(rol).flatMap(({ lines }) => lines)) {
    expect(await talk.say(UWV, typ), typ).not.toMatch(/Alleen .* kan /);
    await talk.say(UWV, 'stop');
  }
});

test.each(helpGroups('secretaris').flatMap(({ lines }) => lines))(
  'the example «$typ» is understood',
  ({ typ }) => {
    expect(interpret(typ, commands)).toBeDefined();
  },
);
