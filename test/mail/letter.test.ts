import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Card } from '../../src/chat/card.ts';
import { type Connection, DeliveryError, type Letter } from '../../src/chat/platform.ts';
import { connectMail } from '../../src/mail/mail.ts';
import { serverOf } from '../../src/mail/smtp.ts';
import { START } from '../moments.ts';
import { type FakeSmtp, fakeSmtp } from './fake-smtp.ts';

const TO = 'trekker@uwv.example';
const CARD: Card = {
  elements: [
    { kind: 'heading', text: 'Update voor het beraad' },
    { kind: 'text', text: 'Hoe staat het?\nZie https://doebot.example/uitleg.' },
    { kind: 'image', url: 'https://doebot.example/beeld/x.png', alt: '3 acties lopen' },
    {
      kind: 'item',
      text: '#4 Samenwerking <b>',
      note: 'Loopt',
      buttons: [{ label: 'Ongewijzigd', command: 'a', input: { nummer: 4 } }],
    },
  ],
};

let smtp: FakeSmtp;
let mail: Connection;
const connections: Connection[] = [];

/** `silence`: how long the server may say nothing. */
function connectTo(smtpUrl: string, silence = 5_000): Connection {
  const connection = connectMail(
    {
      smtpUrl,
      from: 'Doebot <doebot@haarlem.example>',
      secret: 's'.repeat(32),
      publicUrl: 'https://doebot.example',
    },
    {
      ask: () => Promise.reject(new Error('nobody asks here')),
      now: () => START,
      log: pino({ level: 'silent' }),
      tenants: ['zkij'],
      reads: () => false,
      pace: { letter: silence * 2, silence },
    },
  );
  connections.push(connection);
  return connection;
}

const letter = (of: Partial<Letter> = {}): Letter => ({
  id: '1-7',
  attempt: 1,
  tenant: 'zkij',
  address: { email: TO },
  card: CARD,
  ...of,
});

const failure = (sent: Promise<unknown>): Promise<DeliveryError> =>
  sent.then(
    () => expect.unreachable('it was delivered'),
    (error) => {
      expect(error).toBeInstanceOf(DeliveryError);
      return error;
    },
  );

beforeAll(async () => {
  smtp = await fakeSmtp();
  mail = connectTo(smtp.url);
});
afterEach(() => {
  smtp.arrived.length = 0;
  smtp.manners.clear();
  smtp.refuseSender(undefined);
});
afterAll(async () => {
  await Promise.all(connections.map((connection) => connection.stop()));
  await smtp.stop();
});

