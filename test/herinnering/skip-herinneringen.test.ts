import { describe, expect, test } from 'vitest';
import { at } from '../moments.ts';
import { SECRETARIS, UWV } from '../talk.ts';
import { TNO, talkWithFew } from './few.ts';

describe('skipping herinneringen', () => {
  const talk = talkWithFew();

  const say = (words: string) => talk.say(SECRETARIS, words);
  const planned = () => talk.inRegio((tx) => tx.herinnering.count({ where: { status: 'gepland' } }));

  test('is for the secretaris', async () => {
    expect(await talk.say(UWV, `overleg herinneringen sla ${TNO} over`)).toContain('Alleen de secretaris');
  });

  test('one person leaves the others as they are, and is undone', async () => {
    const all = await planned();
    expect(await say(`overleg herinneringen sla ${UWV} over`)).toMatch(
      /Trekker UWV krijgt niets meer over de vergadering van RBA .* Dit gaat over \d+ geplande berichten aan 1 persoon\./,
    );
    expect(await say(`overleg herinneringen sla ${UWV} over`)).toContain(
      'Al verwerkt: Trekker UWV wordt al overgeslagen.',
    );
    expect(await say('overleg herinneringen')).toContain('✖ Trekker UWV is overgeslagen');
    await talk.passTo(at('2026-12-17T12:00'));
    expect(talk.sent.map(({ to }) => to)).not.toContain(UWV);
    expect(talk.sent.map(({ to }) => to)).toContain(TNO);
    await say('overleg herinneringen');
    expect(await say('Trekker UWV niet overslaan')).toContain('Trekker UWV krijgt weer bericht');
    await talk.run();
    expect(talk.sent.map(({ to }) => to)).toContain(UWV);
    expect(all).toBeGreaterThan(await planned());
  });

  test('a person still gets what is of another, and the secretaris hears as what', async () => {
    await say('persoon toevoegen Jan jan@uwv.example UWV deelnemer');
    await say('contact UWV Jan');
    await talk.say(UWV, `afwezig t/m 9 januari, vervanger ${TNO}`);
    expect(await say('overleg herinneringen sla jan@uwv.example over')).toMatch(
      /Jan krijgt zelf niets meer over de vergadering van RBA op .*; wat Jan als contact van de organisatie voor een ander krijgt, komt wel\. Er was hiervoor niets gepland/,
    );
    expect(await say(`overleg herinneringen sla ${TNO} over`)).toContain(
      'wat Trekker TNO als vervanger voor een ander krijgt, komt wel.',
    );
    expect(await say(`overleg herinneringen sla ${SECRETARIS} over`)).toContain(
      'als secretaris voor een ander krijgt, komt wel.',
    );
    await talk.passTo(at('2026-12-17T12:00'));
    const asked = talk.sent.filter(({ to, text }) => to === TNO && text.startsWith('Update voor'));
    expect(asked).toHaveLength(1);
    expect(asked[0]?.text).toContain('Voor Trekker UWV, die jij vervangt');
    expect(asked[0]?.text).not.toContain('trekker: TNO');
  });

  test('the aanlevertermijn is not skipped while there is coulance after it', async () => {
    const all = await planned();
    expect(await say('overleg herinneringen sla aanlevertermijn over')).toContain(
      'Zonder aanlevertermijn is er geen coulance. Sla eerst de coulance over, met «overleg RBA herinneringen sla coulance over».',
    );
    expect(await planned()).toBe(all);
    await say('overleg RBA herinneringen sla coulance over');
    expect(await say('overleg herinneringen sla aanlevertermijn over')).toContain(
      'Aanlevertermijn gaat niet uit',
    );
    const without = await planned();
    expect(await say('overleg herinneringen sla coulance niet over')).toContain(
      'Coulance is uitstel op de aanlevertermijn, en die staat uit. Zet eerst de aanlevertermijn weer aan, met «overleg RBA herinneringen sla aanlevertermijn niet over».',
    );
    expect(await planned()).toBe(without);
    await say('overleg RBA herinneringen sla aanlevertermijn niet over');
    await say('overleg herinneringen sla coulance niet over');
    expect(await planned()).toBe(all);
  });

  test('the last question is not skipped while there is an escalatie', async () => {
    for (const stap of ['coulance', 'aanlevertermijn', 'herinnering'])
      await say(`overleg herinneringen sla ${stap} over`);
    expect(await say('overleg herinneringen sla uitvraag over')).toContain(
      'Dan wordt er geëscaleerd zonder dat er iets is gevraagd. Sla eerst de escalatie over',
    );
    await say('overleg herinneringen sla escalatie over');
    expect(await say('overleg herinneringen sla uitvraag over')).toContain('Uitvraag gaat niet uit');
    expect(await say('overleg herinneringen sla escalatie niet over')).toContain(
      'Zet eerst de uitvraag weer aan',
    );
  });

  test('holds against the run-up of the overleg, too', async () => {
    await say('overleg aanloop coulance uit');
    await say('overleg herinneringen sla aanlevertermijn over');
    expect(await say('overleg aanloop coulance aan')).toMatch(
      /Dat kan niet voor de vergadering op maandag 11 januari 2027 .*Zet eerst de aanlevertermijn weer aan/,
    );
    expect(await say('overleg aanloop RBA herinnering 11')).toContain('Opgeslagen');
  });

  test('one step is for this vergadering only, and is undone', async () => {
    const all = await planned();
    expect(await say('overleg herinneringen sla coulance over')).toMatch(
      /Coulance gaat niet uit voor de vergadering van RBA .* aan 4 personen/,
    );
    expect(await planned()).toBe(all - 4);
    expect(await say('overleg aanloop')).toContain('Overgeslagen voor deze vergadering');
    await say('overleg herinneringen');
    expect(await say('Coulance weer aanzetten')).toContain('Coulance gaat weer uit');
    expect(await planned()).toBe(all);
    expect(await say('overleg aanloop uitvraag 14')).toContain('Opgeslagen');
    expect(await say('overleg herinneringen sla coulance niet over')).toContain('Al verwerkt');
  });

  test('a whole vergadering plans nothing, until it is undone', async () => {
    const all = await planned();
    expect(await say('overleg herinneringen uit')).toContain('wordt niets meer verstuurd.');
    expect(await planned()).toBe(0);
    expect(await say('overleg herinneringen')).toContain('✖ Deze vergadering is stilgezet');
    expect(await say('Deze vergadering weer aanzetten')).toContain('wordt weer bericht verstuurd');
    expect(await planned()).toBe(all);
  });

  test('a step that is off for every vergadering is refused, with where that is', async () => {
    await say('overleg aanloop coulance uit');
    expect(await say('overleg herinneringen sla coulance over')).toContain(
      'overleg aanloop RBA coulance aan',
    );
  });

  test('holds for what somebody has put off, too', async () => {
    await talk.inRegio(async (tx) => {
      const { id } = await tx.vergadering.findFirstOrThrow();
      const { id: persoonId } = await tx.persoon.findFirstOrThrow({ where: { email: UWV } });
      const geplandOp = new Date(at('2026-12-18T09:00').epochMilliseconds);
      await tx.herinnering.create({ data: { vergaderingId: id, persoonId, soort: 'later', geplandOp } });
    });
    await say(`overleg herinneringen sla ${UWV} over`);
    await talk.passTo(at('2026-12-18T12:00'));
    expect(talk.sent.map(({ to }) => to)).not.toContain(UWV);
  });

  test('of the vergadering of a day leaves the next one as it is', async () => {
    await say('overleg plan RBA 14 oktober 2027');
    expect(await say('overleg RBA van 14 oktober 2027 herinneringen sla coulance over')).toContain(
      'Coulance gaat niet uit voor de vergadering van RBA op donderdag 14 oktober 2027',
    );
    expect(await say('Wie krijgt wat')).toContain('✖ Coulance is overgeslagen');
    expect(await say('overleg herinneringen')).not.toContain('✖ Coulance is overgeslagen');
  });
});
