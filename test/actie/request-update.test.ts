import { describe, expect, test } from 'vitest';
import { KINDS } from '../database.ts';
import { at } from '../moments.ts';
import { talkFor } from '../scene.ts';
import { SECRETARIS, UWV } from '../talk.ts';

const BESTUURDER = 'bestuurder@uwv.example';
const FNV = 'trekker@fnv.example';
const TNO = 'trekker@tno.example';

describe.each(KINDS)('asking for an update, on %s', (kind) => {
  const talk = talkFor(kind);

  const verzoeken = () => talk.inRegio((tx) => tx.verzoek.count());

  /** As the form «Niet van mij» keeps it. */
  const rejects = (email: string, nummer: number) =>
    talk.inRegio(async (tx) => {
      const { id: persoonId } = await tx.persoon.findFirstOrThrow({ where: { email } });
      const { id: actieId } = await tx.actie.findFirstOrThrow({ where: { nummer } });
      const op = new Date(talk.clock.now().epochMilliseconds);
      return (await tx.afgewezen.createMany({ data: [{ actieId, persoonId, op }] })).count;
    });

  test('reaches the trekker with who asks, and buttons that answer', async () => {
    await talk.say(TNO, 'actie 4');
    const answer = await talk.say(TNO, 'Vraag om update');
    expect(answer).toContain('Ik vraag om een update van #4');
    expect(answer).toContain('Aan: Trekker UWV (trekker@uwv.example)');
    await talk.run();
    expect(talk.sent.map(({ to }) => to)).toEqual([UWV]);
    expect(talk.sent[0]?.text).toContain('Trekker TNO (TNO) hoort graag hoe het staat met deze actie.');
    expect(talk.sent[0]?.text).toContain('[Bijwerken] [Ongewijzigd]');
    expect(await talk.say(UWV, 'Ongewijzigd')).toContain('(ongewijzigd)');
    expect(await talk.inRegio((tx) => tx.logregel.count({ where: { wat: 'update gevraagd' } }))).toBe(1);
  });

  test('leaves out who said «niet van mij», and is refused where nobody is left', async () => {
    await talk.say(SECRETARIS, 'persoon toevoegen Jan jan@uwv.example UWV trekker');
    expect(await rejects(UWV, 4)).toBe(1);
    const answer = await talk.say(TNO, 'vraag update actie 4');
    expect(answer).toContain('Aan: Jan (jan@uwv.example)\n');
    await talk.run();
    expect(talk.sent.map(({ to }) => to)).toEqual(['jan@uwv.example']);
    await rejects('jan@uwv.example', 4);
    talk.clock.moveTo(at('2026-11-24T09:00'));
    expect(await talk.say(TNO, 'vraag update actie 4')).toBe(
      'Bij actie #4 is niemand aan wie ik een update kan vragen: wie erbij hoort, is bestuurder of zei dat de actie niet van hen is. Vraag het de secretaris, Ambtelijk secretaris (secretaris@haarlem.example).',
    );
    const toSecretaris = await talk.say(SECRETARIS, 'vraag update actie 4');
    expect(toSecretaris).toContain('Leg met «actie 4 bewerken» vast wie de trekker is, of meld het zelf.');
    expect(await verzoeken()).toBe(1);
  });

  test('never goes to a bestuurder, also where one is named', async () => {
    await talk.say(SECRETARIS, `actie 4 contact ${BESTUURDER}`);
    expect(await talk.say(TNO, 'vraag update actie 4')).toContain(
      'wie erbij hoort, is bestuurder of zei dat',
    );
    await talk.run();
    expect(talk.sent.filter(({ to }) => to === BESTUURDER)).toEqual([]);
  });

  test('of who is away without a vervanger goes to the contact of the organisatie, who can answer', async () => {
    await talk.say(SECRETARIS, 'persoon toevoegen Jan jan@uwv.example UWV deelnemer');
    await talk.say(SECRETARIS, 'contact UWV jan@uwv.example');
    await talk.say(UWV, 'afwezig t/m 9 januari');
    talk.sent.length = 0;
    expect(await talk.say(TNO, 'vraag update actie 4')).toContain(
      'Aan: Jan (jan@uwv.example), contact, voor Trekker UWV\n',
    );
    await talk.run();
    expect(talk.sent.map(({ to }) => to)).toEqual(['jan@uwv.example']);
    expect(talk.sent[0]?.text).toContain('Voor Trekker UWV, van jouw organisatie.');
    expect(await talk.say('jan@uwv.example', 'Ongewijzigd')).toContain('(ongewijzigd)');
  });

  test('of who is away goes to the secretaris where there is no contact, or one who may not report', async () => {
    await talk.say(SECRETARIS, 'persoon toevoegen Lies lies@uwv.example UWV lezer');
    await talk.inRegio(async (tx) => {
      const { id, organisatieId } = await tx.persoon.findFirstOrThrow({
        where: { email: 'lies@uwv.example' },
      });
      await tx.organisatie.updateMany({ where: { id: organisatieId }, data: { contactId: id } });
    });
    await talk.say(UWV, 'afwezig t/m 9 januari');
    talk.sent.length = 0;
    expect(await talk.say(TNO, 'vraag update actie 4')).toContain(
      'Aan: Ambtelijk secretaris (secretaris@haarlem.example), secretaris, voor Trekker UWV\n',
    );
    await talk.run();
    expect(talk.sent.map(({ to }) => to)).toEqual([SECRETARIS]);
    expect(talk.sent[0]?.text).toContain('Voor Trekker UWV, omdat daar niemand anders voor is.');
    expect(await talk.say(SECRETARIS, 'Ongewijzigd')).toContain('(ongewijzigd)');
  });

  test('by who would get it in their place is refused, and says why', async () => {
    await talk.say(UWV, 'afwezig t/m 9 januari');
    expect(await talk.say(SECRETARIS, 'vraag update actie 4')).toBe(
      'Trekker UWV is afwezig, en vragen over actie #4 gaan nu naar jou. Weet je hoe het staat? Typ «actie 4 bijwerken».',
    );
    expect(await verzoeken()).toBe(0);
  });

  test('at night and in a weekend comes at the next working hours, and says so', async () => {
    talk.clock.moveTo(at('2026-11-28T23:00'));
    expect(await talk.say(TNO, 'vraag update actie 4')).toContain(
      'Trekker UWV krijgt de vraag maandag 30 november 2026 om 09:00 uur.',
    );
    await talk.run();
    expect(talk.sent).toEqual([]);
    await talk.passTo(at('2026-11-30T12:00'));
    const asked = talk.sent.filter(({ text }) => text.includes('hoort graag'));
    expect(asked.map((one) => [one.to, one.at])).toEqual([[UWV, '30 november 2026, 09:00']]);
  });

  test('to several with hours of their own says that each gets it in those', async () => {
    await talk.say(SECRETARIS, 'persoon toevoegen Jan jan@uwv.example UWV trekker');
    await talk.say('jan@uwv.example', 'herinner mij op donderdag en vrijdag');
    expect(await talk.say(TNO, 'vraag update actie 4')).toContain(
      'Wie nu geen werktijd heeft, krijgt de vraag bij het begin van de eigen werktijd.',
    );
    await talk.passTo(at('2026-11-26T12:00'));
    const asked = talk.sent.filter(({ text }) => text.includes('hoort graag'));
    expect(asked.map((one) => [one.to, one.at])).toEqual([
      [UWV, '23 november 2026, 09:00'],
      ['jan@uwv.example', '26 november 2026, 09:00'],
    ]);
  });

  test('is done once a day: the second asker hears who was first, and when', async () => {
    await talk.say(TNO, 'vraag update actie 4');
    talk.clock.moveTo(at('2026-11-23T23:59'));
    expect(await talk.say(FNV, 'vraag update actie 4')).toBe(
      'Trekker TNO heeft vandaag om 09:00 uur al om een update van actie #4 gevraagd. Morgen kan het weer.',
    );
    expect(await talk.say(TNO, 'vraag update actie 4')).toContain('Je hebt vandaag om 09:00 uur al');
    talk.clock.moveTo(at('2026-11-24T00:01'));
    expect(await talk.say(FNV, 'vraag update actie 4')).toContain('Ik vraag om een update');
    expect(await verzoeken()).toBe(2);
  });

  test('by several at the same time is done once', async () => {
    const people = [TNO, FNV, BESTUURDER, SECRETARIS];
    await Promise.all(people.map((who) => talk.say(who, 'vraag update actie 4')));
    expect(await verzoeken()).toBe(1);
    await talk.run();
    expect(talk.sent).toHaveLength(1);
  });

  test('is refused where nobody carries the actie, and names the secretaris', async () => {
    expect(await talk.say(BESTUURDER, 'vraag update actie 12')).toBe(
      'Bij actie #12 is nog niemand bekend die een update kan geven. Vraag het de secretaris, Ambtelijk secretaris (secretaris@haarlem.example).',
    );
    expect(await talk.say(BESTUURDER, 'actie 12')).not.toContain('Vraag om update');
    expect(await verzoeken()).toBe(0);
  });

  test('is refused for an actie that is ended, and to the trekker', async () => {
    expect(await talk.say(UWV, 'vraag update actie 4')).toContain('Jij bent zelf de trekker van actie #4.');
    await talk.say(UWV, 'actie 4 afgerond');
    expect(await talk.say(TNO, 'vraag update actie 4')).toContain('Actie #4 is afgerond');
    expect(await talk.say(TNO, 'actie 4')).not.toContain('Vraag om update');
    expect(await verzoeken()).toBe(0);
  });

  test.each([
    'vraag update actie 4',
    'Vraag om een update van actie 4.',
    'vraag een update aan de trekker van actie 4',
    'actie 4 vraag om update',
    '#4 update vragen',
  ])('works with «%s»', async (words) => {
    expect(await talk.say(TNO, words)).toContain('Ik vraag om een update van #4');
  });
});
