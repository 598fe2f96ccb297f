import { describe, expect, test } from 'vitest';
import { at } from '../moments.ts';
import { talkFor } from '../scene.ts';
import { SECRETARIS, UWV } from '../talk.ts';

const LEZER = 'bestuurder@uwv.example';

describe('the history of an actie', () => {
  const talk = talkFor('postgres');

  test('says of every update who gave it, for whom, from where and when, newest first', async () => {
    await talk.say(UWV, 'actie 4 loopt Eerste gesprekken gevoerd');
    talk.clock.moveTo(at('2026-11-24T10:00'));
    await talk.say(SECRETARIS, 'actie 4 ongewijzigd');
    talk.clock.moveTo(at('2026-11-25T10:00'));
    expect(await talk.say(LEZER, 'actie 4 historie')).toBe(
      [
        '#4 Intensieve samenwerking gemeenten, UWV en re-integratiepartners in regionaal mobiliteitscentrum of regionale mobiliteitsteams',
        'Geschiedenis: 2 updates, de nieuwste eerst',
        '• 🟢 Loopt (ongewijzigd)',
        '  24 november 2026, 10:00 uur · Ambtelijk secretaris, namens gemeente Haarlem, via de terminal',
        '• 📝 Nader uit te werken → 🟢 Loopt',
        'Eerste gesprekken gevoerd',
        '  23 november 2026, 09:00 uur · Trekker UWV, namens UWV, via de terminal',
        'Stand van 25 november 2026, 10:00 uur',
      ].join('\n'),
    );
  });

  test('shows a withdrawn update as withdrawn, by whom and when', async () => {
    await talk.say(UWV, 'actie 4 loopt Eerste gesprekken gevoerd');
    talk.clock.moveTo(at('2026-11-23T09:30'));
    await talk.say(UWV, 'Ongedaan maken');
    const text = await talk.say(LEZER, 'geschiedenis actie 4');
    expect(text).toContain('Geschiedenis: 1 update\n• ↩ Ingetrokken: 📝 Nader uit te werken → 🟢 Loopt');
    expect(text).toContain('· ingetrokken door Trekker UWV op 23 november 2026, 09:30 uur');
  });

  test('goes page by page, in place', async () => {
    for (let n = 1; n <= 9; n += 1) await talk.say(UWV, `actie 4 loopt Stap nummer ${n} gezet`);
    const first = await talk.say(LEZER, 'actie 4 historie');
    expect(first).toContain('Pagina 1 van 2 · Stand van');
    expect(first).toContain('Stap nummer 9 gezet');
    expect(first).not.toContain('Stap nummer 1 gezet');
    expect(await talk.say(LEZER, 'Volgende')).toContain('Stap nummer 1 gezet');
    expect(await talk.say(LEZER, 'Vorige')).toBe(first);
    expect(await talk.say(LEZER, 'actie 4 historie pagina 99')).toContain('Pagina 2 van 2');
  });

  test.each([
    'actie 12 historie',
    '#12 geschiedenis',
    '12 verloop?',
    'historie 12',
    'geschiedenis van actie 12',
  ])('is asked for with «%s», and is honest when there is none', async (words) => {
    expect(await talk.say(LEZER, words)).toContain(
      'Nog geen update. De status komt uit de doe-agenda (bijlage 1).',
    );
  });

  test('of an actie that does not exist is refused', async () => {
    expect(await talk.say(LEZER, 'actie 99 historie')).toContain('Actie #99 bestaat niet.');
  });

  test('is offered on the card of an actie that has one', async () => {
    expect(await talk.say(LEZER, 'actie 4')).not.toContain('Geschiedenis');
    await talk.say(UWV, 'actie 4 loopt Eerste gesprekken gevoerd');
    await talk.say(LEZER, 'actie 4');
    expect(await talk.say(LEZER, 'Geschiedenis')).toContain('Geschiedenis: 1 update');
  });
});
