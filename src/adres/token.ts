import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** What can be fetched by who has its name: something of one regio, at or from one moment. */
export type Onderwerp = {
  regioId: number;
  at: Temporal.Instant;
  /** What of the regio, where there is more than one: lower-case letters and digits, thirty at most. */
  over?: string | undefined;
};

/** How long something can be fetched, in hours. Platforms keep a copy of a picture. */
export const LIFETIME = { beeld: 30 * 24, export: 1, kalender: 365 * 24 };

/** A kind of thing that can be fetched. */
export type Soort = keyof typeof LIFETIME;

/** A key for one kind of thing only, of a secret that has another use. */
export const keyOf = (secret: string, soort: Soort = 'beeld'): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, '', `doebot ${soort}`, 32));

/** Names it so that nobody without the key can name another one. Letters, digits, "-", "_". */
export function signToken({ regioId, at, over }: Onderwerp, key: Uint8Array): string {
  const what = `${regioId}-${at.epochMilliseconds}${over === undefined ? '' : `-${over}`}`;
  return `${what}-${macOf(what, key)}`;
}

const TOKEN =
  /^(?<what>(?<regio>\d{1,9})-(?<moment>\d{1,14})(?:-(?<over>[a-z\d]{1,30}))?)-(?<mac>[\w-]{43})$/;

/** Undefined: not signed with this key, or longer than so many hours ago. */
export function readToken(
  token: string,
  key: Uint8Array,
  now: Temporal.Instant,
  hours = LIFETIME.beeld,
): Onderwerp | undefined {
  const { what = '', regio, moment, over, mac = '' } = TOKEN.exec(token)?.groups ?? {};
  if (!timingSafeEqual(digest(mac, key), digest(macOf(what, key), key))) return undefined;
  const at = Temporal.Instant.fromEpochMilliseconds(Number(moment));
  if (Temporal.Instant.compare(at.add({ hours }), now) < 0) return undefined;
  return { regioId: Number(regio), at, over };
}

const macOf = (what: string, key: Uint8Array): string =>
  createHmac('sha256', key).update(what).digest('base64url');

/** Of one length, whatever was given. */
const digest = (text: string, key: Uint8Array): Buffer => createHmac('sha256', key).update(text).digest();
