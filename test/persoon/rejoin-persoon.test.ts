import { expect, test } from 'vitest';
import { requestOf } from '../request.ts';
import { talkFor } from '../scene.ts';
import { SECRETARIS, UWV } from '../talk.ts';

const talk = talkFor('postgres');

const leave = async () => {
  await talk.say(SECRETARIS, 'actie 4 contact trekker@uwv.example');
  await talk.say(SECRETARIS, `persoon ${UWV} vertrekt`);
  await talk.say(SECRETARIS, 'Vertrek vastleggen');
};

test('adding who has left offers to take them back: the same person, as they are now', async () => {
  await leave();
  expect(await talk.say(SECRETARIS, 'persoon toevoegen Jan trekker@uwv.example TNO trekker')).toContain(
    'trekker@uwv.example was van Trekker UWV (UWV), vertrokken op maandag 23 november 2026. Er is nog niets opgeslagen.',
  );
  expect(await talk.say(SECRETARIS, 'Terughalen')).toContain(
    'Terug: Jan (trekker@uwv.example), trekker bij TNO.',
  );
  expect(await talk.inRegio((tx) => tx.persoon.count())).toBe(50);
  expect(await talk.say(UWV, 'help')).toContain('bekend als Jan, TNO');
  // No contact of UWV any more: the actie is not silently nobody's.
  expect(await talk.say(SECRETARIS, 'actie 4')).not.toContain('Contact:');
});

test('the card of who has left has a button back, that works once', async () => {
  await leave();
  expect(await talk.say(SECRETARIS, `persoon ${UWV}`)).toContain('⚠ Vertrokken op maandag 23 november 2026');
  expect(await talk.say(SECRETARIS, 'Terughalen als trekker')).toContain('Terug: Trekker UWV');
  expect(await talk.say(UWV, 'actie 4 loopt Eerste gesprekken gevoerd')).toContain('Geregistreerd');
  expect(await talk.say(SECRETARIS, 'actie 4')).toContain('Contact: Trekker UWV');
  const { id } = await talk.inRegio((tx) => tx.persoon.findFirstOrThrow({ where: { email: UWV } }));
  const input = { persoon: id, naam: 'X Y', email: UWV, organisatie: 'uwv', rol: 'lezer' };
  const say = { command: 'persoon.terug', input };
  const again = await talk.ask(requestOf(SECRETARIS, say));
  expect(JSON.stringify(again)).toContain('Al verwerkt');
});
