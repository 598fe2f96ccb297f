import { describe, expect, test } from 'vitest';
import { talkFor } from '../scene.ts';
import { SECRETARIS, UWV } from '../talk.ts';

describe('messages to bestuurders', () => {
  const talk = talkFor('postgres');

  const say = (words: string) => talk.say(SECRETARIS, words);
  const planned = () => talk.inRegio((tx) => tx.herinnering.count({ where: { soort: 'aankondiging' } }));

  test('are switched on for one step of one vergadering, after a question that names them', async () => {
    expect(await talk.say(UWV, 'overleg bestuurders aan aankondiging')).toContain('Alleen de secretaris');
    await say('overleg plan 12 april 2027');
    expect(await say('overleg bestuurders aan aankondiging')).toMatch(
      /Dit krijgen dan ook 15 bestuurders: .*Bestuurder UWV \(UWV\)[\s\S]*alleen voor de vergadering van RBA op maandag 11 januari 2027/,
    );
    expect(await planned()).toBe(0);
    expect(await say('Aanzetten')).toContain('ook naar bestuurders (nu 15 personen)');
    expect(await planned()).toBe(15);
    expect(await say('overleg aanloop')).toContain('✔ Ook aan bestuurders, alleen voor deze vergadering');
    expect(await say('overleg RBA bestuurders uit aankondiging')).toContain('niet naar bestuurders.');
    expect(await planned()).toBe(0);
    expect(await say('overleg herinneringen log')).toContain('zette aankondiging aan bestuurders uit');
  });

  test('are for the vergadering of a date, if one is named', async () => {
    await say('overleg plan 12 april 2027');
    expect(await say('overleg bestuurders aan aankondiging 12 april 2027')).toContain(
      'maandag 12 april 2027',
    );
    expect(await say('overleg bestuurders aan aankondiging 13 april 2027')).toContain(
      'Op dinsdag 13 april 2027 is geen vergadering. Kies uit: maandag 11 januari 2027; maandag 12 april 2027.',
    );
  });

  test('of a step that goes to nobody among them says so', async () => {
    expect(await say('overleg bestuurders aan uitvraag')).toContain('is er geen bestuurder die dit krijgt');
  });

  test('are switched for the vergadering of a day, wherever it is said', async () => {
    await say('overleg plan 12 april 2027');
    for (const words of [
      'overleg RBA van 12 april 2027 bestuurders aan aankondiging',
      'overleg RBA bestuurders aan voor aankondiging van 12 april',
      'overleg bestuurders aan aankondiging op 12-4-2027',
    ])
      expect(await say(words), words).toContain(
        'alleen voor de vergadering van RBA op maandag 12 april 2027',
      );
    await say('Aanzetten');
    expect(await say('Bekijk de aanloop')).toContain(
      'De dagen horen bij de vergadering op maandag 12 april 2027',
    );
  });
});
