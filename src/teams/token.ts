import {
  ConfidentialClientApplication,
  type INetworkModule,
  type NetworkRequestOptions,
} from '@azure/msal-node';
import { DeliveryError } from '../chat/platform.ts';
import type { TeamsConfig } from '../config.ts';

const scopes = ['https://api.botframework.com/.default'];

/** Gives the bot's own token; msal keeps it until shortly before it expires. */
export type Token = () => Promise<string | undefined>;

/** `timeout` in milliseconds. Microsoft's local client asks for no token, so it gets none. */
export function createToken(config: TeamsConfig, timeout: number): Token {
  if (config.anonymous) return async () => undefined;
  const application = new ConfidentialClientApplication({
    auth: { clientId: config.appId, clientSecret: config.password, ...authority(config) },
    system: { networkClient: networkClient(config, timeout) },
  });
  return async () => {
    try {
      return (await application.acquireTokenByClientCredential({ scopes }))?.accessToken;
    } catch (error) {
      throw new DeliveryError(
        `no token for Teams: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  };
}

/** A server of our own is not in msal's list of known ones, so it is told where the token is asked. */
function authority({ tenantId, loginUrl }: TeamsConfig) {
  if (loginUrl === undefined) return { authority: `https://login.microsoftonline.com/${tenantId}` };
  const base = `${secure(loginUrl)}/${tenantId}`;
  const metadata = {
    issuer: `${base}/v2.0`,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    token_endpoint: `${base}/oauth2/v2.0/token`,
    jwks_uri: `${base}/discovery/v2.0/keys`,
  };
  return {
    authority: base,
    knownAuthorities: [new URL(base).host],
    authorityMetadata: JSON.stringify(metadata),
  };
}

/** msal has no time-out of its own and accepts https only; a test's own server is reached over http. */
function networkClient({ loginUrl }: TeamsConfig, timeout: number): INetworkModule {
  const address = (url: string) =>
    loginUrl === undefined ? url : url.replace(secure(loginUrl), base(loginUrl));
  async function send<T>(method: string, url: string, { headers, body }: NetworkRequestOptions = {}) {
    const response = await fetch(address(url), {
      method,
      signal: AbortSignal.timeout(timeout),
      ...(headers && { headers }),
      ...(body && { body }),
    });
    return {
      headers: Object.fromEntries(response.headers),
      body: (await response.json()) as T,
      status: response.status,
    };
  }
  return {
    sendGetRequestAsync: (url, options) => send('GET', url, options),
    sendPostRequestAsync: (url, options) => send('POST', url, options),
  };
}

function base(loginUrl: string): string {
  return loginUrl.replace(/\/+$/, '');
}

function secure(loginUrl: string): string {
  return base(loginUrl).replace(/^http:/, 'https:');
}
