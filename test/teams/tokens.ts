import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';

export const ISSUER = 'https://api.botframework.com';

/** What is unusual about a token. Times in seconds from now. */
export type TokenOptions = {
  key?: 'endorsed' | 'for-other-channels' | 'rogue' | 'shared-secret' | 'none';
  claims?: JWTPayload;
  notBefore?: number;
  expires?: number;
};

const pair = () => generateKeyPair('RS256', { extractable: true });
/** Made once: it takes a while. */
const pairs = Promise.all([pair(), pair(), pair()]);

/** Microsoft's keys, and tokens as Microsoft gives them to activities; or nearly so. */
export async function keyring(audience: string) {
  const [endorsed, other, rogue] = await pairs;
  const secrets = { endorsed, 'for-other-channels': other, rogue };
  const jwks = {
    keys: [
      { ...(await exportJWK(endorsed.publicKey)), kid: 'endorsed', use: 'sig', endorsements: ['msteams'] },
      {
        ...(await exportJWK(other.publicKey)),
        kid: 'for-other-channels',
        use: 'sig',
        endorsements: ['webchat'],
      },
    ],
  };
  async function sign(serviceUrl: string, options: TokenOptions = {}): Promise<string> {
    const { key = 'endorsed', claims = {}, notBefore = -60, expires = 3600 } = options;
    const now = Math.floor(Date.now() / 1000);
    const payload = {
      serviceurl: serviceUrl,
      aud: audience,
      iss: ISSUER,
      nbf: now + notBefore,
      exp: now + expires,
    };
    const all = { ...payload, ...claims };
    if (key === 'none') return new UnsecuredJWT(all).encode();
    // The published key used as a secret: works where the algorithm is taken from the token.
    const secret = new TextEncoder().encode(JSON.stringify(jwks.keys[0]));
    if (key === 'shared-secret') {
      return new SignJWT(all).setProtectedHeader({ alg: 'HS256', kid: 'endorsed' }).sign(secret);
    }
    // A rogue key calls itself after the real one.
    const kid = key === 'rogue' ? 'endorsed' : key;
    return new SignJWT(all).setProtectedHeader({ alg: 'RS256', kid }).sign(secrets[key].privateKey);
  }
  return { jwks, sign };
}
