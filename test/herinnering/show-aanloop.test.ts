import { describe, expect, test } from 'vitest';
import { deskOf } from '../desk.ts';
import { at } from '../moments.ts';
import { talkFor } from '../scene.ts';
import { SECRETARIS, UWV } from '../talk.ts';

describe('the run-up', () => {
  const talk = talkFor('postgres');

  test('is for the secretaris', async () => {
    expect(await talk.say(UWV, 'overleg aanloop')).toContain('Alleen de secretaris');
  });

  test.each([
    'overleg aanloop',
    'overleg RBA aanloop',
    'overleg aanloop rba',
    'aanloop RBA',
    'overleg bestuurders',
  ])('is shown with «%s»: every step with their day, time, audience and text', async (words) => {
    const text = await talk.say(SECRETARIS, words);
    expect(text).toContain('Aanloop van Regionaal Beraad Arbeidsmarkt (RBA)');
    expect(text).toContain('Uitvraag: 15 werkdagen ervoor, 09:00 uur · ✔ aan');
    expect(text).toContain('donderdag 17 december 2026 · aan de trekkers');
    expect(text).toContain('«We horen graag hoe het staat.»');
    for (const naam of ['Agendacommissie', 'Herinnering', 'Aanlevertermijn', 'Coulance', 'Escalatie'])
      expect(text).toContain(`${naam}: `);
    expect(text).toMatch(
      /Dag ervoor: 1 werkdag ervoor[\s\S]*Ook aan bestuurders, alleen voor deze vergadering/,
    );
    expect(text).not.toContain('zoals standaard');
  });

  test.each([
    'overleg RBA van 14 oktober 2027 aanloop',
    'overleg aanloop van 14 oktober 2027',
    'overleg aanloop RBA van 14 oktober 2027',
    'aanloop van RBA van 14 oktober',
  ])('is shown with «%s» for that vergadering', async (words) => {
    await talk.say(SECRETARIS, 'overleg plan RBA 14 oktober 2027');
    talk.clock.moveTo(at('2027-01-02T12:00'));
    const text = await talk.say(SECRETARIS, words);
    expect(text).toContain('De dagen horen bij de vergadering op donderdag 14 oktober 2027');
  });

  test.each(['overleg aanloop na-afloop', 'overleg aanloop uitvraag', 'overleg RBA aanloop dag ervoor'])(
    'takes «%s» for a step',
    async (words) => {
      const desk = deskOf(talk, SECRETARIS);
      expect(await desk.say(words)).toContain('Dit geldt voor alle vergaderingen van RBA');
    },
  );

  test('of an overleg without a vergadering has no dates', async () => {
    const text = await talk.say(SECRETARIS, 'overleg REO aanloop');
    expect(text).toContain('Er is nog geen vergadering gepland.');
    expect(text).not.toContain('2026 · aan');
    expect(text).toContain('Uitvraag: 15 werkdagen ervoor');
  });
});
