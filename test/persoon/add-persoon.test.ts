import { describe, expect, test } from 'vitest';
import { KINDS } from '../database.ts';
import { at } from '../moments.ts';
import { talkFor } from '../scene.ts';
import { SECRETARIS, UWV } from '../talk.ts';

const LINE = 'persoon toevoegen Jan de Vries Jan.deVries@UWV.example UWV deelnemer';
const JAN = 'jan.devries@uwv.example';

describe.each(KINDS)('adding a persoon, on %s', (kind) => {
  const talk = talkFor(kind);

  const found = () =>
    talk.inRegio((tx) => tx.persoon.findMany({ where: { email: JAN }, include: { organisatie: true } }));

  test('in one line makes them known at once, with the address in lower case', async () => {
    expect(await talk.say(JAN, 'actie 4')).toContain('We kennen elkaar nog niet');
    expect(await talk.say(SECRETARIS, LINE)).toContain(
      'Toegevoegd: Jan de Vries (jan.devries@uwv.example), deelnemer bij UWV.',
    );
    expect(await found()).toMatchObject([
      { naam: 'Jan de Vries', rol: 'deelnemer', organisatie: { code: 'uwv' } },
    ]);
    expect(await talk.say(JAN, 'actie 4 loopt Eerste gesprekken gevoerd')).toContain('Geregistreerd bij #4');
    expect(await talk.inRegio((tx) => tx.logregel.count({ where: { wat: 'persoon toegevoegd' } }))).toBe(1);
  });

  test('with a form asks for everything, and puts an error at its field', async () => {
    expect(await talk.say(SECRETARIS, 'persoon toevoegen')).toContain('Naam?');
    await talk.say(SECRETARIS, 'Jan de Vries');
    await talk.say(SECRETARIS, 'trekker@uwv.example');
    await talk.say(SECRETARIS, 'UWV');
    expect(await talk.say(SECRETARIS, 'trekker')).toContain('Leeg laten: Jan de Vries');
    expect(await talk.say(SECRETARIS, '')).toContain('⚠ Dit adres is al van Trekker UWV (UWV).');
    await talk.say(SECRETARIS, 'geen adres');
    await talk.say(SECRETARIS, '');
    await talk.say(SECRETARIS, '');
    expect(await talk.say(SECRETARIS, '')).toContain('⚠ Dit is geen e-mailadres.');
    await talk.say(SECRETARIS, JAN);
    await talk.say(SECRETARIS, '');
    expect(await talk.say(SECRETARIS, '')).toContain('Toegevoegd: Jan de Vries');
  });

  test('with only an address opens the form with it', async () => {
    await talk.say(SECRETARIS, `persoon toevoegen ${JAN}`);
    expect(await talk.say(SECRETARIS, 'Jan')).toContain(`Leeg laten: ${JAN}`);
    await talk.say(SECRETARIS, 'stop');
  });

  test.each([
    ['persoon toevoegen Jan jan@nergens UWV trekker', 'geen e-mailadres'],
    ['persoon toevoegen Jan jan@uwv.example NASA trekker', 'Ik ken geen organisatie «NASA»'],
    ['persoon toevoegen Jan trekker@UWV.example UWV trekker', 'Dit adres is al van Trekker UWV (UWV)'],
    ['persoon toevoegen J j@uwv.example UWV trekker', 'Vul een naam in'],
  ])('«%s» is refused', async (words, why) => {
    expect(await talk.say(SECRETARIS, words)).toContain(why);
    expect(await talk.inRegio((tx) => tx.persoon.count())).toBe(50);
  });

  test('the same twice at the same moment adds one', async () => {
    await talk.say(SECRETARIS, 'persoon toevoegen Els els@haarlem.example haarlem secretaris');
    const answers = await Promise.all([SECRETARIS, 'els@haarlem.example'].map((who) => talk.say(who, LINE)));
    expect(answers.filter((answer) => answer.includes('Toegevoegd'))).toHaveLength(1);
    expect(answers.filter((answer) => answer.includes('Dit adres is al van Jan'))).toHaveLength(1);
    expect(await found()).toHaveLength(1);
  });

  test('a new trekker is reminded about a vergadering that was planned before', async () => {
    await talk.say(SECRETARIS, `persoon toevoegen Jan ${JAN} UWV trekker`);
    await talk.passTo(at('2026-12-17T09:00'));
    expect(talk.sent.filter(({ to }) => to === JAN)).toHaveLength(1);
    expect(talk.sent.filter(({ to }) => to === UWV)).toHaveLength(1);
  });

  test('is refused to who may not, and a beheerder makes no secretaris', async () => {
    expect(await talk.say(UWV, LINE)).toContain('Alleen de secretaris');
    await talk.say(SECRETARIS, 'persoon toevoegen Bea bea@haarlem.example haarlem beheerder');
    expect(
      await talk.say('bea@haarlem.example', 'persoon toevoegen Zus zus@uwv.example UWV secretaris'),
    ).toContain('kan alleen de secretaris, Ambtelijk secretaris (secretaris@haarlem.example), wijzigen');
    expect(await talk.say('bea@haarlem.example', LINE)).toContain('Toegevoegd');
  });
});
