import { describe, expect, test } from 'vitest';
import { cardText } from '../../src/chat/text.ts';
import { requestOf } from '../request.ts';
import { talkFor } from '../scene.ts';
import { SECRETARIS, UWV } from '../talk.ts';

const LEZER = 'bestuurder@uwv.example';

describe('the form to report on an actie', () => {
  const talk = talkFor('postgres');

  const updates = () => talk.inRegio((tx) => tx.update.findMany());

  test('asks for status and toelichting, and registers them', async () => {
    expect(await talk.say(UWV, 'actie 4 bijwerken')).toContain('Leeg laten: 📝 Nader uit te werken');
    expect(await talk.say(UWV, 'loopt')).toContain('Toelichting?');
    expect(await talk.say(UWV, 'Eerste gesprekken gevoerd')).toContain('Volgende stap?');
    expect(await talk.say(UWV, 'opslaan')).toContain('📝 Nader uit te werken → 🟢 Loopt');
    expect(await updates()).toMatchObject([
      { statusNaar: 'loopt', toelichting: 'Eerste gesprekken gevoerd' },
    ]);
  });

  test('comes back with what was filled in and the rule at its field', async () => {
    await talk.say(UWV, 'actie 4 bijwerken');
    await talk.say(UWV, 'vertraagd');
    const again = await talk.say(UWV, 'opslaan');
    expect(again).toContain('Leeg laten: 🟠 Vertraagd');
    expect(await talk.say(UWV, '')).toContain('⚠ Schrijf er in één zin bij waarom');
    await talk.say(UWV, 'Wachten op besluit');
    expect(await talk.say(UWV, 'opslaan')).toContain('→ 🟠 Vertraagd');
    expect(await updates()).toHaveLength(1);
  });

  test('asks for a volgende stap, a date in words, a knelpunt and a link, and fills them in the next time', async () => {
    await talk.say(UWV, 'actie 4 bijwerken');
    for (const line of ['loopt', 'Gesprekken gevoerd', 'Convenant', 'eind maart', 'Geen budget']) {
      await talk.say(UWV, line);
    }
    const done = await talk.say(UWV, 'www.example.nl/plan');
    expect(done).toContain('Verwachte datum: 31 maart 2027');
    expect(done).toContain('Bespreken in het overleg: Geen budget');
    expect(done).toContain('Document: https://www.example.nl/plan');
    expect(await talk.say(LEZER, 'actie 4')).toContain('Volgende stap: Convenant');
    await talk.say(UWV, 'actie 4 bijwerken');
    await talk.say(UWV, '');
    expect(await talk.say(UWV, '')).toContain('Leeg laten: Convenant');
    expect(await talk.say(UWV, 'stop')).toContain('Er is niets opgeslagen');
  });

  test.each([
    ['31 februari', '31 februari bestaat niet'],
    ['ooit', 'Ik begrijp de datum «ooit» niet.'],
    ['1 november 2026', 'al geweest'],
  ])('refuses the date «%s» at its field, and keeps the rest', async (date, why) => {
    await talk.say(UWV, 'actie 4 bijwerken');
    for (const line of ['loopt', 'Gesprekken gevoerd', 'Convenant', date]) await talk.say(UWV, line);
    await talk.say(UWV, 'opslaan');
    for (const line of ['', '']) await talk.say(UWV, line);
    const field = await talk.say(UWV, '');
    expect(field).toContain(why);
    expect(field).toContain(`Leeg laten: ${date}`);
    expect(await updates()).toEqual([]);
    await talk.say(UWV, 'morgen');
    expect(await talk.say(UWV, 'opslaan')).toContain('Volgende stap: Convenant');
  });

  test('refuses what is no link, and a date that slips without a reason', async () => {
    await talk.say(UWV, 'actie 4 bijwerken');
    for (const line of ['loopt', 'Gestart', '', '1 maart 2027', '']) await talk.say(UWV, line);
    await talk.say(UWV, 'in de map');
    for (const line of ['', '', '', '']) await talk.say(UWV, line);
    expect(await talk.say(UWV, '')).toContain('Dit is geen link');
    expect(await talk.say(UWV, '-')).toContain('Geregistreerd');
    await talk.say(UWV, 'actie 4 bijwerken');
    for (const line of ['', '', '', '1 juni 2027']) await talk.say(UWV, line);
    await talk.say(UWV, 'opslaan');
    expect(await talk.say(UWV, '')).toContain('De verwachte datum was 1 maart 2027');
    await talk.say(UWV, 'De aanbesteding duurt langer');
    expect(await talk.say(UWV, 'opslaan')).toContain('Verwachte datum: 1 maart 2027 → 1 juni 2027');
  });

  test('comes back when somebody was ahead, with both texts, and saves the second time', async () => {
    await talk.say(UWV, 'actie 4 bijwerken');
    await talk.say(SECRETARIS, 'actie 4 loopt De minister is akkoord');
    await talk.say(UWV, 'vertraagd');
    await talk.say(UWV, 'Wachten op besluit');
    const again = await talk.say(UWV, 'opslaan');
    expect(again).toContain('Intussen gewijzigd door Ambtelijk secretaris op 23 november 2026, 09:00 uur');
    expect(again).toContain('De minister is akkoord');
    expect(again).toContain('Ambtelijk secretaris schreef: «🟢 Loopt»');
    expect(await updates()).toHaveLength(1);
    const second = await talk.say(UWV, '');
    expect(second).toContain('Ambtelijk secretaris schreef: «De minister is akkoord»');
    expect(second).toContain('Leeg laten: Wachten op besluit');
    expect(await talk.say(UWV, 'opslaan')).toContain('🟢 Loopt → 🟠 Vertraagd');
  });

  test('keeps what somebody else changed meanwhile in a field that was not touched', async () => {
    await talk.say(UWV, 'actie 4 bijwerken');
    await talk.say(SECRETARIS, 'actie 4 bijwerken');
    for (const line of ['', '', 'Convenant tekenen']) await talk.say(SECRETARIS, line);
    await talk.say(SECRETARIS, 'opslaan');
    for (const line of ['loopt', 'Gestart']) await talk.say(UWV, line);
    expect(await talk.say(UWV, 'opslaan')).toContain('Intussen gewijzigd door Ambtelijk secretaris');
    await talk.say(UWV, 'opslaan');
    expect(await talk.say(LEZER, 'actie 4')).toContain('Volgende stap: Convenant tekenen');
    expect(await talk.say(LEZER, 'actie 4')).toContain('Gestart');
  });

  test('handed in twice is once, and the second says so', async () => {
    const filled = { status: 'loopt', toelichting: 'Eerste gesprekken gevoerd' };
    const input = {
      nummer: 4,
      na: 0,
      volgendeStap: '',
      verwachtOp: '',
      knelpunt: '',
      document: '',
      ...filled,
    };
    const handIn = async () => {
      const answer = await talk.ask(requestOf(UWV, { command: 'update.opslaan', input }));
      return answer.kind === 'form' ? answer.form.title : cardText(answer.card);
    };
    expect(await handIn()).toContain('Geregistreerd bij #4');
    expect(await handIn()).toContain('Al verwerkt op 23 november 2026, 09:00 uur bij #4');
    expect(await updates()).toHaveLength(1);
  });

  test('is stopped without writing anything', async () => {
    await talk.say(UWV, 'actie 4 bijwerken');
    expect(await talk.say(UWV, 'stop')).toContain('Er is niets opgeslagen');
    expect(await talk.say(UWV, 'actie 4')).toContain('Nog geen update');
  });
});
