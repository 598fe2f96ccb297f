import { expect, test } from 'vitest';
import { DeliveryError } from '../../src/chat/platform.ts';
import { at } from '../moments.ts';
import { talkFor } from '../scene.ts';
import { SECRETARIS, UWV } from '../talk.ts';
import { mailboxOf } from './mailbox.ts';

const TNO = 'trekker@tno.example';
const talk = talkFor('postgres');

test('a herinnering that could not be delivered says, when it is, what is true by then', async () => {
  let down = true;
  talk.platform.fails = ({ address }) => {
    if (down && JSON.stringify(address).includes(UWV)) throw new DeliveryError('down');
  };
  talk.clock.moveTo(at('2026-12-17T09:00'));
  await talk.run();
  for (const nummer of [3, 4, 11, 15]) await talk.say(UWV, `actie ${nummer} ongewijzigd`);
  down = false;
  talk.clock.moveTo(at('2026-12-17T12:00'));
  await talk.run();
  const letters = talk.sent.filter(({ to }) => to === UWV);
  expect(letters).toHaveLength(1);
  const nummers = [...(letters[0]?.text ?? '').matchAll(/^• #(\d+)/gm)].map(([, nummer]) => nummer);
  expect(nummers).toEqual(['16', '30']);
});

test('a herinnering that has become pointless before it could be delivered is not sent', async () => {
  let down = true;
  talk.platform.fails = () => {
    if (down) throw new DeliveryError('down');
  };
  talk.clock.moveTo(at('2026-12-17T09:00'));
  await talk.run();
  await talk.say(SECRETARIS, 'overleg annuleer');
  await talk.say(SECRETARIS, 'Afzeggen');
  down = false;
  talk.clock.moveTo(at('2026-12-18T12:00'));
  await talk.run();
  expect(talk.sent).toEqual([]);
  expect(await talk.inRegio((tx) => tx.bericht.count({ where: { status: { not: 'vervallen' } } }))).toBe(0);
});

test('a herinnering that could not be delivered in working hours waits for the next ones', async () => {
  talk.platform.fails = () => {
    throw new DeliveryError('down');
  };
  talk.clock.moveTo(at('2026-12-18T16:59:30'));
  await talk.run();
  delete talk.platform.fails;
  talk.clock.moveTo(at('2026-12-18T18:00'));
  await talk.run();
  expect(talk.sent).toEqual([]);
  await talk.passTo(at('2026-12-21T09:00'));
  expect(talk.sent.filter(({ to }) => to === UWV).map((letter) => letter.at)).toEqual([
    '21 december 2026, 09:00',
  ]);
});

test('the most urgent come first: late, going badly, never reported on, silent longest', async () => {
  const update = (nummer: number, gemeldOp: string, verwachtOp?: string) =>
    talk.inRegio(async (tx) => {
      const actie = await tx.actie.findFirstOrThrow({ where: { nummer } });
      const persoon = await tx.persoon.findFirstOrThrow({ where: { email: UWV } });
      const { id } = await tx.update.create({
        data: {
          ...{ actieId: actie.id, persoonId: persoon.id, soort: 'gewijzigd', platform: 'console' },
          ...{
            statusVan: 'loopt',
            statusNaar: 'loopt',
            toelichting: 'Gesprekken',
            gemeldOp: new Date(gemeldOp),
          },
          verwachtOp: verwachtOp ? new Date(verwachtOp) : null,
        },
      });
      await tx.actie.updateMany({ where: { nummer }, data: { updateId: id } });
    });
  await talk.inRegio(async (tx) => {
    const { overlegId } = await tx.vergadering.findFirstOrThrow();
    await tx.vergadering.create({ data: { overlegId, begin: new Date('2026-11-20T09:00:00Z') } });
    await tx.actie.updateMany({ where: { nummer: 16 }, data: { status: 'vertraagd' } });
  });
  await update(3, '2026-09-01');
  await update(4, '2026-08-01');
  await update(30, '2026-10-01', '2026-12-01');
  const box = mailboxOf(talk);
  talk.clock.moveTo(at('2026-12-17T09:00'));
  await talk.run();
  expect(box.open(UWV)).toEqual([30, 16, 11, 15, 4, 3]);
  expect(box.text(UWV)).toContain('Verwacht op 1 december 2026 · ');
  expect(box.text(UWV)).toContain('Laatste update 1 augustus 2026 · ');
});

test('a message about many acties shows the first of them and how many more, and then the next', async () => {
  await talk.inRegio(async (tx) => {
    const { organisatieId } = await tx.persoon.findFirstOrThrow({ where: { email: TNO } });
    const acties = await tx.actie.findMany({ where: { nummer: { in: [1, 2, 3, 4, 5, 6, 7, 8] } } });
    await tx.trekker.createMany({
      data: acties.map(({ id }) => ({ actieId: id, organisatieId, aanduiding: 'TNO' })),
    });
  });
  const box = mailboxOf(talk);
  talk.clock.moveTo(at('2026-12-17T09:00'));
  await talk.run();
  expect(box.open(TNO)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(box.text(TNO)).toContain('Nog 10 acties.');
  expect(box.text(TNO)).toContain('… en nog 2: die komen hier zodra deze klaar zijn');
  const next = await box.press(TNO, 'Ongewijzigd', { bij: 3 });
  expect(next).toContain('• #10');
  expect(next).toContain('… en nog 1:');
});

test('an actie that waits for two persons stands once in the message of who answers for both', async () => {
  const box = mailboxOf(talk);
  talk.clock.moveTo(at('2026-12-16T10:00'));
  await box.say('trekker@heemskerk.example', `afwezig t/m 23 december, vervanger ${UWV}`);
  await talk.run();
  await talk.passTo(at('2026-12-17T09:05'));
  expect(box.open(UWV)).toEqual([3, 4, 11, 15, 16, 30, 24, 32]);
  expect(box.text(UWV)).toMatch(/#30 [^#]*\nVoor Trekker gemeente Heemskerk, die jij vervangt:\n• #24 /);
  expect(box.text(UWV)).toContain('Nog 12 acties.');
  expect(box.text(UWV)).toContain('… en nog 4: die komen hier zodra deze klaar zijn');
});

test('who stands in sees for whom a message is that asks nothing', async () => {
  await talk.say(SECRETARIS, `afwezig t/m 20 januari, vervanger ${UWV}`);
  await talk.passTo(at('2027-01-04T12:00'));
  const told = talk.sent.filter(
    ({ to, edited, text }) => to === UWV && !edited && !/^(?:Update voor|Jij vervangt)/.test(text),
  );
  expect(told.map(({ text }) => text.split('\n').slice(0, 2))).toEqual([
    ['Bereikbaar voor Regionaal Beraad Arbeidsmarkt (RBA)', 'Voor Ambtelijk secretaris, die jij vervangt.'],
    ['Regionaal Beraad Arbeidsmarkt (RBA)', 'Voor Ambtelijk secretaris, die jij vervangt.'],
    [expect.stringContaining('0 van 46 binnen'), 'Voor Ambtelijk secretaris, die jij vervangt.'],
    ['Overzicht voor Regionaal Beraad Arbeidsmarkt (RBA)', 'Voor Ambtelijk secretaris, die jij vervangt.'],
  ]);
  const others = talk.sent.filter(({ to, text }) => to !== UWV && text.includes('die jij vervangt.'));
  expect(others).toEqual([]);
});

test('who gets a message that asks nothing for themselves too sees for whom besides', async () => {
  await talk.say(SECRETARIS, 'persoon toevoegen Jan jan@haarlem.example Haarlem secretaris');
  await talk.inRegio((tx) => tx.bezetting.deleteMany({ where: { persoon: { email: SECRETARIS } } }));
  await talk.say(SECRETARIS, 'afwezig t/m 20 januari, vervanger jan@haarlem.example');
  await talk.passTo(at('2026-12-10T12:00'));
  const list = talk.sent.find(
    ({ to, text }) => to === 'jan@haarlem.example' && text.startsWith('Bereikbaar'),
  );
  expect(list?.text).toContain('(RBA)\nOok voor Ambtelijk secretaris, die jij vervangt.\n');
});

test('the secretaris sees for whom they get what nobody else is there for', async () => {
  await talk.inRegio((tx) =>
    tx.persoon.updateMany({ where: { rol: 'bestuurder' }, data: { rol: 'deelnemer' } }),
  );
  await talk.say(SECRETARIS, 'afwezig bestuurder@uwv.example t/m 20 januari');
  await talk.passTo(at('2027-01-11T09:00'));
  const told = talk.sent.filter(({ to, text }) => to === SECRETARIS && text.includes('oor Bestuurder UWV'));
  expect(told.map(({ text }) => text.split('\n')[1])).toEqual([
    'Ook voor Bestuurder UWV, omdat daar niemand anders voor is.',
    'Voor Bestuurder UWV, omdat daar niemand anders voor is.',
    'Voor Bestuurder UWV, omdat daar niemand anders voor is.',
  ]);
});
