import { expect, test } from 'vitest';
import { at } from '../moments.ts';
import { SECRETARIS, UWV } from '../talk.ts';
import { afterUitvraag, mailboxOf } from './mailbox.ts';

const TNO = 'trekker@tno.example';
const PASSPORT = 'trekker@passport4work.example';
const { talk, box } = afterUitvraag();

test('a trekker answers all acties of a herinnering, button by button', async () => {
  const left = await box.press(TNO, 'Ongewijzigd', { bij: 10 });
  expect(left).toContain('Nog één actie.\n✔ Klaar: #10.');
  expect(left).not.toContain('• #10');
  const done = await box.press(TNO, 'Ongewijzigd', { bij: 20 });
  expect(done).toContain('Alles is bijgewerkt. Dank je wel!');
  await talk.run();
  expect(box.text(TNO)).toBe(done);
  talk.sent.length = 0;
  await talk.passTo(at('2026-12-24T09:00'));
  expect(talk.sent.filter(({ to }) => to === TNO)).toEqual([]);
});

test('the button Bijwerken opens the form of that actie, and the message says what was reported', async () => {
  expect(await box.press(TNO, 'Bijwerken', { bij: 10 })).toContain('Actie #10 bijwerken');
  const answer = await box.fill(TNO, { status: 'loopt', toelichting: 'De Paskamer is verder ontwikkeld' });
  expect(answer).toContain('Geregistreerd bij #10');
  await talk.run();
  expect(box.open(TNO)).toEqual([20]);
});

test('all acties of a message are updated in one form, after which the message says so', async () => {
  expect(await box.press(UWV, 'Alles bijwerken')).toContain('Dit zijn 6 van je open acties.');
  const filled = Object.fromEntries([3, 4, 11, 15, 16].map((nummer) => [`keuze_${nummer}`, 'ongewijzigd']));
  expect(await box.fill(UWV, filled)).toContain('Geregistreerd bij 5 acties.');
  await talk.run();
  expect(box.open(UWV)).toEqual([30]);
  expect(box.text(UWV)).toContain('✔ Klaar: #3, #4, #11, #15, #16.');
});

test('an old button says what is so, and writes nothing', async () => {
  await talk.say(PASSPORT, 'actie 10 loopt Nieuwe versie in gebruik');
  const answer = await box.press(TNO, 'Ongewijzigd', { bij: 10 });
  expect(answer).toContain('Al verwerkt. Bij actie #10 staat nu: Nieuwe versie in gebruik');
  expect(answer).toContain('• #20');
  expect(await talk.inRegio((tx) => tx.update.count())).toBe(1);
});

test('a button pressed after the vergadering says so, and shows how the actie stands', async () => {
  talk.clock.moveTo(at('2027-01-11T12:00'));
  const answer = await box.press(TNO, 'Ongewijzigd', { bij: 10 });
  expect(answer).toContain('Deze vraag is gesloten: de vergadering was op maandag 11 januari 2027');
  expect(answer).toContain('• #10');
  expect(await talk.inRegio((tx) => tx.update.count())).toBe(0);
});

test('a button of a message about a vergadering that is cancelled says so', async () => {
  await talk.say(SECRETARIS, 'overleg annuleer');
  await talk.say(SECRETARIS, 'Afzeggen');
  expect(await box.press(TNO, 'Ongewijzigd', { bij: 10 })).toContain('gaat niet door');
  expect(await talk.inRegio((tx) => tx.update.count())).toBe(0);
});

test('the message of somebody else is not answered', async () => {
  const pressed = box.hold(PASSPORT, 'Ongewijzigd', { bij: 10, of: TNO });
  expect(await pressed()).toContain('Deze herinnering is niet van jou. Typ «actie 10»');
  expect(await talk.inRegio((tx) => tx.update.count())).toBe(0);
});

test('who got the message for somebody who is away answers it in their name', async () => {
  await talk.reset();
  const box = mailboxOf(talk);
  const [tno, kvk] = await talk.inRegio(async (tx) => {
    const of = (email: string) => tx.persoon.findFirstOrThrow({ where: { email } });
    return [await of(TNO), await of('trekker@kvk.example')] as const;
  });
  await talk.inRegio((tx) =>
    tx.afwezigheid.create({
      data: {
        persoonId: tno.id,
        vervangerId: kvk.id,
        van: new Date('2026-12-14'),
        tot: new Date('2026-12-31'),
        gemeldOp: new Date('2026-12-01'),
      },
    }),
  );
  await talk.passTo(at('2026-12-17T09:00'));
  const { email } = kvk;
  expect(box.text(email)).toContain(`Voor ${tno.naam}, die jij vervangt:`);
  expect(await box.press(email, 'Ongewijzigd', { bij: 10 })).toContain('✔ Klaar: #10.');
  await box.press(email, 'Bijwerken', { bij: 20 });
  const answer = await box.fill(email, { status: 'loopt', toelichting: 'De eerste lijn draait' });
  expect(answer).toContain(`Namens: ${tno.naam}`);
  const updates = await talk.inRegio((tx) => tx.update.findMany({ orderBy: { id: 'asc' } }));
  expect(updates.map(({ persoonId, namensId }) => [persoonId, namensId])).toEqual([
    [kvk.id, tno.id],
    [kvk.id, tno.id],
  ]);
  expect(await talk.say(email, 'actie 4 loopt Eerste gesprekken')).toContain('Alleen de trekkers');
});
