import type { TeamsConfig } from '../config.ts';

/** Where Microsoft lets bots write (documented): commercial, and the American government's three clouds. */
const hosts = new Set([
  'smba.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
  'smba.infra.dod.teams.microsoft.us',
]);

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * May the bot's token be sent to this address? It comes with every activity and is kept with every account,
 * and whoever chooses it receives the token. Microsoft's local client gets no further than this machine.
 */
export function isAllowedServiceUrl(config: TeamsConfig, serviceUrl: string): boolean {
  const url = URL.parse(serviceUrl);
  if (!url || url.href !== `${url.origin}${url.pathname}`) return false; // no user, no query
  if (url.protocol === 'http:' && loopback.has(url.hostname)) return isLocal(config);
  return !config.anonymous && url.protocol === 'https:' && url.port === '' && hosts.has(url.hostname);
}

/** An address on this machine, where Microsoft is played there. */
export const isLocalAddress = (config: TeamsConfig, { protocol, hostname }: URL): boolean =>
  protocol === 'http:' && loopback.has(hostname) && isLocal(config);

/** Microsoft is played on this machine: by its local client, or by a test. */
function isLocal({ anonymous, loginUrl }: TeamsConfig): boolean {
  return anonymous || isLoopback(loginUrl);
}

function isLoopback(address: string | undefined): boolean {
  return address !== undefined && loopback.has(URL.parse(address)?.hostname ?? '');
}
