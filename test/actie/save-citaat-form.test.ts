import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/chat/platform.ts';
import { cardText } from '../../src/chat/text.ts';
import { at, START } from '../moments.ts';
import { requestOf } from '../request.ts';
import { talkFor } from '../scene.ts';
import { SECRETARIS, UWV } from '../talk.ts';

const LINK = 'https://haarlem.slack.com/archives/C1/p1700000000000100';

describe('an update made of a message', () => {
  const talk = talkFor('postgres');

  const handIn = (filled: Record<string, string>, email = UWV): Promise<Answer> =>
    talk.ask(
      requestOf(email, {
        command: 'citaat.opslaan',
        input: {
          link: LINK,
          sinds: START.toString(),
          actie: '#4',
          status: 'blijft',
          toelichting: 'Convenant getekend',
          ...filled,
        },
      }),
    );
  const said = (answer: Answer) => (answer.kind === 'card' ? cardText(answer.card) : expect.fail('a form'));
  const shown = (answer: Answer) => (answer.kind === 'form' ? answer.form : expect.fail('a card'));
  const errors = (answer: Answer) =>
    shown(answer).fields.flatMap(({ name, error }) => (error ? [[name, error]] : []));
  const updates = () => talk.inRegio((tx) => tx.update.findMany());

  test('says what the message said, with a link to it', async () => {
    const answer = said(await handIn({ status: 'loopt' }));
    expect(answer).toContain('📝 Nader uit te werken → 🟢 Loopt');
    expect(answer).toContain(`Document: ${LINK}`);
    expect(await updates()).toMatchObject([{ toelichting: 'Convenant getekend', document: LINK }]);
  });

  test('leaves the status as it is, and a document that was there', async () => {
    await handIn({ link: 'https://example.nl/convenant', status: 'loopt' });
    talk.clock.moveTo(at('2026-11-24T10:00'));
    const answer = said(await handIn({ sinds: at('2026-11-24T09:59').toString(), toelichting: 'En verder' }));
    expect(answer).toContain('🟢 Loopt (ongewijzigd)');
    expect((await updates()).map(({ document }) => document)).toEqual([
      'https://example.nl/convenant',
      'https://example.nl/convenant',
    ]);
  });

  test.each([
    [{ actie: '#12' }, 'actie', 'Alleen de trekkers en de secretaris'],
    [{ actie: 'ander', ander: 'actie 999' }, 'ander', 'Actie #999 bestaat niet'],
    [{ actie: 'ander', ander: 'die ene' }, 'ander', 'Vul het nummer van de actie in'],
    [{ toelichting: '' }, 'toelichting', 'Schrijf erbij'],
    [{ toelichting: 'x'.repeat(3001) }, 'toelichting', 'is 3001 tekens lang'],
  ])('is refused at its field, with everything kept: %o', async (filled, veld, why) => {
    const answer = await handIn(filled);
    expect(errors(answer)).toEqual([[veld, expect.stringContaining(why)]]);
    expect(shown(answer).fields.find(({ name }) => name === 'toelichting')?.value).toBe(
      'toelichting' in filled ? filled.toelichting : 'Convenant getekend',
    );
    expect(await updates()).toEqual([]);
  });

  test('comes back with what somebody else reported meanwhile, and is saved the second time', async () => {
    talk.clock.moveTo(at('2026-11-23T09:05'));
    await talk.say(SECRETARIS, 'actie 4 loopt De minister is akkoord');
    talk.clock.moveTo(at('2026-11-23T09:06'));
    const form = shown(await handIn({ status: 'vertraagd' }));
    expect(form.intro).toContain('🟢 Loopt. De minister is akkoord');
    expect(form.submit.label).toBe('Toch opslaan');
    const again = { sinds: String(form.submit.input['sinds']), status: 'vertraagd' };
    expect(said(await handIn(again))).toContain('🟢 Loopt → 🟠 Vertraagd');
  });

  test('handed in twice is once, and the second says so', async () => {
    talk.clock.moveTo(at('2026-11-23T09:05'));
    await handIn({});
    expect(said(await handIn({}))).toContain('Al verwerkt op 23 november 2026, 09:05 uur bij #4');
    expect(await updates()).toHaveLength(1);
  });
});
