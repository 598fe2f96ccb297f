import { expect, test } from 'vitest';
import { at } from '../moments.ts';
import { talkFor } from '../scene.ts';
import { SECRETARIS, UWV } from '../talk.ts';

const talk = talkFor('postgres');

const TNO = 'trekker@tno.example';

test('who works for a second organisatie reports for both, is asked for both, and finds both as «mijn»', async () => {
  expect(await talk.say(UWV, 'actie 20 loopt Proef gestart')).toContain('Alleen de trekkers');
  expect(await talk.say(SECRETARIS, 'persoon trekker uwv ook bij TNO als trekker')).toContain(
    'Trekker UWV werkt ook bij TNO, als trekker.',
  );
  expect(await talk.say(UWV, 'acties mijn')).toContain('trekker UWV of TNO (jouw organisaties)');
  await talk.passTo(at('2026-12-17T09:00'));
  const letters = talk.sent.filter(({ to }) => to === UWV);
  expect(letters).toHaveLength(1);
  expect(letters[0]?.text).toContain('#4 ');
  expect(letters[0]?.text).toContain('#20 ');
  expect(await talk.say(UWV, 'actie 20 loopt Proef gestart')).toContain('Geregistreerd bij #20');
  expect(await talk.say(SECRETARIS, `persoon ${UWV}`)).toContain('Ook bij: TNO (trekker)');
});

test('the rol there counts there only', async () => {
  await talk.say(SECRETARIS, 'persoon trekker uwv ook bij TNO lezer');
  expect(await talk.say(UWV, 'actie 20 loopt Proef gestart')).toContain(
    'Bij TNO ben je lezer: je ziet alles en meldt niets. Alleen de trekkers',
  );
  await talk.say(SECRETARIS, 'persoon trekker uwv ook bij TNO deelnemer');
  expect(await talk.say(UWV, 'actie 20 loopt Proef gestart')).toContain('Geregistreerd');
  await talk.passTo(at('2026-12-17T09:00'));
  expect(talk.sent.find(({ to }) => to === UWV)?.text).not.toContain('#20 ');
  expect(talk.sent.find(({ to }) => to === TNO)?.text).toContain('#10 ');
});

test('ends with one line, and lets go of what was carried there', async () => {
  await talk.say(SECRETARIS, 'persoon trekker uwv ook bij TNO trekker');
  await talk.say(SECRETARIS, `actie 20 contact ${UWV}`);
  expect(await talk.say(SECRETARIS, 'persoon trekker uwv niet meer bij TNO')).toContain(
    'Geen contact meer van #20',
  );
  expect(await talk.say(UWV, 'actie 20 loopt Proef gestart')).toContain('Alleen de trekkers');
  expect(await talk.say(UWV, 'actie 4 loopt Proef gestart')).toContain('Geregistreerd');
});

test.each([
  ['persoon trekker uwv ook bij UWV trekker', 'werkt al bij UWV'],
  ['persoon trekker uwv niet meer bij UWV', 'is de eerste organisatie van Trekker UWV'],
  ['persoon trekker uwv niet meer bij TNO', 'werkt niet bij TNO'],
  ['persoon trekker uwv ook bij TNO als bestuurder', 'Een tweede rol kan geen bestuurder zijn. Maak er de'],
  ['persoon trekker uwv ook bij TNO secretaris', 'Een tweede rol kan geen secretaris zijn.'],
  ['persoon trekker uwv ook bij NASA trekker', 'Ik ken geen organisatie'],
])('«%s» is refused', async (words, why) => {
  expect(await talk.say(SECRETARIS, words)).toContain(why);
  expect(await talk.inRegio((tx) => tx.aanstelling.count())).toBe(0);
});
