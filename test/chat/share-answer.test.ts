import { describe, expect, test } from 'vitest';
import { buttonsOf } from '../../src/chat/card.ts';
import type { Answer, Channel, Request } from '../../src/chat/platform.ts';
import { cardText } from '../../src/chat/text.ts';
import { KINDS } from '../database.ts';
import { requestOf } from '../request.ts';
import { talkFor } from '../scene.ts';
import { SECRETARIS, UWV } from '../talk.ts';

const SHARE = 'Deel in dit kanaal';
const ACTIE = { command: 'actie.toon', input: { nummer: 4 } };
const BESTUURDER = 'bestuurder@uwv.example';

/** A card in a channel that only its asker sees. */
const KANAAL: Channel = { id: 'C1', address: {}, message: 'm1' };

describe.each(KINDS)('sharing an answer, on %s', (kind) => {
  const talk = talkFor(kind);

  const ask = (say: Request['say'], change: Partial<Request> & { email?: string } = {}) => {
    const { email = UWV, ...more } = change;
    return talk.ask({ ...requestOf(email, say), channel: KANAAL, ...more });
  };
  const say = (text: string, change?: Parameters<typeof ask>[1]) => ask({ text }, change);
  const share = (call: object, change?: Parameters<typeof ask>[1]) =>
    ask({ command: 'deel', input: { ...call } }, change);
  const shareButton = (answer: Answer) =>
    answer.kind === 'card' ? buttonsOf(answer.card).find(({ label }) => label === SHARE) : undefined;
  const textOf = (answer: Answer) =>
    answer.kind === 'form' ? answer.form.title : `${answer.kind}: ${cardText(answer.card)}`;
  const logregels = () =>
    talk.inRegio((tx) => tx.logregel.findMany({ include: { persoon: true }, orderBy: { id: 'asc' } }));

  test.each([
    ['an actie', 'actie 4', '#4 Intensieve samenwerking'],
    ['a list', 'acties thema 4', '· thema 4'],
    ['the history of an actie', 'actie 4 historie', 'Nog geen update.'],
    ['the whole', 'stand', 'Stand van de doe-agenda: 46 acties'],
    ['what has changed', 'sinds 1 oktober', 'Veranderd sinds donderdag 1 oktober 2026'],
    ['the next vergadering', 'overleg', 'maandag 11 januari 2027 om 10:00 uur'],
    ['the synoniemen', 'synoniemen', 'synoniemen'],
    ['an actie found by words', 'zoek mobilteitsteams', '#4 Intensieve samenwerking'],
    ['a question in plain words', 'hoe staat het met de mobiliteitsteams?', '#4 Intensieve samenwerking'],
    ['a question that means a list', 'welke acties trekt de RMC', '5 acties · trekker RMC-netwerk'],
  ])('%s in a channel has a button, and pressing it shows the same to everybody', async (_, text, sees) => {
    const button = shareButton(await say(text)) ?? expect.fail('no button');
    const shared = await ask({ command: button.command, input: button.input });
    if (shared.kind !== 'shared') throw new Error(textOf(shared));
    expect(cardText(shared.card)).toContain(sees);
    expect(cardText(shared.card)).toMatch(/Stand van 23 november 2026, 09:00 uur/);
    expect(cardText(shared.card)).toMatch(/\nGedeeld door Trekker UWV \(UWV\)$/);
    expect(buttonsOf(shared.card)).toEqual([]);
    expect(shareButton(await say(text, { channel: undefined }))).toBeUndefined();
  });

  test.each([
    'acties mijn',
    'wat moet ik nog doen',
    'help',
    'actie 120',
    'actie jongeren',
    'acties woorden ruimtevaartuig',
    'hoe laat gaat de trein',
    'actie 4 bijwerken',
    'actie 4 loopt Eerste gesprekken gevoerd',
    'actie 4 ongewijzigd',
  ])('is not offered under «%s»', async (text) => {
    expect(shareButton(await say(text))).toBeUndefined();
  });

  test.each([
    ['a list about the own organisatie', { command: 'acties', input: { filter: 'mijn' } }],
    ['a question about the own organisatie', { command: 'vraag', input: { vraag: 'wat moet ik nog doen' } }],
    ['a question back', { command: 'actie.zoek', input: { woorden: 'jongeren' } }],
    ['help', { command: 'help', input: {} }],
    ['a command that changes', { command: 'update.ongewijzigd', input: { nummer: 4, na: 0 } }],
    ['itself', { command: 'deel', input: ACTIE }],
    ['a command that does not exist', { command: 'bestaat.niet', input: {} }],
    ['a command with nonsense', { command: 'actie.toon', input: { nummer: 'x' } }],
  ])('of %s is refused, and nothing is written', async (_, call) => {
    expect(textOf(await share(call))).toContain('card: Dit antwoord is alleen voor jou');
    expect(await logregels()).toEqual([]);
    expect(await talk.inRegio((tx) => tx.update.count())).toBe(0);
  });

  test('of a form shares nothing, also for who may fill it in', async () => {
    const answer = await share({ command: 'update.formulier', input: { nummer: 4 } });
    expect(textOf(answer)).toMatch(/^card: .*Alleen de trekkers en de secretaris/);
    expect(await logregels()).toEqual([]);
  });

  test('of what does not exist says so to the presser only', async () => {
    expect(textOf(await share({ command: 'actie.toon', input: { nummer: 120 } }))).toBe(
      'card: Actie #120 bestaat niet. De nummers lopen van 1 tot en met 46.',
    );
  });

  test('one to one is refused', async () => {
    const text = textOf(await share(ACTIE, { channel: undefined }));
    expect(text).toContain('card: Delen kan alleen in een kanaal of een groep');
    expect(await logregels()).toEqual([]);
  });

  test('by somebody who is not known shows nothing', async () => {
    const text = textOf(await share(ACTIE, { email: 'iemand@elders.example' }));
    expect(text).toContain('card: We kennen elkaar nog niet');
  });

  test('is in the log: who, what and where', async () => {
    await share(ACTIE, { email: BESTUURDER });
    expect(await logregels()).toMatchObject([
      {
        wat: 'gedeeld',
        platform: 'console',
        persoon: { email: BESTUURDER },
        inhoud: { ...ACTIE, kanaal: 'C1' },
      },
    ]);
  });

  test('happens once for a card, however often its button is pressed or the press is delivered', async () => {
    const id = crypto.randomUUID();
    const presses = [share(ACTIE, { id }), share(ACTIE, { id }), share(ACTIE), share(ACTIE)];
    const texts = (await Promise.all(presses)).map(textOf);
    expect(texts.filter((text) => text.startsWith('shared: '))).toHaveLength(1);
    const told = texts.filter((text) => text.startsWith('card: Dit antwoord is al gedeeld in dit kanaal.'));
    expect(told).toHaveLength(3);
    expect(await logregels()).toHaveLength(1);
  });

  test('happens again for another card, and for another page on the same card', async () => {
    const page = (pagina: number) => ({ command: 'acties', input: { pagina } });
    expect(textOf(await share(page(1)))).toContain('Pagina 1 van 6');
    expect(textOf(await share(page(2)))).toMatch(/^shared: [\s\S]*Pagina 2 van 6/);
    expect(textOf(await share(page(1)))).toContain('al gedeeld');
    expect(textOf(await share(page(1), { channel: { id: 'C1', address: {}, message: 'm2' } }))).toMatch(
      /^shared: /,
    );
    expect(textOf(await share(page(1), { channel: { id: 'C2', address: {}, message: 'm1' } }))).toMatch(
      /^shared: /,
    );
    expect(textOf(await share(page(1), { email: BESTUURDER }))).toMatch(/^shared: /);
  });

  test('that is refused does not count as shared', async () => {
    await share({ command: 'acties', input: { filter: 'mijn' } });
    expect(await talk.inRegio((tx) => tx.handledRequest.count())).toBe(0);
  });

  test('shows what holds then, not what was on the card', async () => {
    await say('actie 4 loopt Eerste gesprekken gevoerd');
    expect(textOf(await share(ACTIE))).toContain('🟢 Loopt');
  });

  test('by the secretaris shows no more than everybody may see', async () => {
    const private_ = await say('overleg', { email: SECRETARIS });
    expect(textOf(private_)).toContain('Aanloop');
    const button = shareButton(private_) ?? expect.fail('no button');
    const shared = textOf(await ask({ command: button.command, input: button.input }, { email: SECRETARIS }));
    expect(shared).toContain('shared: Regionaal Beraad Arbeidsmarkt');
    expect(shared).toContain('Gedeeld door Ambtelijk secretaris');
    expect(shared).not.toContain('Aanloop');
  });

  test('stays within the regio of the presser', async () => {
    const { id: regioId } = await talk.db.owner.regio.create({ data: { code: 'elders', naam: 'Elders' } });
    await talk.db.owner.installation.create({ data: { platform: 'slack', tenant: 'T-elders', regioId } });
    await talk.db.inRegio(regioId, async (tx) => {
      const { id: organisatieId } = await tx.organisatie.create({
        data: { code: 'x', naam: 'X', soort: 'gemeente' },
      });
      await tx.persoon.create({
        data: { naam: 'Ilse', email: 'ilse@elders.example', organisatieId, rol: 'lezer' },
      });
    });
    const there = { platform: 'slack', tenant: 'T-elders', email: 'ilse@elders.example' } as const;
    expect(textOf(await share(ACTIE, there))).toContain('card: Er staan nog geen acties in de doe-agenda.');
    expect(textOf(await share({ command: 'acties', input: {} }, there))).toContain(
      'shared: Doe-agenda: 0 acties',
    );
  });
});