describe('a letter', () => {
  test('is one mail, in plain text and in HTML, that no machine answers', async () => {
    await mail.send(letter());
    expect(smtp.arrived).toHaveLength(1);
    const [{ subject, text = '', html = '', from, headers } = expect.unreachable()] = smtp.arrived;
    expect([subject, from]).toMatchObject([
      'Update voor het beraad',
      { name: 'Doebot', address: 'doebot@haarlem.example' },
    ]);
    const header = new Map(headers.map(({ key, value }) => [key, value]));
    expect(header.get('auto-submitted')).toBe('auto-generated');
    expect(header.get('x-auto-response-suppress')).toBe('OOF, AutoReply');
    for (const body of [text, html]) {
      expect(body).toContain('Hoe staat het?');
      expect(body).toContain('3 acties lopen');
      expect(body).toContain('Een antwoord op deze mail wordt niet gelezen.');
      expect(body.match(/https:\/\/doebot\.example\/antwoord\/[\w.-]+/g)).toHaveLength(2);
    }
    expect(text).toContain('[Ongewijzigd]');
    expect(html).toContain('#4 Samenwerking &#60;b&#62;');
  });

  test('fetches nothing, and tells nobody that it was opened', async () => {
    await mail.send(letter());
    expect(smtp.arrived[0]?.html).not.toMatch(/<img|<script|<link|src=|url\(|@import/i);
  });

  test('has one id at every attempt, and another one for somebody else', async () => {
    const place = await mail.send(letter());
    await mail.send(letter({ attempt: 2 }));
    await mail.send(letter({ address: { email: 'ander@uwv.example' } }));
    await mail.send(letter({ id: '1-8' }));
    const [first, again, ...others] = smtp.arrived.map(({ messageId }) => messageId);
    expect(place).toEqual({ mail: first });
    expect(first).toMatch(/^<bericht\.1-7\.[\w-]{22}@haarlem\.example>$/);
    expect(again).toBe(first);
    expect(new Set([first, ...others]).size).toBe(3);
  });

  test('that says something else later is not sent again, unless its reader has to hear it', async () => {
    const place = await mail.send(letter());
    expect(await mail.send(letter({ edits: place }))).toEqual(place);
    expect(smtp.arrived).toHaveLength(1);
    expect(await mail.send(letter({ edits: place, card: { ...CARD, news: true } }))).toEqual(place);
    const [first, news] = smtp.arrived;
    expect(news?.inReplyTo).toBe(first?.messageId);
    expect(news?.references).toBe(first?.messageId);
    expect(news?.messageId).not.toBe(first?.messageId);
  });

  test('keeps to who it is for, whatever its text says', async () => {
    const text = 'Hallo\r\nBcc: ander@elders.example\r\n\r\nen tekst';
    await mail.send(letter({ card: { elements: [{ kind: 'heading', text }] } }));
    expect(smtp.arrived.map(({ to, bcc }) => [to, bcc])).toEqual([[TO, undefined]]);
    expect(smtp.arrived[0]?.subject).toBe('Hallo');
  });

  test('shows what was typed as it was typed', async () => {
    const text = '<a href="https://kwaad.example">klik</a> & "zo" \u0007';
    await mail.send(letter({ card: { elements: [{ kind: 'text', text }] } }));
    expect(smtp.arrived[0]?.html).toContain('&#60;a href=&#34;');
    expect(smtp.arrived[0]?.html).not.toContain('<a href="https://kwaad.example">klik');
  });

  test('goes to nobody of another regio', async () => {
    expect((await failure(mail.send(letter({ tenant: 'elders' })))).final).toBe(true);
    expect((await failure(mail.send(letter({ address: { user: 'U1' } })))).final).toBe(true);
    expect(await mail.find('elders', TO)).toBeUndefined();
    expect(await mail.find('zkij', TO)).toEqual({ accountId: TO, address: { email: TO } });
  });

  test('takes at most three connections, however many are sent at once', async () => {
    const before = smtp.seen.connections;
    await Promise.all(Array.from({ length: 12 }, (_, n) => mail.send(letter({ id: `1-${n}` }))));
    expect(smtp.arrived).toHaveLength(12);
    expect(smtp.seen.connections - before).toBeLessThanOrEqual(3);
  });
});

describe('a letter that the server does not take', () => {
  test.each([
    ['to', 550, true],
    ['to', 450, false],
    ['text', 554, true],
    ['text', 451, false],
  ] as const)('is refused at the %s with %i: final is %s', async (at, code, final) => {
    smtp.manners.set(TO, { refuses: { at, code } });
    const failed = await failure(mail.send(letter()));
    expect([failed.final, failed.doubt]).toEqual([final, false]);
    smtp.manners.clear();
    await mail.send(letter({ attempt: 2 }));
    expect(smtp.arrived).toHaveLength(1);
  });

  test('because of our own address or password waits until that is mended', async () => {
    smtp.refuseSender(550);
    expect((await failure(mail.send(letter()))).final).toBe(false);
    const wrong = connectTo(smtp.url.replace('//', '//doebot:wrong@'));
    const failed = await failure(wrong.send(letter()));
    expect([failed.final, failed.doubt]).toEqual([false, false]);
    smtp.refuseSender(undefined);
    await connectTo(smtp.url.replace('//', '//doebot%40haarlem:right@')).send(letter());
    expect(smtp.seen.logins.at(-1)).toBe('doebot@haarlem');
  });

  test('in time may have arrived, and is tried again later', async () => {
    smtp.manners.set(TO, { delay: 2_000 });
    const failed = await failure(connectTo(smtp.url, 300).send(letter()));
    expect([failed.final, failed.doubt]).toEqual([false, true]);
  });

  test('but drops is tried again later, not at once', async () => {
    smtp.manners.set(TO, { drops: true });
    const failed = await failure(connectTo(smtp.url).send(letter()));
    expect([failed.final, failed.doubt, smtp.arrived.length]).toEqual([false, true, 1]);
  });

  test('because it is not there waits', async () => {
    const gone = await fakeSmtp();
    await gone.stop();
    const failed = await failure(connectTo(gone.url).send(letter()));
    expect([failed.final, failed.doubt]).toEqual([false, false]);
  });

  test('because it is no address is final', async () => {
    const strange = letter({ address: { email: 'geen adres\r\n@' } });
    expect((await failure(mail.send(strange))).final).toBe(true);
  });
});

test('a server elsewhere is spoken to in secret only', () => {
  expect(serverOf('smtp://a%40b:c%3Ad@smtp.example')).toMatchObject({
    host: 'smtp.example',
    port: 587,
    secure: false,
    requireTLS: true,
    auth: { user: 'a@b', pass: 'c:d' },
  });
  expect(serverOf('smtps://smtp.example')).toMatchObject({ port: 465, secure: true });
  expect(serverOf('smtp://relay.example:25?requireTLS=false')).toMatchObject({ port: 25, requireTLS: false });
  expect(serverOf('smtp://localhost:25')).toMatchObject({ requireTLS: false, ignoreTLS: true });
});
