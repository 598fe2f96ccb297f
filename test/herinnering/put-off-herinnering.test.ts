import { expect, test } from 'vitest';
import { DeliveryError } from '../../src/chat/platform.ts';
import { at } from '../moments.ts';
import { requestOf } from '../request.ts';
import { SECRETARIS, UWV } from '../talk.ts';
import { afterUitvraag } from './mailbox.ts';

const TNO = 'trekker@tno.example';
const { talk, box } = afterUitvraag();

const later = () =>
  talk.inRegio((tx) => tx.herinnering.findMany({ where: { soort: 'later' }, include: { persoon: true } }));
const toTno = () => talk.sent.filter(({ to, edited }) => to === TNO && !edited);

test('a question is put off until tomorrow, and asked again then; it is no update', async () => {
  const choice = await box.press(TNO, 'Later');
  expect(choice).toContain('Morgen: vrijdag 18 december 2026, 09:00 uur');
  expect(choice).toContain('Over drie dagen: maandag 21 december 2026, 09:00 uur');
  expect(choice).not.toContain('Na mijn verlof');
  expect(await box.answerPress(TNO, 'Morgen')).toContain(
    'Uitgesteld tot vrijdag 18 december 2026, 09:00 uur',
  );
  await talk.run();
  expect(box.text(TNO)).toContain('Uitgesteld tot vrijdag 18 december 2026, 09:00 uur. Nog 2 acties.');
  expect(box.open(TNO)).toEqual([]);
  expect(await talk.inRegio((tx) => tx.update.count())).toBe(0);
  expect(await talk.inRegio((tx) => tx.logregel.count({ where: { wat: 'uitgesteld' } }))).toBe(1);
  talk.clock.moveTo(at('2026-12-18T09:00'));
  await talk.run();
  expect(toTno().map(({ at }) => at)).toEqual(['18 december 2026, 09:00']);
  expect(box.open(TNO)).toEqual([10, 20]);
});

test('what is put off is put off once: the last day that was chosen holds', async () => {
  await box.say(TNO, 'later 3 dagen');
  await box.say(TNO, 'later tot 22 december');
  expect((await later()).map(({ geplandOp }) => geplandOp.toISOString())).toEqual([
    '2026-12-22T08:00:00.000Z',
  ]);
});

test('what was put off and is done by then is not asked again', async () => {
  await box.say(TNO, 'later 3 dagen');
  for (const nummer of [10, 20]) await box.say(TNO, `actie ${nummer} ongewijzigd`);
  talk.clock.moveTo(at('2026-12-21T09:00'));
  await talk.run();
  expect(toTno()).toEqual([]);
  expect((await later()).map(({ reden }) => reden)).toEqual(['er staat niets meer open']);
});

test('«Toch nu» takes it back, twice is once', async () => {
  await box.say(TNO, 'later 3 dagen');
  await talk.run();
  const press = box.hold(TNO, 'Toch nu');
  expect(await press()).toContain('• #10');
  expect(await press()).toContain('• #10');
  expect(await later()).toEqual([]);
  expect(await talk.inRegio((tx) => tx.logregel.count({ where: { wat: 'uitstel ingetrokken' } }))).toBe(1);
});

test('nothing is put off past the aanlevertermijn, in words or on the form', async () => {
  const refused = await box.say(TNO, 'later tot 4 januari');
  expect(refused).toContain(
    'Dat is te laat om uit te stellen. Melden kan tot en met dinsdag 29 december 2026.',
  );
  await box.press(TNO, 'Later');
  await box.answerPress(TNO, 'Een andere dag');
  expect(await box.fill(TNO, { wanneer: '4 januari' })).toContain('(Dat is te laat om uit te stellen.');
  expect(await box.fill(TNO, { wanneer: '28 december' })).toContain(
    'Uitgesteld tot maandag 28 december 2026',
  );
  expect(await later()).toHaveLength(1);
});

test('on the day of the aanlevertermijn there is no Later any more', async () => {
  talk.clock.moveTo(at('2026-12-29T09:00'));
  await talk.run();
  expect(box.text(TNO)).toContain('Laatste oproep');
  expect(box.text(TNO)).not.toContain('[Later]');
  expect(await box.say(TNO, 'later')).toContain('Uitstellen kan niet meer: de aanlevertermijn is dinsdag 29');
});

test('after their leave is offered to who is to be away', async () => {
  await talk.inRegio(async (tx) => {
    const { id } = await tx.persoon.findFirstOrThrow({ where: { email: TNO } });
    const days = { van: new Date('2026-12-19'), tot: new Date('2026-12-27') };
    await tx.afwezigheid.create({ data: { ...days, persoonId: id, gemeldOp: new Date('2026-12-01') } });
  });
  expect(await box.press(TNO, 'Later')).toContain('Na mijn verlof: maandag 28 december 2026, 09:00 uur');
  expect(await box.answerPress(TNO, 'Na mijn verlof')).toContain('Uitgesteld tot maandag 28 december 2026');
});

