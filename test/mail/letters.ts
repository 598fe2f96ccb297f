import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { Card } from '../../src/chat/card.ts';
import { type Connection, DeliveryError, type Letter } from '../../src/chat/platform.ts';
import { connectMail } from '../../src/mail/mail.ts';
import { START } from '../moments.ts';
import { madeIn } from '../scene.ts';
import { fakeSmtp } from './fake-smtp.ts';

export const TO = 'trekker@uwv.example';
export const CARD: Card = {
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

/** A letter to `TO`. */
export const letter = (of: Partial<Letter> = {}): Letter => ({
  id: '1-7',
  attempt: 1,
  tenant: 'zkij',
  address: { email: TO },
  card: CARD,
  ...of,
});

/** Why it was not delivered. */
export const failure = (sent: Promise<unknown>): Promise<DeliveryError> =>
  sent.then(
    () => expect.unreachable('it was delivered'),
    (error) => {
      expect(error).toBeInstanceOf(DeliveryError);
      return error;
    },
  );

/** `silence`: how long the server may say nothing. */
function connected(smtpUrl: string, silence = 5_000): Connection {
  return connectMail(
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
}

/** A mail server that forgets after each test, and a connection to it. `connectTo` makes another, to be stopped too. */
export function withSmtp() {
  const connections: Connection[] = [];
  const connectTo = (smtpUrl: string, silence?: number): Connection => {
    const connection = connected(smtpUrl, silence);
    connections.push(connection);
    return connection;
  };
  const smtp = madeIn(beforeAll, fakeSmtp);
  const mail = madeIn(beforeAll, () => connectTo(smtp.url));
  afterEach(() => {
    smtp.arrived.length = 0;
    smtp.manners.clear();
    smtp.refuseSender(undefined);
  });
  afterAll(async () => {
    await Promise.all(connections.map((connection) => connection.stop()));
    await smtp.stop();
  });
  return { smtp, mail, connectTo };
}
