import { beforeEach, describe, expect, test } from 'vitest';
import { DeliveryError } from '../../src/chat/platform.ts';
import { deskOf } from '../desk.ts';
import { at } from '../moments.ts';
import { talkFor } from '../scene.ts';
import { SECRETARIS, UWV } from '../talk.ts';

describe('the next vergadering', () => {
  const talk = talkFor('postgres');

  test.each(['overleg', 'overleg RBA', 'overleg rba?', 'wanneer is het volgende overleg?', 'vergadering'])(
    'is shown with «%s»',
    async (words) => {
      const text = await talk.say(UWV, words);
      expect(text).toContain('Regionaal Beraad Arbeidsmarkt (RBA)');
      expect(text).toContain('Wanneer: maandag 11 januari 2027 om 10:00 uur');
      expect(text).toContain('0 van de 46 acties hebben een update');
      expect(text).not.toContain('Aanloop');
    },
  );

  test('of an overleg that was taken over is the one of the successor', async () => {
    expect(await talk.say(UWV, 'overleg BOA')).toContain('Regionaal Beraad Arbeidsmarkt (RBA)');
  });

  test('is shown to the secretaris with the whole run-up', async () => {
    const text = await talk.say(SECRETARIS, 'overleg');
    for (const line of [
      'Aanloop:',
      'Uitvraag: donderdag 17 december 2026, 09:00 uur · 29 berichten gepland',
      'Herinnering: donderdag 24 december 2026, 09:00 uur · 29 berichten gepland',
      'Aanlevertermijn: dinsdag 29 december 2026, 09:00 uur · 29 berichten gepland',
      'Stukken rond: maandag 4 januari 2027, 09:00 uur · 1 bericht gepland',
      'Dag ervoor: vrijdag 8 januari 2027, 09:00 uur · 15 berichten gepland',
    ])
      expect(text).toContain(line);
    expect(text).not.toContain('Respons:');
    expect(await talk.say(SECRETARIS, 'Wie krijgt wat')).toContain('Herinneringen voor Regionaal Beraad');
  });

  test('counts the updates since the previous one', async () => {
    await talk.say(UWV, 'actie 4 ongewijzigd');
    expect(await talk.say(UWV, 'overleg')).toContain('1 van de 46 acties heeft een update');
    await talk.passTo(at('2027-01-12T09:00'));
    await talk.say(SECRETARIS, 'overleg plan 12 april 2027');
    expect(await talk.say(UWV, 'overleg')).toContain('0 van de 46 acties hebben een update');
  });

  test('that is not there says how to plan one; an unknown overleg says which there are', async () => {
    expect(await talk.say(UWV, 'overleg REO')).toContain(
      'Er is geen vergadering van Regionaal Economisch Overleg gepland',
    );
    expect(await talk.say(UWV, 'overleg xyz')).toContain(
      'Ik ken geen overleg «xyz». Kies uit: BOA, RWB, RBA',
    );
  });

  test('tells the secretaris what was sent, what is on its way and what could not be delivered', async () => {
    talk.platform.fails = ({ address }) => {
      if (JSON.stringify(address).includes('trekker@uwv')) throw new DeliveryError('no', { final: true });
      if (JSON.stringify(address).includes('trekker@tno')) throw new DeliveryError('not now');
    };
    talk.clock.moveTo(at('2026-12-17T09:00'));
    await talk.run();
    const text = await talk.say(SECRETARIS, 'overleg');
    expect(text).toMatch(/Uitvraag: .*27 berichten verstuurd/);
    expect(text).toMatch(/Uitvraag: .*1 bericht onderweg/);
    expect(text).toMatch(/Uitvraag: .*1 bericht niet bezorgd/);
    // Messages that are to be edited have arrived all the same.
    await talk.say('trekker@haarlem.example', 'actie 11 ongewijzigd');
    expect(await talk.say(SECRETARIS, 'overleg')).toMatch(/Uitvraag: .*27 berichten verstuurd/);
  });

  test('asks again for what was answered only before the last one that was held, also with two ahead', async () => {
    await talk.say(SECRETARIS, 'overleg plan 21 januari 2027');
    await talk.say('trekker@tno.example', 'actie 20 ongewijzigd');
    await talk.passTo(at('2027-01-08T09:00'));
    const asked = talk.sent.filter(({ to }) => to === 'trekker@tno.example').map(({ text }) => text);
    expect(asked.length).toBeGreaterThan(0);
    for (const text of asked) expect(text).not.toContain('#20 ');
  });

  describe('and the ones after it', () => {
    const say = (words: string) => talk.say(SECRETARIS, words);
    beforeEach(async () => {
      await say('overleg plan RBA 8 april 2027, 14 oktober 2027');
    });

    test.each([
      'overleg RBA 14 oktober 2027',
      'overleg RBA van 14 oktober',
      'overleg van donderdag 14 oktober 2027?',
      'het overleg op 14-10-2027',
      'vergadering rba 2027-10-14 10:00',
    ])('are shown with «%s»', async (words) => {
      expect(await talk.say(UWV, words)).toContain('Wanneer: donderdag 14 oktober 2027 om 10:00 uur');
    });

    test.each([
      [
        'overleg RBA van 15 oktober 2027',
        'Op vrijdag 15 oktober 2027 is geen vergadering. Kies uit: maandag 11 januari 2027; donderdag 8 april 2027; donderdag 14 oktober 2027.',
      ],
      [
        'overleg REO van 14 oktober 2027',
        'Op donderdag 14 oktober 2027 is geen vergadering. Er is er geen gepland.',
      ],
      ['overleg van 14 oktober 2027 9:00', 'Op donderdag 14 oktober 2027 om 09:00 uur is geen vergadering.'],
      ['overleg morgen', 'Op dinsdag 24 november 2026 is geen vergadering.'],
      ['overleg van 2 november 2026', 'Op maandag 2 november 2026 is geen vergadering meer. Kies uit:'],
      ['overleg van 31 februari', '31 februari bestaat niet'],
    ])('«%s» says which there are', async (words, answer) => {
      expect(await talk.say(UWV, words)).toContain(answer);
    });

    test('of two on a day the code says which one is meant', async () => {
      await say('overleg plan REO 14 oktober 2027 14:00');
      expect(await say('overleg van 14 oktober')).toContain(
        'er meer dan één vergadering: RBA om 10:00 uur; REO om 14:00 uur. Zet de code en de tijd erbij, bijvoorbeeld «overleg RBA van 14 oktober 2027 10:00».',
      );
      expect(await say('overleg REO van 14 oktober')).toContain('(REO)');
      expect(await say('overleg van 14 oktober 14:00')).toContain('(REO)');
      expect(await say('overleg van 15 oktober')).toContain(
        'Kies uit: RBA op maandag 11 januari 2027; RBA op',
      );
    });

    test('keep to themselves on every card that follows', async () => {
      const desk = deskOf(talk, SECRETARIS);
      const open = async (...labels: string[]) => {
        let text = await desk.say('overleg RBA van 14 oktober 2027');
        for (const label of labels) text = await desk.press(label);
        return text;
      };
      for (const labels of [
        ['Wie krijgt wat'],
        ['Wie krijgt wat', 'Volgende'],
        ['Wie krijgt wat', 'Logboek', 'Wie krijgt wat'],
        ['Wie krijgt wat', 'Uitvraag bekijken', 'Volgende'],
        ['Wie krijgt wat', 'Deze vergadering stilzetten', 'Wie krijgt wat'],
        ['Wie krijgt wat', 'Deze vergadering weer aanzetten'],
        ['Wie krijgt wat', 'Uitvraag bekijken', 'Uitvraag overslaan'],
        ['Wie krijgt wat', 'Uitvraag weer aanzetten'],
        ['Wie krijgt wat', 'Uitvraag bekijken', 'Nu versturen', 'Niet versturen'],
        ['Wie krijgt wat', 'Uitvraag bekijken', 'Nu versturen'],
        ['Respons', 'Volgende'],
        ['Respons', 'Wie krijgt wat'],
        ['Aanloop wijzigen'],
        ['Aanloop wijzigen', 'Wie krijgt wat'],
        ['Aankondiging aan bestuurders aanzetten'],
        ['Aankondiging aan bestuurders uitzetten'],
      ])
        expect(await open(...labels), labels.join(' › ')).toContain('14 oktober 2027');
    });

    test('do not answer for another once they are cancelled', async () => {
      const desk = deskOf(talk, SECRETARIS);
      await desk.say('overleg RBA van 14 oktober 2027');
      const old = desk.hold('Wie krijgt wat');
      await say('overleg annuleer RBA van 14 oktober 2027');
      await say('Afzeggen');
      expect(await old()).toContain('Deze vergadering is geweest of gaat niet door.');
    });
  });
});
