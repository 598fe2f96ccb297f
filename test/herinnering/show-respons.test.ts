import { describe, expect, test } from 'vitest';
import { at } from '../moments.ts';
import { talkFor } from '../scene.ts';
import { SECRETARIS, UWV } from '../talk.ts';
import { TNO, withFew } from './few.ts';

describe('the respons', () => {
  const talk = talkFor('postgres');

  const say = (words: string) => talk.say(SECRETARIS, words);

  test('is for the secretaris', async () => {
    expect(await talk.say(UWV, 'overleg respons')).toContain('Alleen de secretaris');
  });

  test.each(['overleg respons', 'overleg RBA respons', 'respons'])(
    'is shown with «%s», with the figures of the overleg',
    async (words) => {
      await talk.say(UWV, 'actie 4 ongewijzigd');
      const text = await say(words);
      expect(text).toContain('1 van 46 binnen; nog open bij ');
      expect(text).toMatch(/nog open bij .+ \(\d+\)/);
      expect(text).toContain('Pagina 1 van ');
      // Whoever carries it alone has the same acties as the organisatie: they are named once.
      expect(text).toMatch(/CNV: nog open #3\n {2}Trekker CNV: nog niet gevraagd\n {2}\[\w+\] Vraag CNV nu/);
      expect(await say('overleg')).toContain('1 van de 46 acties heeft een update');
    },
  );

  test('shows per persoon what was asked, put off and refused, and asks one organisatie again', async () => {
    const idOf = await withFew(talk);
    await talk.passTo(at('2026-12-17T12:00'));
    await talk.inRegio(async (tx) => {
      const { id } = await tx.vergadering.findFirstOrThrow();
      const geplandOp = new Date(at('2026-12-22T09:00').epochMilliseconds);
      await tx.herinnering.create({
        data: { vergaderingId: id, persoonId: idOf(UWV), soort: 'later', geplandOp },
      });
      const actie = await tx.actie.findFirstOrThrow({
        where: { trekkers: { some: { organisatie: { code: 'tno' } } } },
      });
      const op = new Date(talk.clock.now().epochMilliseconds);
      await tx.afgewezen.create({
        data: { actieId: actie.id, persoonId: idOf(TNO), op, tekst: 'is van UWV' },
      });
    });
    let text = await say('overleg respons');
    while (!text.includes('Trekker UWV')) text = await say('Volgende');
    expect(text).toMatch(/UWV: nog open #/);
    expect(text).toMatch(
      /Trekker UWV: (?:#.* · )?gevraagd 17 december 2026, 09:00 uur via de terminal \(uitvraag\) · uitgesteld tot 22 december 2026, 09:00 uur/,
    );
    let of = await say('overleg respons');
    while (!of.includes('Trekker TNO')) of = await say('Volgende');
    expect(of).toMatch(/«niet van mij» \(is van UWV\)/);
    text = await say('overleg respons');
    while (!text.includes('Trekker UWV')) text = await say('Volgende');
    expect(await say('Vraag UWV opnieuw')).toMatch(/^.*UWV wordt opnieuw gevraagd: Trekker UWV\./);
    await talk.passTo(at('2026-12-18T12:00'));
    expect(talk.sent.filter(({ to }) => to === UWV).map((letter) => letter.at)).toEqual([
      '17 december 2026, 09:00',
      '18 december 2026, 09:00',
    ]);
  });

  test('of the vergadering of a day is shown, and asked for, by that day', async () => {
    await say('overleg plan RBA 14 oktober 2027');
    const words = 'De vergadering is op donderdag 14 oktober 2027 om 10:00 uur.';
    expect(await say('overleg respons RBA van 14 oktober 2027')).toContain(words);
    expect(await say('overleg RBA van 14 oktober respons')).toContain(words);
    expect(await say('Vraag CNV nu')).toContain(words);
    expect(await say('overleg respons')).toContain('maandag 11 januari 2027');
  });
});
