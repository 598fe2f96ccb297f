import { describe, expect, test } from 'vitest';
import { KINDS } from '../database.ts';
import { at } from '../moments.ts';
import { talkFor } from '../scene.ts';
import { SECRETARIS, UWV } from '../talk.ts';

const LEZER = 'bestuurder@uwv.example';

describe.each(KINDS)('what changed since a moment, on %s', (kind) => {
  const talk = talkFor(kind);

  /** Five kinds of news between two overleggen, and one before. */
  async function quarter() {
    await talk.say(UWV, 'actie 3 loopt Gemeld voor het overleg');
    talk.clock.moveTo(at('2027-01-11T12:00'));
    await talk.say(SECRETARIS, 'overleg plan 12 april 2027 10:00');
    talk.clock.moveTo(at('2027-02-01T09:00'));
    await talk.say(UWV, 'actie 4 loopt Eerste gesprekken gevoerd');
    await talk.say(UWV, 'actie 4 vertraagd Wachten op het besluit');
    await talk.say(UWV, 'actie 11 ongewijzigd');
    await talk.say(UWV, 'actie 15 Nog een gesprek gevoerd met de scholen');
    await talk.say(UWV, 'actie 16 vertraagd Per ongeluk gemeld');
    await talk.say(UWV, 'Ongedaan maken');
  }

  test('since the previous overleg is told net, by kind, without what was withdrawn', async () => {
    await quarter();
    const text = await talk.say(LEZER, 'sinds vorig overleg');
    expect(text).toContain('Veranderd sinds het vorige overleg: RBA, maandag 11 januari 2027 om 10:00 uur');
    expect(text).toContain('Andere status: 1 actie\n• #4 ');
    expect(text).toContain('  📝 Nader uit te werken → 🟠 Vertraagd');
    expect(text).toMatch(/Bijgewerkt, de status is gelijk: 1 actie\n#15 /);
    expect(text).toMatch(/Ongewijzigd gemeld: 1 actie\n#11 /);
    expect(text).toMatch(/Niets van gehoord: 43 acties\n#1 /);
    expect(text).toContain('\n… en nog 38\n');
    expect(text).toContain('Stand van 1 februari 2027, 09:00 uur');
  });

  test('since a day repeats the day as understood, and looks back', async () => {
    await quarter();
    const text = await talk.say(LEZER, 'sinds 1 oktober');
    expect(text).toContain('Veranderd sinds donderdag 1 oktober 2026\n');
    expect(text).toContain('Andere status: 2 acties\n• #3 ');
    expect(text).toContain('Bijgewerkt, de status is gelijk: 1 actie\n#15 ');
    expect(await talk.say(LEZER, 'sinds 2 februari')).toContain('sinds maandag 2 februari 2026');
    expect(await talk.say(LEZER, 'sinds vandaag 10:00')).toContain('is nog niet geweest');
  });

  test('there and back again is no change of status', async () => {
    await talk.say(SECRETARIS, 'actie 4 loopt Begonnen met de gesprekken');
    await talk.say(SECRETARIS, 'actie 4 nader uit te werken Toch nog een plan nodig');
    expect(await talk.say(LEZER, 'sinds gisteren')).toContain(
      'Bijgewerkt, de status is gelijk: 1 actie\n#4 ',
    );
  });

  test('names what is new in the doe-agenda', async () => {
    const later = new Date(at('2026-12-01T09:00').epochMilliseconds);
    await talk.db.owner.actie.updateMany({ where: { nummer: 46 }, data: { toegevoegdOp: later } });
    talk.clock.moveTo(at('2026-12-02T09:00'));
    expect(await talk.say(LEZER, 'sinds vorige week')).toContain('Nieuw in de doe-agenda: 1 actie\n#46 ');
    expect(await talk.say(LEZER, 'sinds vandaag')).not.toContain('Nieuw');
    await talk.db.owner.actie.updateMany({ data: { toegevoegdOp: null } });
  });

  test('is honest when there was no overleg yet, and when nothing was reported', async () => {
    const text = await talk.say(LEZER, 'sinds vorig overleg');
    expect(text).toContain('Veranderd sinds het begin\nEr is nog geen vergadering geweest.');
    expect(text).toContain('Er is in die tijd niets gemeld.');
  });

  test.each([
    'sinds',
    'sinds het vorige overleg',
    'wat is er veranderd?',
    'Wat is er veranderd sinds het vorige overleg?',
    'wat is er sinds de vorige vergadering gebeurd',
    'wijzigingen sinds het laatste overleg',
  ])('is asked for with «%s»', async (words) => {
    expect(await talk.say(LEZER, words)).toContain('Er is nog geen vergadering geweest.');
  });

  test.each([
    ['sinds 31 februari', '31 februari bestaat niet'],
    ['sinds de ruimtevaart', 'Ik begrijp de datum «de ruimtevaart» niet'],
    ['sinds 1-12-2030', 'zondag 1 december 2030 is nog niet geweest'],
  ])('«%s» is refused by name', async (words, why) => {
    expect(await talk.say(LEZER, words)).toContain(why);
  });

  test.each(['wat is er veranderd sinds de zomer', 'wat heb ik gemist sinds mijn vakantie'])(
    'of a day that only the asker knows asks which: «%s»',
    async (words) => {
      expect(await talk.say(LEZER, words)).toMatch(/^Sinds welke dag/);
    },
  );
});
