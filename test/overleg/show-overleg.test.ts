import { describe, expect, test } from 'vitest';
import { DeliveryError } from '../../src/chat/platform.ts';
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
});
