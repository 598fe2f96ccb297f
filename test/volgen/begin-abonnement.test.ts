import { describe, expect, test } from 'vitest';
import { KINDS } from '../database.ts';
import { talkFor } from '../scene.ts';
import { SECRETARIS, UWV } from '../talk.ts';

const TNO = 'trekker@tno.example';
const BESTUURDER = 'bestuurder@uwv.example';

describe.each(KINDS)('following, on %s', (kind) => {
  const talk = talkFor(kind);

  const abonnementen = () => talk.inRegio((tx) => tx.abonnement.findMany({ orderBy: { id: 'asc' } }));

  test.each([
    ['volg actie 12', 'Je volgt actie #12 Onderzoeken uitbreiding'],
    ['Volg 12', 'Je volgt actie #12 Onderzoeken uitbreiding'],
    ['actie 12 volgen', 'Je volgt actie #12 Onderzoeken uitbreiding'],
    ['ik wil actie 12 volgen', 'Je volgt actie #12 Onderzoeken uitbreiding'],
    ['volg pijler werkgelegenheid', 'Je volgt pijler Werkgelegenheid'],
    ['volg thema 4', 'Je volgt thema 4 ('],
    ['volg gemeente Haarlem', 'Je volgt de acties van gemeente Haarlem.'],
    ['volg uwv', 'Je volgt de acties van UWV.'],
    ['volg alles.', 'Je volgt alle acties.'],
  ])('«%s» is understood', async (words, answer) => {
    expect(await talk.say(TNO, words)).toContain(answer);
    expect(await abonnementen()).toHaveLength(1);
  });

  test.each([
    ['volg actie 120', 'Actie #120 bestaat niet.'],
    ['volg thema 99', 'Thema 99 bestaat niet. De thema’s lopen van 1 tot en met 8.'],
    ['volg de buren', 'Ik weet niet wat je met «de buren» wilt volgen.'],
    ['volg thema 4 en pijler werkgelegenheid', 'Dat kan met één ding tegelijk'],
    ['volg vertraagde acties', 'Ik weet niet wat je met'],
    ['volg niet uwv', 'Je volgt de acties van UWV niet.'],
  ])('«%s» is refused', async (words, answer) => {
    expect(await talk.say(TNO, words)).toContain(answer);
    expect(await abonnementen()).toEqual([]);
  });

  test('the card of an actie offers it to who does not carry it', async () => {
    expect(await talk.say(UWV, 'actie 4')).not.toContain('Volgen');
    expect(await talk.say(TNO, 'actie 4')).toContain('Volgen');
    expect(await talk.say(TNO, 'Volgen')).toContain('Je volgt actie #4');
  });

  test('twice, or by two presses at the same time, is once', async () => {
    await Promise.all([1, 2, 3].map(() => talk.say(TNO, 'volg actie 12')));
    expect(await talk.say(TNO, 'volg 12')).toContain('Je volgt actie #12');
    expect(await talk.say(TNO, 'volg 12')).toContain(' al.');
    expect(await abonnementen()).toHaveLength(1);
    expect(await talk.inRegio((tx) => tx.logregel.count({ where: { wat: 'volgen' } }))).toBe(1);
  });

  test('in a channel makes the channel follow, and tells it who set that', async () => {
    expect(await talk.say(TNO, 'in #doe-agenda volg thema 2')).toContain('Dit kanaal volgt thema 2');
    expect(await abonnementen()).toMatchObject([{ persoonId: null, soort: 'thema' }]);
    await talk.run();
    expect(talk.sent.map(({ to }) => to)).toEqual(['#doe-agenda']);
    expect(talk.sent[0]?.text).toContain('Dit kanaal volgt vanaf nu thema 2');
    expect(talk.sent[0]?.text).toContain('Ingesteld door Trekker TNO (TNO).');
    expect(await talk.say(SECRETARIS, 'in #doe-agenda volg thema 2')).toContain('Dit kanaal volgt thema 2');
    await talk.run();
    expect(talk.sent).toHaveLength(1);
  });

  test('by the button on a card in a channel is for who presses', async () => {
    await talk.say(BESTUURDER, 'in #doe-agenda actie 12');
    expect(await talk.say(BESTUURDER, 'Volgen')).toContain('Je volgt actie #12');
    expect(await abonnementen()).toMatchObject([{ kanaalId: null, soort: 'actie' }]);
  });

  test('for a channel is refused to a lezer, who can follow alone', async () => {
    const lezer = 'iemand@lezer.example';
    await talk.inRegio(async (tx) => {
      const { organisatieId } = await tx.persoon.findFirstOrThrow({ where: { email: TNO } });
      const row = { naam: 'Lezer', email: lezer, rol: 'lezer' as const, organisatieId };
      if ((await tx.persoon.count({ where: { email: lezer } })) === 0) await tx.persoon.create({ data: row });
    });
    expect(await talk.say(lezer, 'in #doe-agenda volg alles')).toContain(
      'Alleen trekkers, bestuurders en de secretaris',
    );
    expect(await talk.say(lezer, 'volg alles')).toContain('Je volgt alle acties.');
    expect(await abonnementen()).toHaveLength(1);
  });
});
