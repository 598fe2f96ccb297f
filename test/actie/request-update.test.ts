import { describe, expect, test } from 'vitest';
import { KINDS } from '../database.ts';
import { at } from '../moments.ts';
import { talkFor } from '../scene.ts';
import { SECRETARIS, UWV } from '../talk.ts';

const BESTUURDER = 'bestuurder@uwv.example';
const FNV = 'trekker@fnv.example';
const TNO = 'trekker@tno.example';

describe.each(KINDS)('asking for an update, on %s', (kind) => {
  const talk = talkFor(kind);

  const verzoeken = () => talk.inRegio((tx) => tx.verzoek.count());

  test('reaches the trekker with who asks, and buttons that answer', async () => {
    await talk.say(TNO, 'actie 4');
    const answer = await talk.say(TNO, 'Vraag om update');
    expect(answer).toContain('Ik vraag om een update van #4');
    expect(answer).toContain('Aan: Trekker UWV (trekker@uwv.example)');
    await talk.run();
    expect(talk.sent.map(({ to }) => to)).toEqual([UWV]);
    expect(talk.sent[0]?.text).toContain('Trekker TNO (TNO) hoort graag hoe het staat met deze actie.');
    expect(talk.sent[0]?.text).toContain('[Bijwerken] [Ongewijzigd]');
    expect(await talk.say(UWV, 'Ongewijzigd')).toContain('(ongewijzigd)');
    expect(await talk.inRegio((tx) => tx.logregel.count({ where: { wat: 'update gevraagd' } }))).toBe(1);
  });

  test('is done once a day: the second asker hears who was first, and when', async () => {
    await talk.say(TNO, 'vraag update actie 4');
    talk.clock.moveTo(at('2026-11-23T23:59'));
    expect(await talk.say(FNV, 'vraag update actie 4')).toBe(
      'Trekker TNO heeft vandaag om 09:00 uur al om een update van actie #4 gevraagd. Morgen kan het weer.',
    );
    expect(await talk.say(TNO, 'vraag update actie 4')).toContain('Je hebt vandaag om 09:00 uur al');
    talk.clock.moveTo(at('2026-11-24T00:01'));
    expect(await talk.say(FNV, 'vraag update actie 4')).toContain('Ik vraag om een update');
    expect(await verzoeken()).toBe(2);
  });

  test('by several at the same time is done once', async () => {
    const people = [TNO, FNV, BESTUURDER, SECRETARIS];
    await Promise.all(people.map((who) => talk.say(who, 'vraag update actie 4')));
    expect(await verzoeken()).toBe(1);
    await talk.run();
    expect(talk.sent).toHaveLength(1);
  });

  test('is refused where nobody carries the actie, and names the secretaris', async () => {
    expect(await talk.say(BESTUURDER, 'vraag update actie 12')).toBe(
      'Bij actie #12 is nog niemand bekend die een update kan geven. Vraag het de secretaris, Ambtelijk secretaris (secretaris@haarlem.example).',
    );
    expect(await talk.say(BESTUURDER, 'actie 12')).not.toContain('Vraag om update');
    expect(await verzoeken()).toBe(0);
  });

  test('is refused for an actie that is ended, and to the trekker', async () => {
    expect(await talk.say(UWV, 'vraag update actie 4')).toContain('Jij bent zelf de trekker van actie #4.');
    await talk.say(UWV, 'actie 4 afgerond');
    expect(await talk.say(TNO, 'vraag update actie 4')).toContain('Actie #4 is afgerond');
    expect(await talk.say(TNO, 'actie 4')).not.toContain('Vraag om update');
    expect(await verzoeken()).toBe(0);
  });

  test.each([
    'vraag update actie 4',
    'Vraag om een update van actie 4.',
    'vraag een update aan de trekker van actie 4',
    'actie 4 vraag om update',
    '#4 update vragen',
  ])('works with «%s»', async (words) => {
    expect(await talk.say(TNO, words)).toContain('Ik vraag om een update van #4');
  });
});
