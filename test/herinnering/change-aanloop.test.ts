import { describe, expect, test } from 'vitest';
import { deskOf } from '../desk.ts';
import { at } from '../moments.ts';
import { talkFor } from '../scene.ts';
import { SECRETARIS, UWV } from '../talk.ts';

describe('changing the run-up', () => {
  const talk = talkFor('postgres');

  const say = (words: string) => talk.say(SECRETARIS, words);
  const rows = () => talk.inRegio((tx) => tx.aanloopstap.findMany({ orderBy: { stap: 'asc' } }));
  const planned = (soort: 'uitvraag' | 'coulance') =>
    talk.inRegio((tx) =>
      tx.herinnering.findMany({ where: { soort }, distinct: ['geplandOp'], select: { geplandOp: true } }),
    );

  test('in one line plans every vergadering to come again, at once', async () => {
    await say('overleg plan 12 april 2027');
    const text = await say('overleg aanloop RBA uitvraag 12 werkdagen ervoor 10:00');
    expect(text).toContain(
      'Opgeslagen bij uitvraag: dag 15 werkdagen ervoor → 12 werkdagen ervoor, tijd 09:00 uur → 10:00 uur.',
    );
    expect(text).toContain('De berichten van 2 vergaderingen zijn opnieuw gepland.');
    expect(text).toContain('Gewijzigd door Ambtelijk secretaris, 23 november 2026, 09:00 uur');
    const moments = (await planned('uitvraag')).map(({ geplandOp }) => geplandOp.toTemporalInstant());
    expect(moments.map(String).sort()).toEqual([at('2026-12-22T10:00'), at('2027-03-24T10:00')].map(String));
    expect(await rows()).toMatchObject([{ stap: 'uitvraag', werkdagen: -12, tijd: '10:00', aan: null }]);
  });

  test('is not for others', async () => {
    expect(await talk.say(UWV, 'overleg aanloop coulance uit')).toContain('Alleen de secretaris');
    expect(await rows()).toEqual([]);
  });

  test('a step that is off is not sent; back to the default it is, and leaves no row', async () => {
    const text = await say('overleg aanloop RBA coulance uit');
    expect(text).toContain('stand aan → uit. De berichten van 1 vergadering zijn opnieuw gepland.');
    expect(await planned('coulance')).toEqual([]);
    expect(await say('Coulance zoals standaard')).toContain('stand uit → aan');
    expect(await planned('coulance')).toHaveLength(1);
    expect(await rows()).toEqual([]);
    expect(await say('overleg RBA aanloop coulance standaard')).toContain(
      'Er verandert niets: zo is het al.',
    );
  });

  test('of another overleg leaves this one as it is', async () => {
    await say('overleg aanloop REO uitvraag uit');
    expect(await planned('uitvraag')).toHaveLength(1);
  });

  test('has to name the overleg where several have a vergadering to come', async () => {
    await say('overleg plan REO 14 april 2027');
    expect(await say('overleg aanloop uitvraag uit')).toContain('Er staat meer dan één overleg gepland');
    expect(await rows()).toEqual([]);
  });

  test.each([
    [
      'herinnering 15 werkdagen',
      '«herinnering» moet na «uitvraag» (15 werkdagen ervoor) komen. Kies hoogstens 14 werkdagen ervoor',
    ],
    [
      'uitvraag 10',
      '«uitvraag» moet vóór «herinnering» (10 werkdagen ervoor) komen. Kies minstens 11 werkdagen ervoor',
    ],
    ['aanlevertermijn 2 werkdagen erna', 'De aanloop is er vóór de vergadering'],
    ['coulance 9', '«coulance» moet na «aanlevertermijn» (8 werkdagen ervoor) komen'],
    ['stukken 9', '«stukken rond» moet niet vóór «aanlevertermijn»'],
    ['aanlevertermijn uit', 'Zet eerst de coulance uit.'],
    ['dag ervoor op de dag zelf 10:00', 'De vergadering begint om 10:00 uur. Kies een eerdere tijd'],
    ['uitvraag 61 werkdagen', 'Kies een aantal werkdagen ervoor, van 0'],
    ['uitvraag 10:05', 'Kies een tijd tussen 07:00 en 18:00, op het kwartier.'],
    ['uitvraag 18:15', 'Kies een tijd tussen 07:00 en 18:00, op het kwartier.'],
    ['uitvraag aan leden', 'Uitvraag kan alleen naar: trekkers.'],
    ['uitvraag misschien', 'Ik begrijp «misschien» niet.'],
    [`uitvraag tekst ${'a'.repeat(301)}`, 'Hoogstens 300 tekens. Dit zijn er 301.'],
  ])('to «%s» is refused, with what to do', async (words, why) => {
    expect(await say(`overleg aanloop RBA ${words}`)).toContain(why);
    expect(await rows()).toEqual([]);
  });

  test('warns of an hour at which most are not written to, and of a day that has passed', async () => {
    expect(await say('overleg aanloop RBA uitvraag 07:00')).toContain('⚠ Let op');
    await talk.inRegio((tx) => tx.aanloopstap.deleteMany());
    const text = await say('overleg aanloop RBA agendacommissie 40 werkdagen');
    expect(text).toMatch(/⚠ Die dag is al geweest: \d+ bericht(?:en gaan| gaat) nu meteen\./);
  });

  test('in a form keeps what was typed until it makes sense', async () => {
    const desk = deskOf(talk, SECRETARIS);
    await desk.say('overleg aanloop');
    expect(await desk.press('Aankondiging wijzigen')).toContain('Voor wie');
    expect(
      await desk.fill({ werkdagen: '0', tijd: '9:05', aan: 'secretaris', tekst: 'Tot snel!' }),
    ).toContain('Kies een tijd tussen 07:00 en 18:00');
    expect(await desk.fill({ tijd: '09:15' })).toContain('«aankondiging» moet vóór «dag ervoor»');
    const text = await desk.fill({ werkdagen: '4' });
    expect(text).toContain('dag 5 werkdagen ervoor → 4 werkdagen ervoor');
    expect(text).toContain('voor de leden → de secretaris');
    expect(text).toContain('«Tot snel!»');
    expect(await rows()).toMatchObject([
      {
        stap: 'aankondiging',
        werkdagen: -4,
        tijd: '09:15',
        aan: 'secretaris',
        tekst: 'Tot snel!',
        actief: null,
      },
    ]);
  });

  test('its text is what people read', async () => {
    await say('overleg aanloop RBA uitvraag tekst: Graag jouw update voor het RBA.');
    await talk.passTo(at('2026-12-17T12:00'));
    expect(talk.sent.find(({ to }) => to === UWV)?.text).toContain('Graag jouw update voor het RBA.');
  });
});
