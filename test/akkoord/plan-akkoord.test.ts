import { describe, expect, test } from 'vitest';
import { KINDS } from '../database.ts';
import { at } from '../moments.ts';
import { talkFor } from '../scene.ts';
import { SECRETARIS, UWV } from '../talk.ts';
import { askBoa, VELSEN } from './stage.ts';

describe.each(KINDS)('what is sent about a text, on %s', (kind) => {
  const talk = talkFor(kind);

  test('who is silent is reminded twice, who answered is not, and the secretaris hears who was silent', async () => {
    const { box, letters } = await askBoa(talk);
    await talk.run();
    await box.press(VELSEN, 'Akkoord');
    await talk.passTo(at('2026-12-08T12:00'));
    const first = (to: string) => letters(to).flatMap(({ edited, at }) => (edited ? [] : [at]));
    expect(first(UWV)).toEqual([
      '23 november 2026, 09:00',
      '27 november 2026, 09:00',
      '3 december 2026, 09:00',
    ]);
    expect(first(VELSEN)).toEqual(['23 november 2026, 09:00']);
    expect(first(SECRETARIS)).toEqual(['7 december 2026, 09:00']);
    expect(box.text(SECRETARIS)).toContain('1 van 8 akkoord, 7 nog geen antwoord.');
    expect(box.text(SECRETARIS)).toContain('Geen antwoord is geen akkoord.');
    expect(box.text(SECRETARIS)).not.toContain('gemeente Velsen');
  });

  test('a new contact is asked, and who was asked before is not asked again', async () => {
    const { box, letters } = await askBoa(talk);
    await talk.run();
    talk.sent.length = 0;
    await talk.inRegio(async (tx) => {
      const { organisatieId } = await tx.persoon.findFirstOrThrow({ where: { email: UWV } });
      const fatima = { organisatieId, naam: 'Fatima', email: 'fatima@uwv.example' };
      await tx.persoon.create({ data: { ...fatima, rol: 'deelnemer' } });
    });
    await box.say(SECRETARIS, 'contact uwv fatima@uwv.example');
    await talk.run();
    expect(letters().map(({ to }) => to)).toEqual(['fatima@uwv.example']);
    await talk.passTo(at('2026-11-27T12:00'));
    expect(letters(UWV)).toEqual([]);
    expect(letters('fatima@uwv.example')).toHaveLength(2);
  });
});
