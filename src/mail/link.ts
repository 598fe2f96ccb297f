import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Input } from '../chat/card.ts';

const inputSchema: z.ZodType<Input> = z.record(z.string(), z.json());

const said = z.discriminatedUnion('soort', [
  /** A button: `bij` tells what it stood beside. */
  z.strictObject({
    soort: z.literal('knop'),
    label: z.string(),
    bij: z.string(),
    command: z.string(),
    input: inputSchema,
  }),
  /** A form: its fields come with the request. */
  z.strictObject({ soort: z.literal('formulier'), command: z.string(), input: inputSchema }),
  /** Words: they come with the request. */
  z.strictObject({ soort: z.literal('vraag') }),
]);

/** Who somebody is on the answer page: made for that person only, in one regio, until a moment. */
export type Holder = { tenant: string; email: string; until: Temporal.Instant };

/** What a link asks, and as whom. */
export type Link = { holder: Holder; said: z.infer<typeof said> };

/**
 * How long a link works. The run-up to a vergadering begins twenty working days before it, which in summer are ten
 * weeks of some; who answers later than this has had newer mail.
 */
export const LIFETIME = { days: 60 };

/** A key for links only, the same in every process that has the secret. */
export const keyOf = (secret: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, '', 'doebot antwoord', 32));

const signed = z.tuple([z.string(), z.string(), z.int(), said]);

/** Letters, digits, "-", "_" and one ".". Nobody without the key can make or change one. */
export function signLink({ holder: { tenant, email, until }, said }: Link, key: Uint8Array): string {
  const what = [tenant, email, Math.floor(until.epochMilliseconds / 1_000), said];
  const body = Buffer.from(JSON.stringify(what)).toString('base64url');
  return `${body}.${macOf(body, key)}`;
}

/** `ongeldig`: not signed with this key; `verlopen`: it was, but its time is over. */
export function readLink(
  token: string,
  key: Uint8Array,
  now: Temporal.Instant,
): Link | 'ongeldig' | 'verlopen' {
  const [, body = '', mac = ''] = /^([\w-]+)\.([\w-]{43})$/.exec(token) ?? [];
  if (!timingSafeEqual(digest(mac, key), digest(macOf(body, key), key))) return 'ongeldig';
  const [tenant, email, seconds, what] = signed.parse(JSON.parse(Buffer.from(body, 'base64url').toString()));
  const until = Temporal.Instant.fromEpochMilliseconds(seconds * 1_000);
  if (Temporal.Instant.compare(until, now) < 0) return 'verlopen';
  return { holder: { tenant, email, until }, said: what };
}

const macOf = (body: string, key: Uint8Array): string =>
  createHmac('sha256', key).update(body).digest('base64url');

/** Of one length, whatever was given. */
const digest = (text: string, key: Uint8Array): Buffer => createHmac('sha256', key).update(text).digest();
