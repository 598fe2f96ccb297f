import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { Card, Json } from '../chat/card.ts';
import { DeliveryError, type Letter } from '../chat/platform.ts';
import { cardText } from '../chat/text.ts';
import { type Holder, LIFETIME } from './link.ts';
import { linksFor } from './links.ts';
import { mailHtml, mailText } from './mail-body.ts';
import type { Smtp } from './smtp.ts';

const addressSchema = z.object({ email: z.string() });
/** Where a mail stands: its Message-ID. */
const placeSchema = z.object({ mail: z.string() });

export type Desk = {
  smtp: Smtp;
  tenants: readonly string[];
  /** The part of the sender's address after the "@". */
  domain: string;
  publicUrl: string;
  key: Uint8Array;
  now: () => Temporal.Instant;
};

/**
 * One mail per letter. A mail cannot be edited: what now says something else is sent again under the first one, and only
 * if its reader has to hear it; the page behind the buttons always shows what is true.
 */
export async function sendLetter(desk: Desk, letter: Letter): Promise<Json> {
  const email = addressSchema.safeParse(letter.address).data?.email;
  if (email === undefined || !desk.tenants.includes(letter.tenant)) {
    throw new DeliveryError(`No mail address in this regio: ${JSON.stringify(letter.address)}`, {
      final: true,
    });
  }
  const { card, edits } = letter;
  if (edits !== undefined && !card.news) return edits;
  const until = desk.now().add({ hours: LIFETIME.days * 24 });
  const holder: Holder = { tenant: letter.tenant, email, until };
  const links = linksFor(desk, holder);
  const first = edits === undefined ? undefined : placeSchema.parse(edits).mail;
  const messageId = messageIdOf(desk, letter.id, email, first === undefined ? '' : cardText(card));
  await desk.smtp.send({
    to: email,
    subject: subjectOf(card),
    text: mailText(card, links),
    html: mailHtml(card, links),
    messageId,
    ...(first !== undefined && { inReplyTo: first }),
  });
  return { mail: first ?? messageId };
}

/**
 * The same at every attempt, so that mail programs show a mail that arrived twice once; another one for another address,
 * another secret or, of what is sent again, another text.
 */
function messageIdOf({ key, domain }: Desk, id: string, email: string, said: string): string {
  const what = createHmac('sha256', key).update(`bericht\n${id}\n${email}\n${said}`).digest('base64url');
  return `<bericht.${id}.${what.slice(0, 22)}@${domain}>`;
}

/** What an inbox shows of it, on one line. */
function subjectOf(card: Card): string {
  const first = card.elements.find(({ kind }) => kind === 'heading') ?? card.elements[0];
  const [line = ''] = first ? cardText({ elements: [first] }).split('\n') : [];
  return line.length > 120 ? `${line.slice(0, 119).trimEnd()}…` : line || 'Bericht van Doebot';
}
