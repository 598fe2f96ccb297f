import { describe, expect, test } from 'vitest';
import { DeliveryError } from '../../src/chat/platform.ts';
import { at } from '../moments.ts';
import { talkFor } from '../scene.ts';
import { SECRETARIS, UWV } from '../talk.ts';

const TNO = 'trekker@tno.example';
const BESTUURDER = 'bestuurder@uwv.example';

describe('being away', () => {
  const talk = talkFor('postgres');

  test.each([
    ['afwezig t/m 9 januari', 'Je bent afwezig t/m zaterdag 9 januari 2027. Vanaf maandag 11 januari 2027'],
    ['afwezig t/m 24 december', 'Vanaf maandag 28 december 2026 krijg je weer bericht.'],
    ['afwezig tot 12 januari', 'afwezig t/m maandag 11 januari 2027. Vanaf dinsdag 12 januari 2027'],
    ['ik ben met verlof tot 12 januari', 'afwezig t/m maandag 11 januari 2027'],
    [
      'ik ben op vakantie van 21 december t/m 9 januari',
      'afwezig van maandag 21 december 2026 t/m zaterdag 9',
    ],
    ['ik ben ziek tot en met vrijdag', 'afwezig t/m vrijdag 27 november 2026'],
    ['ik ben morgen vrij', 'afwezig op dinsdag 24 november 2026'],
    ['afwezig morgen t/m overmorgen', 'afwezig van dinsdag 24 november 2026 t/m woensdag 25 november 2026'],
    ['afwezig van 16 november t/m 4 december', 'afwezig t/m vrijdag 4 december 2026'],
    ['afwezig 21 december - 9 januari', 'afwezig van maandag 21 december 2026 t/m zaterdag 9 januari 2027'],
  ])('«%s» is understood', async (words, answer) => {
    expect(await talk.say(UWV, words)).toContain(answer);
  });

  test.each([
    ['afwezig t/m 31 februari', '31 februari bestaat niet. Kies een andere datum.'],
    [
      'afwezig t/m 20 november',
      'vrijdag 20 november 2026 is al geweest. Kies een laatste dag vanaf vandaag.',
    ],
    ['afwezig van 9 januari t/m 21 december', 'ligt voor de eerste'],
    ['afwezig t/m 1 januari 2029', 'langer dan een jaar'],
    ['afwezig t/m straks', 'Ik begrijp de datum «straks» niet.'],
    ['afwezig heel lang', 'Ik begrijp niet tot wanneer.'],
    [`afwezig t/m 9 januari vervanger ${UWV}`, 'Niemand kan zichzelf vervangen.'],
    ['afwezig t/m 9 januari vervanger Niels Onbekend', 'Ik ken niemand met de naam «Niels Onbekend»'],
    [`afwezig t/m 9 januari vervanger ${BESTUURDER}`, 'is bestuurder: die stuur ik geen herinneringen.'],
    [`afwezig ${TNO} t/m 9 januari`, 'kan voor een ander afwezigheid melden'],
  ])('«%s» is refused', async (words, why) => {
    expect(await talk.say(UWV, words)).toContain(why);
    expect(await talk.inRegio((tx) => tx.afwezigheid.count())).toBe(0);
  });

  test('a vervanger who reads only, has left, or is away all the time is refused', async () => {
    await talk.say(SECRETARIS, 'persoon toevoegen Lies lies@uwv.example UWV lezer');
    expect(await talk.say(UWV, 'afwezig t/m 9 januari, vervanger Lies')).toContain('Lies is lezer');
    await talk.say(SECRETARIS, 'persoon lies@uwv.example vertrekt');
    await talk.say(SECRETARIS, 'Vertrek vastleggen');
    expect(await talk.say(UWV, 'afwezig t/m 9 januari, vervanger Lies')).toContain(
      'Lies (lies@uwv.example) is vertrokken',
    );
    await talk.say(TNO, 'afwezig t/m 20 januari');
    expect(await talk.say(UWV, `afwezig t/m 9 januari, vervanger ${TNO}`)).toContain(
      'Trekker TNO is dan zelf afwezig',
    );
    expect(await talk.say(UWV, `afwezig t/m 25 januari, vervanger ${TNO}`)).toContain(
      '⚠ Trekker TNO is zelf afwezig t/m woensdag 20 januari 2027.',
    );
  });

  test('the vervanger is told, gets the herinneringen, and may report for who is away', async () => {
    const words = `afwezig van 30 november t/m 9 januari, vervanger ${TNO}`;
    expect(await talk.say(UWV, words)).toContain('Vervanger: Trekker TNO (trekker@tno.example).');
    expect(await talk.say(TNO, 'actie 4 loopt Gesprekken gevoerd')).toContain('Alleen de trekkers');
    await talk.run();
    const [told] = talk.sent;
    expect(told).toMatchObject({ to: TNO });
    expect(told?.text).toContain('Jij vervangt Trekker UWV (UWV)');
    expect(told?.text).toContain('van maandag 30 november 2026 t/m zaterdag 9 januari 2027');
    expect(told?.text).toContain('• #4 ');
    await talk.passTo(at('2026-12-17T17:00'));
    expect(talk.sent.filter(({ to }) => to === UWV)).toEqual([]);
    expect(talk.sent.find(({ to, text }) => to === TNO && text.includes('Voor Trekker UWV'))?.text).toContain(
      '#4 ',
    );
    expect(await talk.say(TNO, 'actie 4 loopt Gesprekken gevoerd')).toContain('Geregistreerd bij #4');
    expect(await talk.say(UWV, 'actie 4')).toContain('Trekker UWV, geregistreerd door Trekker TNO');
  });

  test('what waits for who is away now goes to the vervanger', async () => {
    await talk.say('trekker@awvn.example', 'vraag update actie 4');
    await talk.say(UWV, `afwezig t/m 9 januari, vervanger ${TNO}`);
    await talk.run();
    const asked = talk.sent.filter(({ text }) => text.includes('hoort graag hoe het staat'));
    expect(asked.map(({ to }) => to)).toEqual([TNO]);
    await talk.say('trekker@awvn.example', 'vraag update actie 11');
    await talk.run();
    const again = talk.sent.filter(({ text }) => text.includes('hoort graag')).map(({ to }) => to);
    expect(again.filter((to) => to === TNO)).toHaveLength(2);
    expect(again).not.toContain(UWV);
  });

  test('a herinnering that could not be delivered yet goes to the vervanger', async () => {
    talk.platform.fails = ({ address }) => {
      if (JSON.stringify(address).includes(UWV)) throw new Error('down');
    };
    await talk.passTo(at('2026-12-17T09:10'));
    await talk.say(UWV, `afwezig t/m 9 januari, vervanger ${TNO}`);
    await talk.passTo(at('2026-12-17T09:20'));
    const got = talk.sent.filter(({ text }) => text.includes('Voor Trekker UWV, die jij vervangt'));
    expect(got.map(({ to }) => to)).toEqual([TNO]);
  });

  test('what waits for the hours of who is away now goes to the vervanger on the same day', async () => {
    await talk.say(UWV, 'herinner mij op maandag');
    talk.clock.moveTo(at('2026-12-21T18:00'));
    await talk.run();
    talk.clock.moveTo(at('2026-12-22T10:00'));
    await talk.run();
    await talk.say(UWV, `afwezig t/m 9 januari, vervanger ${TNO}`);
    await talk.run();
    const got = () => talk.sent.filter(({ text }) => text.includes('Voor Trekker UWV, die jij vervangt'));
    expect(got().map(({ to }) => to)).toEqual([TNO]);
    await talk.passTo(at('2026-12-23T12:00'));
    expect(got()).toHaveLength(1);
  });

  test('what could not be delivered and is planned anew since does not go to the vervanger too', async () => {
    talk.platform.fails = ({ address }) => {
      if (JSON.stringify(address).includes(UWV)) throw new DeliveryError('refused', { final: true });
    };
    await talk.passTo(at('2026-12-17T09:10'));
    await talk.say(SECRETARIS, 'overleg verplaats RBA naar 11 februari 2027 10:00');
    await talk.say(UWV, `afwezig t/m 9 januari, vervanger ${TNO}`);
    await talk.run();
    const where = { soort: 'uitvraag' as const, persoon: { email: UWV } };
    expect(
      await talk.inRegio((tx) => tx.herinnering.findMany({ where, orderBy: { id: 'asc' } })),
    ).toMatchObject([{ status: 'vervallen', reden: 'opnieuw gepland' }, { status: 'gepland' }]);
    expect(talk.sent.filter(({ text }) => text.includes('die jij vervangt'))).toEqual([]);
  });

  test('days that overlap are joined or replaced, and it is said', async () => {
    await talk.say(UWV, `afwezig van 14 t/m 18 december 2026`);
    await talk.say(UWV, `afwezig van 14 december t/m 24 december, vervanger ${TNO}`);
    const joined = await talk.say(UWV, 'afwezig van 21 december t/m 9 januari');
    expect(joined).toContain('van maandag 14 december 2026 t/m zaterdag 9 januari 2027');
    expect(joined).toContain(
      'Samengevoegd met wat er al stond: van maandag 14 december 2026 t/m donderdag 24',
    );
    expect(joined).toContain('Vervanger: Trekker TNO');
    const shorter = await talk.say(UWV, 'afwezig van 14 december t/m 24 december zonder vervanger');
    expect(shorter).toContain(
      'Dit komt in de plaats van: van maandag 14 december 2026 t/m zaterdag 9 januari 2027, vervanger Trekker TNO.',
    );
    expect(await talk.inRegio((tx) => tx.afwezigheid.count({ where: { ingetrokkenOp: null } }))).toBe(1);
    expect(await talk.say(UWV, 'afwezig van 14 december t/m 24 december')).toContain('Al verwerkt');
  });

  test('the secretaris says it for another, and sees it', async () => {
    const answer = await talk.say(SECRETARIS, `afwezig ${UWV} t/m 9 januari`);
    expect(answer).toContain('Trekker UWV is afwezig t/m zaterdag 9 januari 2027.');
    expect(await talk.say(SECRETARIS, `persoon ${UWV}`)).toContain(
      'Afwezig: t/m zaterdag 9 januari 2027, zonder vervanger',
    );
    expect(await talk.say(SECRETARIS, 'actie 4')).toContain('⚠ Trekker UWV (UWV) is afwezig');
    expect(await talk.say(UWV, 'actie 4')).not.toContain('afwezig');
  });

  test('a bestuurder stands in for a bestuurder without a word from Doebot: who says it tells them', async () => {
    const HAARLEM = 'bestuurder@haarlem.example';
    const answer = await talk.say(BESTUURDER, `afwezig t/m 9 januari, vervanger ${HAARLEM}`);
    expect(answer).toContain(`Vervanger: Bestuurder gemeente Haarlem (${HAARLEM}).`);
    expect(answer).toContain('zeg het zelf tegen Bestuurder gemeente Haarlem.');
    expect(answer).not.toContain('Ik laat het');
    await talk.passTo(at('2026-11-25T12:00'));
    const back = await talk.say(BESTUURDER, 'ik ben er weer');
    expect(back).toContain('Zeg het zelf tegen Bestuurder gemeente Haarlem.');
    expect(back).not.toContain('Ik laat het');
    await talk.passTo(at('2026-11-26T12:00'));
    expect(talk.sent.filter(({ to }) => to.startsWith('bestuurder@'))).toEqual([]);
  });

  test('nobody is written to again in a vakantie of which the days are off', async () => {
    await talk.say(SECRETARIS, 'vakantie kerst telt mee');
    expect(await talk.say(UWV, 'afwezig t/m 24 december')).toContain('Vanaf maandag 4 januari 2027');
  });

  test('two at the same time leave one absence', async () => {
    await Promise.all([
      talk.say(UWV, 'afwezig van 14 december t/m 24 december'),
      talk.say(SECRETARIS, `afwezig ${UWV} van 21 december t/m 9 januari`),
    ]);
    expect(await talk.inRegio((tx) => tx.afwezigheid.count({ where: { ingetrokkenOp: null } }))).toBe(1);
  });
});
