import { afterAll, beforeAll, expect, test } from 'vitest';
import { requestOf } from '../request.ts';
import { SECRETARIS, type Talk, talkOn } from '../talk.ts';
import { KOPPEN, nieuweRij, xlsx } from './files.ts';

let talk: Talk;
beforeAll(async () => {
  talk = await talkOn('postgres');
});
afterAll(() => talk.close());

test('an import that is cancelled changes nothing, cannot be applied any more, and its rows are not kept', async () => {
  await talk.give(SECRETARIS, 'acties.xlsx', await xlsx([KOPPEN, nieuweRij('Toch niet')]));
  expect(await talk.say(SECRETARIS, 'Annuleren')).toContain(
    'Geannuleerd: er is niets veranderd door «acties.xlsx».',
  );
  const { id, inhoud } = await talk.inRegio((tx) => tx.import.findFirstOrThrow());
  expect(inhoud).toEqual({});
  for (const command of ['import.toepassen', 'import.annuleer', 'import.toon']) {
    const say = { command, input: { import: id, pagina: 1 } };
    const answer = await talk.ask(requestOf(SECRETARIS, say));
    expect(JSON.stringify(answer)).toContain(
      'Al verwerkt: de import van «acties.xlsx» is op 23 november 2026',
    );
  }
  expect(await talk.inRegio((tx) => tx.actie.count())).toBe(46);
});
