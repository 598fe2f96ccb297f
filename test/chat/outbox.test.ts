import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { type Composer, deliverDue } from '../../src/chat/outbox.ts';
import { DeliveryError, type Letter } from '../../src/chat/platform.ts';
import { post } from '../../src/chat/post.ts';
import { KINDS } from '../database.ts';
import { talkFor } from '../scene.ts';
import { UWV } from '../talk.ts';

describe.each(KINDS)('the outbox, on %s', (kind) => {
  const talk = talkFor(kind);

  const hello: Composer = async ({ inhoud }) => ({
    elements: [{ kind: 'text', text: String(inhoud['text']) }],
  });
  const deliver = (composer = hello) => {
    const log = pino({ level: 'silent' });
    return deliverDue(talk.regioId, {
      db: talk.db,
      platforms: [talk.platform],
      composers: { hello: composer },
      now: talk.clock.now,
      log,
    });
  };
  const postHello = (text: string) =>
    talk.inRegio(async (tx) => {
      const { id } = await tx.persoon.findFirstOrThrow({ where: { email: UWV } });
      await post(tx, [{ persoonId: id, soort: 'hello', inhoud: { text } }], talk.clock.now());
    });
  const rows = () => talk.inRegio((tx) => tx.bericht.findMany({ orderBy: { id: 'asc' } }));
  const later = (minutes: number) => talk.clock.moveTo(talk.clock.now().add({ minutes }));

  test('says what was posted, once, and keeps when and where', async () => {
    await postHello('a');
    await deliver();
    await deliver();
    expect(talk.sent.map(({ text }) => text)).toEqual(['a']);
    expect(await rows()).toMatchObject([{ status: 'verzonden', platform: 'console', pogingen: 1 }]);
  });

  test('says nothing that was posted in a transaction that failed', async () => {
    const failing = talk.inRegio(async (tx) => {
      await post(tx, [{ persoonId: 1, soort: 'hello', inhoud: { text: 'a' } }], talk.clock.now());
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await deliver();
    expect(talk.sent).toEqual([]);
  });

  test('waits as long as the platform asks', async () => {
    const letters: Letter[] = [];
    talk.platform.fails = (letter) => {
      letters.push(letter);
      if (letters.length === 1) throw new DeliveryError('slow down', { retryAfter: 600 });
    };
    await postHello('a');
    await deliver();
    later(9);
    await deliver();
    expect(talk.sent).toEqual([]);
    later(2);
    await deliver();
    expect(talk.sent).toHaveLength(1);
    expect(letters.map(({ attempt }) => attempt)).toEqual([1, 2]);
    expect(new Set(letters.map(({ id }) => id)).size).toBe(1);
  });

  test('leaves to another what it stood still with for too long', async () => {
    await postHello('a');
    const slow: Composer = async (of) => {
      later(10);
      return hello(of);
    };
    await deliver(slow);
    expect(talk.sent).toEqual([]);
    await deliver();
    expect(talk.sent.map(({ text }) => text)).toEqual(['a']);
  });

  test('takes over what a process that died had claimed, after a while', async () => {
    await postHello('a');
    await talk.inRegio((tx) =>
      tx.bericht.updateMany({
        data: {
          status: 'bezig',
          pogingen: 1,
          volgendeOp: new Date(talk.clock.now().add({ minutes: 2 }).epochMilliseconds),
        },
      }),
    );
    await deliver();
    expect(talk.sent).toEqual([]);
    later(3);
    await deliver();
    expect(talk.sent).toHaveLength(1);
  });

  test('delivers many with several processes at the same time, each once', async () => {
    for (let index = 0; index < 40; index += 1) await postHello(String(index));
    await Promise.all([deliver(), deliver(), deliver()]);
    const texts = talk.sent.map(({ text }) => Number(text)).sort((a, b) => a - b);
    expect(texts).toEqual(Array.from({ length: 40 }, (_, index) => index));
  });

  test('writes to no workspace of another regio', async () => {
    await postHello('a');
    const elders = { ...talk.platform, tenants: ['elders'] };
    const log = pino({ level: 'silent' });
    await deliverDue(talk.regioId, {
      db: talk.db,
      platforms: [elders],
      composers: { hello },
      now: talk.clock.now,
      log,
    });
    expect(talk.sent).toEqual([]);
    expect(await rows()).toMatchObject([{ status: 'wacht', fout: 'niet_gevonden' }]);
  });
});
