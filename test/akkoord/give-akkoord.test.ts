import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { KINDS } from '../database.ts';
import type { Mailbox } from '../herinnering/mailbox.ts';
import { at } from '../moments.ts';
import { requestOf } from '../request.ts';
import { type Talk, talkOn, UWV } from '../talk.ts';
import { askBoa, VELSEN } from './stage.ts';

const FATIMA = 'fatima@uwv.example';

describe.each(KINDS)('what an organisatie says, on %s', (kind) => {
  let talk: Talk;
  let box: Mailbox;
  let letters: (to?: string) => Talk['sent'];
  beforeAll(async () => {
    talk = await talkOn(kind);
  });
  beforeEach(async () => {
    await talk.reset();
    await talk.inRegio(async (tx) => {
      const { organisatieId } = await tx.persoon.findFirstOrThrow({ where: { email: UWV } });
      await tx.persoon.create({ data: { organisatieId, naam: 'Fatima', email: FATIMA, rol: 'trekker' } });
    });
    ({ box, letters } = await askBoa(talk));
    await talk.run();
    talk.sent.length = 0;
  });
  afterAll(() => talk.close());

  test('is one answer: a colleague sees it in the message', async () => {
    expect(await box.press(UWV, 'Akkoord')).toContain('Genoteerd. UWV: ✅ Akkoord.');
    await talk.run();
    expect(letters(FATIMA).map(({ edited }) => edited)).toEqual([true]);
    expect(box.text(FATIMA)).toContain('✅ Akkoord');
    expect(box.text(FATIMA)).toContain('Trekker UWV');
    expect(letters(VELSEN)).toEqual([]);
  });

  test('does not overwrite unseen what a colleague said', async () => {
    const late = box.hold(FATIMA, 'Akkoord');
    await box.press(UWV, 'Niet akkoord');
    await box.fill(UWV, { reden: 'Te duur' });
    expect(await late()).toContain('Al verwerkt. UWV: ⛔ Niet akkoord, door Trekker UWV.');
    const row = await talk.inRegio((tx) =>
      tx.akkoord.findFirstOrThrow({ where: { organisatie: { code: 'uwv' } } }),
    );
    expect(row).toMatchObject({ status: 'niet_akkoord', reden: 'Te duur' });
  });

  test('a no needs a reason', async () => {
    await box.press(UWV, 'Niet akkoord');
    expect(await box.fill(UWV, { reden: '  ' })).toContain('Schrijf waarom jullie niet akkoord zijn.');
    const long = 'x'.repeat(501);
    expect(await box.fill(UWV, { reden: long })).toContain(long);
    expect(await box.fill(UWV, { reden: 'Te duur' })).toContain('Reden: Te duur');
  });

  test('can be changed until the last day, and not after it', async () => {
    await box.press(UWV, 'Akkoord');
    await talk.run();
    talk.clock.moveTo(at('2026-12-04T23:30'));
    await box.press(UWV, 'Niet akkoord');
    await box.fill(UWV, { reden: 'Toch niet' });
    await talk.run();
    const late = box.hold(UWV, 'Akkoord');
    talk.clock.moveTo(at('2026-12-05T00:00'));
    expect(await late()).toContain('antwoorden kon tot en met vrijdag 4 december 2026');
    const log = await talk.inRegio((tx) =>
      tx.logregel.findMany({ where: { wat: 'akkoord' }, orderBy: { id: 'asc' } }),
    );
    expect(log.map(({ inhoud }) => (inhoud as { naar: string }).naar)).toEqual(['akkoord', 'niet_akkoord']);
  });

  test('is for somebody of that organisatie', async () => {
    const press = box.hold(UWV, 'Akkoord');
    const other = await talk.inRegio((tx) =>
      tx.akkoord.findFirstOrThrow({ where: { organisatie: { code: 'uwv' } } }),
    );
    const input = { ronde: other.rondeId, organisatie: other.organisatieId, stand: 'open' };
    const answer = await talk.ask(requestOf(VELSEN, { command: 'akkoord.geven', input }));
    expect(JSON.stringify(answer)).toContain('Alleen iemand van UWV kan hier antwoorden.');
    expect(await press()).toContain('Genoteerd.');
  });
});
