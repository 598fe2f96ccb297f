import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Request } from '../../src/chat/platform.ts';
import { cardText } from '../../src/chat/text.ts';
import { KINDS } from '../database.ts';
import { type Talk, talkOn, UWV } from '../talk.ts';

describe.each(KINDS)('a request, on %s', (kind) => {
  let talk: Talk;
  beforeAll(async () => {
    talk = await talkOn(kind);
  });
  afterAll(() => talk.close());

  const ask = async (change: Partial<Request>, email: string | undefined = UWV) => {
    const account = { id: `U-${email}`, address: { user: email ?? null }, email: async () => email };
    const base: Request = {
      id: crypto.randomUUID(),
      platform: 'console',
      tenant: 'console',
      account,
      say: { text: 'help' },
    };
    const answer = await talk.ask({ ...base, ...change });
    return answer.kind === 'form' ? answer.form.title : cardText(answer.card);
  };

  test('of somebody whose address is not known says who can help', async () => {
    const text = await ask({}, 'nieuw@elders.example');
    expect(text).toContain('Ik ken het adres nieuw@elders.example nog niet');
    expect(text).toContain('Vraag Ambtelijk secretaris (secretaris@haarlem.example) om je toe te voegen');
  });

  test('of somebody without an address in the profile says what to do', async () => {
    const account = { id: 'U-0', address: {}, email: async () => undefined };
    expect(await ask({ account })).toContain('Zet je e-mailadres in je profiel');
  });

  test('recognises an address in any case, and asks for it once', async () => {
    let asked = 0;
    const account = {
      id: 'U-case',
      address: {},
      email: async () => {
        asked += 1;
        return 'Trekker@UWV.example';
      },
    };
    expect(await ask({ account })).toContain('Trekker UWV');
    expect(await ask({ account })).toContain('Trekker UWV');
    expect(asked).toBe(1);
  });

  test('keeps the address of an account as it is now', async () => {
    const account = (url: string) => ({ id: 'U-moved', address: { url }, email: async () => UWV });
    await ask({ account: account('a') });
    await ask({ account: account('b') });
    const row = await talk.inRegio((tx) => tx.account.findFirst({ where: { accountId: 'U-moved' } }));
    expect(row?.address).toEqual({ url: 'b' });
  });

  test('from a workspace that belongs to no regio shows nothing', async () => {
    expect(await ask({ tenant: 'T-elders' })).toContain('nog niet aan een arbeidsmarktregio gekoppeld');
  });

  test.each([
    ['a button of an earlier version', { command: 'bestaat.niet', input: {} }],
    ['a button with nonsense on it', { command: 'update.ongedaan', input: { nummer: 'x' } }],
  ])('of %s says how to go on', async (_, say) => {
    expect(await ask({ say })).toContain('Deze knop hoort bij een ouder bericht');
  });

  test('that is not understood says so, and what it looked for', async () => {
    const text = await ask({ say: { text: 'hoe laat gaat de trein' } });
    expect(text).toMatch(/^Niet gevonden\. Ik zocht in de acties naar «.*trein.*»/);
  });

  test('of somebody who could not be reached before brings what was missed', async () => {
    const { id } = await talk.inRegio((tx) => tx.persoon.findFirstOrThrow({ where: { email: UWV } }));
    const at = new Date(talk.clock.now().epochMilliseconds);
    const row = { persoonId: id, soort: 'herinnering', inhoud: {} };
    const { id: berichtId } = await talk.inRegio(async (tx) => {
      const missed = { ...row, status: 'mislukt' as const, gemaaktOp: at, volgendeOp: at };
      const bericht = await tx.bericht.create({ data: missed });
      const first = await tx.herinnering.findFirstOrThrow({ where: { persoonId: id } });
      await tx.herinnering.updateMany({ where: { id: first.id }, data: { berichtId: bericht.id } });
      return bericht;
    });
    await ask({ account: { id: 'U-first', address: {}, email: async () => UWV } });
    const { status } = await talk.inRegio((tx) => tx.bericht.findFirstOrThrow({ where: { id: berichtId } }));
    expect(status).toBe('wacht');
  });

  test('that is refused gives a longer text back', async () => {
    const text = 'actie 5 loopt Dit is een hele lange zin die je niet nog eens wilt typen';
    expect(await ask({ say: { text } })).toContain(`Dit schreef je: ${text}`);
  });

  test('keeps what is known of an address when the platform does not say it again', async () => {
    const account = (address: Record<string, string>) => ({ id: 'U-part', address, email: async () => UWV });
    await ask({ account: account({ url: 'a', conversation: 'c' }) });
    await ask({ account: account({ url: 'b' }) });
    const found = await talk.inRegio((tx) => tx.account.findFirst({ where: { accountId: 'U-part' } }));
    expect(found?.address).toEqual({ url: 'b', conversation: 'c' });
  });

  test('that breaks gives back what was typed, with a reference', async () => {
    const email = async () => {
      throw new Error('boom');
    };
    const account = { id: 'U-broken', address: {}, email };
    const text = await ask({ id: 'req-12345678', account, say: { text: 'actie 4 loopt Belangrijke tekst' } });
    expect(text).toContain('Er ging iets mis');
    expect(text).toContain('actie 4 loopt Belangrijke tekst');
    expect(text).toContain('kenmerk 12345678');
  });

  test.each([
    '\u0000',
    '   ',
    '\u202e\u200f',
    '💥'.repeat(5000),
    'x'.repeat(40_000),
    'actie \u0000 12',
    '\ud800',
  ])('of any kind is answered', async (text) => {
    expect((await ask({ say: { text } })).length).toBeGreaterThan(10);
  });
});
