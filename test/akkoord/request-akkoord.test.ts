import { expect, test } from 'vitest';
import { talkFor } from '../scene.ts';
import { SECRETARIS, UWV } from '../talk.ts';
import { askBoa, CONVENANT, VELSEN } from './stage.ts';

const talk = talkFor('postgres');

const logged = async () =>
  (
    await talk.inRegio((tx) =>
      tx.logregel.findMany({ where: { wat: { contains: 'akkoord' } }, orderBy: { id: 'asc' } }),
    )
  ).map(({ wat }) => wat);

test('asks every organisatie of the overleg at once, and no bestuurder', async () => {
  const { answer, letters } = await askBoa(talk);
  expect(answer).toContain('Gevraagd aan 8 organisaties.');
  expect(answer).toContain('0 van 8 akkoord, 8 nog geen antwoord');
  await talk.run();
  expect(letters()).toHaveLength(8);
  expect(letters().every(({ to }) => to.startsWith('trekker@'))).toBe(true);
  expect(letters(UWV)[0]?.text).toContain('Antwoorden kan tot en met vrijdag 4 december 2026.');
  expect(await logged()).toEqual(['akkoord gevraagd']);
});

test('asks the contact of an organisatie where there is one, and names where nobody is', async () => {
  await talk.inRegio(async (tx) => {
    const uwv = await tx.organisatie.findFirstOrThrow({ where: { code: 'uwv' } });
    const fatima = { organisatieId: uwv.id, naam: 'Fatima', email: 'fatima@uwv.example' };
    const { id } = await tx.persoon.create({ data: { ...fatima, rol: 'deelnemer' } });
    await tx.organisatie.updateMany({ where: { id: uwv.id }, data: { contactId: id } });
    await tx.persoon.updateMany({ where: { email: VELSEN }, data: { rol: 'lezer' } });
  });
  const { answer } = await askBoa(talk);
  expect(answer).toContain('Bij deze is niemand om te vragen: gemeente Velsen.');
  expect(answer).toContain('«contact velsen <naam>»');
  const rows = await talk.inRegio((tx) =>
    tx.herinnering.findMany({ where: { soort: 'akkoord', trede: 0 }, include: { persoon: true } }),
  );
  const asked = rows.map(({ persoon }) => persoon.email);
  expect(asked).toHaveLength(7);
  expect(asked).toContain('fatima@uwv.example');
  expect(asked).not.toContain(UWV);
});

test('says at each field what is wrong, and asks nobody', async () => {
  const { box } = await askBoa(talk);
  await box.say(SECRETARIS, 'akkoord vragen');
  const wrong = { ...CONVENANT, link: 'geen link', uiterlijk: '23 november', titel: '' };
  const answer = await box.fill(SECRETARIS, wrong);
  expect(answer).toContain('Schrijf waarover het gaat.');
  expect(answer).toContain('Plak het hele adres, dat met https:// begint.');
  expect(answer).toContain('Kies een dag na vandaag.');
  expect(await talk.inRegio((tx) => tx.akkoordronde.count())).toBe(1);
});

test('is for the secretaris', async () => {
  expect(await talk.say(UWV, 'akkoord vragen')).toContain('Alleen de secretaris');
});

test('a new version closes the old one, says so where it was asked, and asks anew', async () => {
  const { box, letters } = await askBoa(talk);
  await talk.run();
  const old = box.hold(UWV, 'Akkoord');
  await box.say(SECRETARIS, 'akkoord');
  const open = box.hold(SECRETARIS, 'Nieuwe versie', { of: `answer ${SECRETARIS}` });
  await open();
  expect(await box.fill(SECRETARIS, { ...CONVENANT, versie: '1' })).toContain('Versie 1 is al gevraagd.');
  expect(await box.fill(SECRETARIS, { ...CONVENANT, versie: '2' })).toContain('versie 2');
  talk.sent.length = 0;
  await talk.run();
  const said = letters(UWV).map(({ edited, text }) => `${edited} ${/versie \d/.exec(text)?.[0]}`);
  expect(said.sort()).toEqual(['false versie 2', 'true versie 1']);
  expect(await old()).toContain('Deze vraag is gesloten: er is een nieuwe versie (2)');
  expect(await open()).toContain('Al verwerkt');
  expect(await logged()).toEqual(['akkoord gevraagd', 'akkoord gesloten', 'akkoord gevraagd']);
});
