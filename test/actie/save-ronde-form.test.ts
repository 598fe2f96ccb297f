import { describe, expect, test } from 'vitest';
import type { Input } from '../../src/chat/card.ts';
import type { Answer } from '../../src/chat/platform.ts';
import { cardText } from '../../src/chat/text.ts';
import { KINDS } from '../database.ts';
import { requestOf } from '../request.ts';
import { talkFor } from '../scene.ts';
import { SECRETARIS, UWV } from '../talk.ts';

describe.each(KINDS)('reporting on all acties at once, on %s', (kind) => {
  const talk = talkFor(kind);

  const ask = (email: string, command: string, input: Input): Promise<Answer> =>
    talk.ask(requestOf(email, { command, input }));
  /** Opens the form; what it gives hands it in, with these fields filled in. */
  const opened = async (email = UWV) => {
    const answer = await ask(email, 'ronde.formulier', {});
    const form = answer.kind === 'form' ? answer.form : expect.fail('no form');
    const values = Object.fromEntries(form.fields.map(({ name, value }) => [name, value ?? '']));
    return (filled: Record<string, string>) =>
      ask(email, 'ronde.opslaan', { ...form.submit.input, ...values, ...filled });
  };
  const said = (answer: Answer) => (answer.kind === 'card' ? cardText(answer.card) : expect.fail('a form'));
  const shown = (answer: Answer) => (answer.kind === 'form' ? answer.form : expect.fail('a card'));
  const updates = () => talk.inRegio((tx) => tx.update.findMany({ orderBy: { actieId: 'asc' } }));

  const LOOPT = { keuze_4: 'loopt', toelichting_4: 'Gesprekken gevoerd' };

  test('registers each that was filled in, with a logregel each', async () => {
    const answer = await (await opened())({ keuze_3: 'ongewijzigd', ...LOOPT });
    expect(said(answer)).toContain('Geregistreerd bij 2 acties.');
    expect(await updates()).toMatchObject([
      { soort: 'ongewijzigd' },
      { soort: 'gewijzigd', statusNaar: 'loopt', toelichting: 'Gesprekken gevoerd' },
    ]);
    expect(await talk.inRegio((tx) => tx.logregel.count({ where: { wat: 'update' } }))).toBe(2);
  });

  test('keeps a toelichting when the status stays', async () => {
    await (await opened())({ keuze_4: 'ongewijzigd', toelichting_4: 'Nog in gesprek' });
    expect(await updates()).toMatchObject([
      { soort: 'gewijzigd', statusNaar: 'nader_uit_te_werken', toelichting: 'Nog in gesprek' },
    ]);
  });

  test('a rule that says no to one brings the form back, with all that was typed and nothing saved', async () => {
    const form = shown(await (await opened())({ keuze_3: 'vertraagd', ...LOOPT }));
    expect(form.fields.filter(({ error }) => error)).toMatchObject([
      { name: 'toelichting_3', error: expect.stringContaining('Schrijf er in één zin bij waarom') },
    ]);
    expect(form.fields).toContainEqual(
      expect.objectContaining({ name: 'toelichting_4', value: 'Gesprekken gevoerd' }),
    );
    expect(form.fields).toContainEqual(expect.objectContaining({ name: 'keuze_3', value: 'vertraagd' }));
    expect(await updates()).toEqual([]);
  });

  test('what was written without a choice is asked about', async () => {
    const form = shown(await (await opened())({ toelichting_4: 'Gesprekken gevoerd' }));
    expect(form.fields.find(({ name }) => name === 'keuze_4')?.error).toContain('Kies ook een status');
    expect(await updates()).toEqual([]);
  });

  test('shows both texts of the one that somebody was ahead on, and keeps the others', async () => {
    const handIn = await opened();
    await talk.say(SECRETARIS, 'actie 4 vertraagd De minister aarzelt');
    const form = shown(await handIn({ keuze_3: 'ongewijzigd', ...LOOPT }));
    expect(form.intro).toContain('intussen iets gemeld bij #4.');
    expect(form.fields.find(({ name }) => name === 'keuze_4')).toMatchObject({
      value: 'loopt',
      hint: expect.stringContaining('Intussen gewijzigd: 🟠 Vertraagd. De minister aarzelt'),
    });
    expect(form.fields.find(({ name }) => name === 'keuze_3')).toMatchObject({ value: 'ongewijzigd' });
    expect(form.submit.label).toBe('Toch opslaan');
    expect(await updates()).toHaveLength(1);
    const values = Object.fromEntries(form.fields.map(({ name, value }) => [name, value ?? '']));
    const done = said(await ask(UWV, 'ronde.opslaan', { ...form.submit.input, ...values }));
    expect(done).toContain('🟠 Vertraagd → 🟢 Loopt · Gesprekken gevoerd');
  });

  test('what another reported on an actie that is skipped is no reason to ask', async () => {
    const handIn = await opened();
    await talk.say(SECRETARIS, 'actie 3 vertraagd De minister aarzelt');
    expect(said(await handIn(LOOPT))).toContain('Geregistreerd bij 1 actie.');
  });

  test('handed in twice is once, and the second says so', async () => {
    const handIn = await opened();
    await handIn(LOOPT);
    expect(said(await handIn(LOOPT))).toContain('Al verwerkt: je melding bij 1 actie stond er al.');
    expect(await updates()).toHaveLength(1);
  });

  test('handed in by two at once registers the one, and asks the other', async () => {
    const [first, second] = [await opened(UWV), await opened('trekker@haarlem.example')];
    const filled = (toelichting: string) => ({
      keuze_11: 'loopt',
      toelichting_11: toelichting,
      keuze_15: 'loopt',
    });
    const answers = await Promise.all([first(filled('Van UWV')), second(filled('Van Haarlem'))]);
    expect(answers.map(({ kind }) => kind).toSorted()).toEqual(['card', 'form']);
    expect(await updates()).toHaveLength(2);
    expect(new Set((await updates()).map(({ persoonId }) => persoonId)).size).toBe(1);
  });

  test('saves nothing of it when one of the acties is not for who reports', async () => {
    const input = {
      acties: [
        [4, 0],
        [12, 0],
      ],
      wacht: false,
      ...LOOPT,
      keuze_12: 'loopt',
    } satisfies Input;
    expect(said(await ask(UWV, 'ronde.opslaan', input))).toContain('iets melden bij actie #12');
    expect(await updates()).toEqual([]);
  });

  test('with everything skipped says that nothing was registered, and goes on with the rest', async () => {
    const answer = said(await (await opened(SECRETARIS))({}));
    expect(answer).toContain('Je hebt alles overgeslagen. Er is niets gemeld.');
    expect(answer).toContain('[Nog 1: ga verder]');
    expect(await updates()).toEqual([]);
  });

  test('each has its own way back, and the others stand', async () => {
    await (await opened())({ keuze_3: 'loopt', ...LOOPT });
    const [first] = await updates();
    const undo = () => ask(UWV, 'ronde.ongedaan', { nummer: 3, update: first?.id ?? 0 });
    const answer = await undo();
    expect(said(answer)).toContain('Ongedaan gemaakt bij #3');
    expect(answer).toMatchObject({ inPlace: false });
    expect(said(await undo())).toContain('Al verwerkt');
    expect(await talk.say(UWV, 'actie 4')).toContain('🟢 Loopt');
  });
});
