import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** What a picture shows: the counts of one regio at one moment. */
export type Onderwerp = { regioId: number; at: Temporal.Instant };

/** How long a picture can be fetched: platforms keep a copy of their own. */
const LIFETIME = { hours: 30 * 24 };

/** A key for pictures only, of a secret that has another use. */
export const keyOf = (secret: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, '', 'doebot beeld', 32));

/** Names a picture so that nobody without the key can name another one. Letters, digits, "-", "_". */
export function signToken({ regioId, at }: Onderwerp, key: Uint8Array): string {
  const what = `${regioId}-${at.epochMilliseconds}`;
  return `${what}-${macOf(what, key)}`;
}

/** Undefined: not signed with this key, or longer than thirty days ago. */
export function readToken(token: string, key: Uint8Array, now: Temporal.Instant): Onderwerp | undefined {
  const [, what = '', regio, moment, mac = ''] = /^((\d{1,9})-(\d{1,14}))-([\w-]{43})$/.exec(token) ?? [];
  if (!timingSafeEqual(digest(mac, key), digest(macOf(what, key), key))) return undefined;
  const at = Temporal.Instant.fromEpochMilliseconds(Number(moment));
  if (Temporal.Instant.compare(at.add(LIFETIME), now) < 0) return undefined;
  return { regioId: Number(regio), at };
}

const macOf = (what: string, key: Uint8Array): string =>
  createHmac('sha256', key).update(what).digest('base64url');

/** Of one length, whatever was given. */
const digest = (text: string, key: Uint8Array): Buffer => createHmac('sha256', key).update(text).digest();
