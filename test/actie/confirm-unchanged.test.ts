import { describe, expect, test } from 'vitest';
import { talkFor } from '../scene.ts';
import { SECRETARIS, UWV } from '../talk.ts';

describe('reporting that nothing changed', () => {
  const talk = talkFor('postgres');

  const updates = () => talk.inRegio((tx) => tx.update.findMany());

  test.each(['actie 4 ongewijzigd', '4 ongewijzigd.', 'actie 4: is ongewijzigd'])(
    'works with «%s»',
    async (words) => {
      expect(await talk.say(UWV, words)).toContain('Status: 📝 Nader uit te werken (ongewijzigd)');
      expect(await updates()).toMatchObject([{ soort: 'ongewijzigd', toelichting: '' }]);
      expect(await talk.say(UWV, 'actie 4')).toContain('Laatste update: ongewijzigd gemeld (Trekker UWV');
    },
  );

  test('is what the status it already has means too', async () => {
    await talk.say(UWV, 'actie 4 nader uit te werken');
    expect(await updates()).toMatchObject([{ soort: 'ongewijzigd' }]);
  });

  test('with an old button shows what is so, and writes nothing', async () => {
    await talk.say(UWV, 'actie 4');
    await talk.say(SECRETARIS, 'actie 4 loopt De minister is akkoord');
    const text = await talk.say(UWV, 'Ongewijzigd');
    expect(text).toContain(
      'Al verwerkt. Bij actie #4 staat nu: De minister is akkoord (Ambtelijk secretaris',
    );
    expect(await updates()).toHaveLength(1);
  });

  test('is refused to others and for an actie that is ended', async () => {
    expect(await talk.say('trekker@fnv.example', 'actie 4 ongewijzigd')).toContain('Alleen de trekkers');
    await talk.say(UWV, 'actie 4 afgerond');
    expect(await talk.say(UWV, 'actie 4 ongewijzigd')).toContain('is afgerond');
  });
});
