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

  test('who wants the aanlevertermijn only is asked once, and is reminded again when they want all', async () => {
    await talk.say(UWV, 'alleen de aanlevertermijn');
    const { letters } = await askBoa(talk);
    await talk.run();
    await talk.say(VELSEN, 'alleen de aanlevertermijn');
    await talk.passTo(at('2026-12-01T12:00'));
    expect([letters(UWV), letters(VELSEN)].map((got) => got.length)).toEqual([1, 1]);
    expect(letters(UWV)[0]?.text).toContain('Is jouw organisatie het eens met deze tekst?');
    await talk.say(UWV, 'herinner mij weer aan alles');
    await talk.passTo(at('2026-12-04T12:00'));
    expect([letters(UWV), letters(VELSEN)].map((got) => got.length)).toEqual([3, 1]);
  });

  test('a question that was late is not given up for a reminder that is not wanted', async () => {
    const { letters } = await askBoa(talk);
    // Said without anything being planned again.
    await talk.inRegio(async (tx) => {
      const { id } = await tx.persoon.findFirstOrThrow({ where: { email: UWV } });
      await tx.voorkeur.create({ data: { persoonId: id, dagen: [1, 2, 3, 4, 5], alleenTermijn: true } });
    });
    talk.clock.moveTo(at('2026-11-27T12:00'));
    await talk.run();
    expect(letters(UWV)).toHaveLength(1);
    expect(letters(UWV)[0]?.text).not.toContain('We hebben nog geen antwoord van je.');
    expect(letters(VELSEN)[0]?.text).toContain('We hebben nog geen antwoord van je.');
  });

  test('a secretaris who wants the aanlevertermijn only hears how it ended', async () => {
    const { letters } = await askBoa(talk);
    await talk.say(SECRETARIS, 'alleen de aanlevertermijn');
    await talk.passTo(at('2026-12-08T12:00'));
    expect(letters(SECRETARIS).filter(({ edited }) => !edited)).toHaveLength(1);
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
