import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** What can be fetched by who has its name: something of one regio, at or from one moment. */
export type Onderwerp = { regioId: number; at: Temporal.Instant };

/** How long something can be fetched, in hours. Platforms keep a copy of a picture. */
export const LIFETIME = { beeld: 30 * 24, export: 1 };

/** A key for one kind of thing only, of a secret that has another use. */
export const keyOf = (secret: string, soort: keyof typeof LIFETIME = 'beeld'): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, '', `doebot ${soort}`, 32));

/** Names it so that nobody without the key can name another one. Letters, digits, "-", "_". */
export function signToken({ regioId, at }: Onderwerp, key: Uint8Array): string {
  const what = `${regioId}-${at.epochMilliseconds}`;
  return `${what}-${macOf(what, key)}`;
}

/** Undefined: not signed with this key, or longer than so many hours ago. */
export function readToken(
  token: string,
  key: Uint8Array,
  now: Temporal.Instant,
  hours = LIFETIME.beeld,
): Onderwerp | undefined {
  const [, what = '', regio, moment, mac = ''] = /^((\d{1,9})-(\d{1,14}))-([\w-]{43})$/.exec(token) ?? [];
  if (!timingSafeEqual(digest(mac, key), digest(macOf(what, key), key))) return undefined;
  const at = Temporal.Instant.fromEpochMilliseconds(Number(moment));
  if (Temporal.Instant.compare(at.add({ hours }), now) < 0) return undefined;
  return { regioId: Number(regio), at };
}

const macOf = (what: string, key: Uint8Array): string =>
  createHmac('sha256', key).update(what).digest('base64url');

/** Of one length, whatever was given. */
const digest = (text: string, key: Uint8Array): Buffer => createHmac('sha256', key).update(text).digest();