test('who has nothing open has nothing to put off', async () => {
  for (const nummer of [3, 4, 11, 15, 16, 30]) await box.say(UWV, `actie ${nummer} ongewijzigd`);
  expect(await box.say(UWV, 'later 3 dagen')).toContain('Er staat geen vraag voor je open');
  expect(await later()).toEqual([]);
});

test('words without a button put off the last question in which something is open', async () => {
  const BEVERWIJK = 'trekker@beverwijk.example';
  await box.say(SECRETARIS, 'overleg plan REO 12 januari 2027');
  talk.clock.moveTo(at('2026-12-18T09:00'));
  await talk.run();
  expect(box.text(BEVERWIJK)).toContain('(REO)');
  for (const nummer of box.open(BEVERWIJK)) await box.say(BEVERWIJK, `actie ${nummer} ongewijzigd`);
  const putOff = await box.say(BEVERWIJK, 'later 3 dagen');
  expect(putOff).toContain('Uitgesteld tot maandag 21 december 2026, 09:00 uur');
  const rows = { soort: 'later' as const, vergadering: { overleg: { code: 'RBA' } } };
  expect(await talk.inRegio((tx) => tx.herinnering.count({ where: rows }))).toBe(1);
});

test('who is asked again by the secretaris has put nothing off: the message keeps its buttons', async () => {
  const { id: organisatie } = await talk.inRegio((tx) =>
    tx.organisatie.findFirstOrThrow({ where: { code: 'tno' } }),
  );
  const again = { command: 'overleg.respons.vraag', input: { code: 'RBA', organisatie } };
  await talk.ask(requestOf(SECRETARIS, again));
  await talk.run();
  expect(await later()).toMatchObject([{ status: 'gepland', inhoud: { opnieuw: true } }]);
  await box.press(TNO, 'Ongewijzigd', { bij: 10 });
  await talk.run();
  expect(box.text(TNO)).not.toContain('Uitgesteld');
  expect(box.open(TNO)).toEqual([20]);
  await box.say(TNO, 'later 3 dagen');
  await talk.run();
  expect(box.text(TNO)).toContain('Uitgesteld tot maandag 21 december 2026, 09:00 uur. Nog één actie.');
});

test('what went further up is not put off: there is no Later, and no word for it', async () => {
  for (const stap of ['coulance', 'aanlevertermijn'])
    await box.say(SECRETARIS, `overleg aanloop ${stap} uit`);
  await talk.passTo(at('2026-12-31T12:00'));
  expect(box.text(SECRETARIS)).toContain('omdat daar niemand anders voor is');
  expect(box.text(SECRETARIS)).not.toContain('[Later]');
  expect(await box.say(SECRETARIS, 'later 1 dag')).toContain('Uitstellen kan niet meer');
});

test('when the aanlevertermijn changes, what was sent says so', async () => {
  expect(box.text(TNO)).toContain('Aanleveren kan tot en met dinsdag 29 december 2026.');
  await box.say(SECRETARIS, 'overleg aanloop RBA aanlevertermijn 9 werkdagen ervoor');
  await talk.run();
  expect(box.text(TNO)).toContain('Aanleveren kan tot en met maandag 28 december 2026.');
});

test('what was put off and cannot be delivered comes all the same, though everything is planned again', async () => {
  await talk.passTo(at('2026-12-17T12:00'));
  await talk.say(UWV, 'later 3 dagen');
  const before = talk.sent.length;
  talk.platform.fails = () => {
    throw new DeliveryError('the platform is down');
  };
  await talk.passTo(at('2026-12-21T09:05'));
  await talk.say(SECRETARIS, 'overleg locatie RBA stadhuis');
  talk.platform.fails = () => {};
  await talk.passTo(at('2026-12-21T12:00'));
  const asked = talk.sent
    .slice(before)
    .filter(({ to, text, edited }) => to === UWV && !edited && text.includes('• #'));
  expect(asked).toHaveLength(1);
});

test('the secretaris asks again who put it off, also when a step falls due with it that was put off', async () => {
  await talk.passTo(at('2026-12-23T12:00'));
  await talk.say(UWV, 'later 28 december');
  await talk.inRegio(async (tx) => {
    const { id: persoonId } = await tx.persoon.findFirstOrThrow({ where: { email: UWV } });
    const { id: vergaderingId } = await tx.vergadering.findFirstOrThrow();
    const geplandOp = new Date(at('2026-12-24T09:00').epochMilliseconds);
    await tx.herinnering.create({
      data: { persoonId, vergaderingId, soort: 'later', geplandOp, inhoud: { opnieuw: true } },
    });
  });
  const before = talk.sent.length;
  await talk.passTo(at('2026-12-24T12:00'));
  const got = talk.sent.slice(before).filter(({ to, edited }) => to === UWV && !edited);
  expect(got.map((letter) => letter.at)).toEqual(['24 december 2026, 09:00']);
});
