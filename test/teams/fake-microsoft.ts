import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TeamsConfig } from '../../src/config.ts';
import { fakeTeams, type Member, type Reply } from './fake-teams.ts';
import { ISSUER, keyring } from './tokens.ts';

/** What one of the next calls gets instead of its answer. `hang`: no answer at all. */
type Plan = { method: string; path: RegExp } & (
  | { status: number; code?: string; retryAfter?: number }
  | { hang: true }
);

type Call = { method: string; path: string; targeted: boolean; body: unknown };

export type FakeMicrosoft = Awaited<ReturnType<typeof fakeMicrosoft>>;

/**
 * Everything of Microsoft that a bot meets, on one loopback server: the keys its tokens are checked with, the server
 * that gives the bot's own token, and Teams. A new port and app id every time: the SDK remembers keys by address.
 */
export async function fakeMicrosoft(members: Member[]) {
  const appId = randomUUID();
  const tenantId = randomUUID();
  const password = randomUUID();
  const tokens = new Set<string>();
  const { jwks, sign } = await keyring(appId);
  const teams = fakeTeams(members);
  const plans: Plan[] = [];
  const calls: Call[] = [];
  const gates: ((path: string) => number | undefined)[] = [];
  const files = new Map<string, Uint8Array>();
  const counts = { tokens: 0 };

  const server = createServer((request, response) => {
    void serve(request, response).catch((error) => {
      teams.violations.push(String(error));
      response.writeHead(500).end();
    });
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', base);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString('utf8');
    const send = ({ status, body }: Reply, headers = {}) =>
      response
        .writeHead(status, { 'content-type': 'application/json', ...headers })
        .end(JSON.stringify(body));
    const file = files.get(url.pathname);
    if (file) return void response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(file);
    if (url.pathname === '/openid')
      return void send({ status: 200, body: { issuer: ISSUER, jwks_uri: `${base}/keys` } });
    if (url.pathname === '/keys') return void send({ status: 200, body: jwks });
    if (url.pathname === `/${tenantId}/oauth2/v2.0/token`) return void send(token(new URLSearchParams(body)));
    const path = /^\/[a-z]+\/v3\/conversations(?<rest>.*)$/.exec(url.pathname)?.groups?.['rest'];
    if (path === undefined) return void send({ status: 404 });

    const method = request.method ?? '';
    const targeted = url.searchParams.get('isTargetedActivity') === 'true';
    const parsed: unknown = body === '' ? undefined : JSON.parse(body);
    calls.push({ method, path: decodeURIComponent(url.pathname), targeted, body: parsed });
    const bearer = request.headers.authorization?.replace(/^Bearer /, '') ?? '';
    if (!tokens.has(bearer)) {
      teams.violations.push(`${method} ${path} without the bot's token`);
      return void send({ status: 401 });
    }
    const plan = plans.findIndex((one) => one.method === method && one.path.test(decodeURIComponent(path)));
    const [planned] = plan < 0 ? [] : plans.splice(plan, 1);
    const wait = planned ? undefined : gates.at(-1)?.(decodeURIComponent(path));
    if (wait !== undefined) return void send({ status: 429 }, { 'retry-after': String(wait) });
    if (!planned) return void send(teams.answer(method, path, targeted, parsed));
    if ('hang' in planned) return;
    const { status, code = 'Planned', retryAfter } = planned;
    send(
      { status, body: { error: { code } } },
      retryAfter === undefined ? {} : { 'retry-after': `${retryAfter}` },
    );
  }

  function token(form: URLSearchParams): Reply {
    counts.tokens += 1;
    const right =
      form.get('client_id') === appId &&
      form.get('client_secret') === password &&
      form.get('grant_type') === 'client_credentials' &&
      form.get('scope')?.includes(`${ISSUER}/.default`);
    if (!right) return { status: 401, body: { error: 'invalid_client', error_description: 'AADSTS7000215' } };
    const access_token = randomUUID();
    tokens.add(access_token);
    return { status: 200, body: { token_type: 'Bearer', expires_in: 3600, access_token } };
  }

  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const config: TeamsConfig = {
    appId,
    tenantId,
    password,
    anonymous: false,
    loginUrl: base,
    openIdUrl: `${base}/openid`,
  };
  return {
    config,
    serviceUrl: `${base}/teams/`,
    /** Keeps a file, as OneDrive does; gives an address that needs no token. */
    addFile(bytes: Uint8Array): string {
      const path = `/onedrive/${randomUUID()}`;
      files.set(path, bytes);
      return `${base}${path}?tempauth=x`;
    },
    /** Teams moved: the same conversations at another address. */
    newServiceUrl: `${base}/emea/`,
    sign,
    counts,
    calls,
    plan: (...next: Plan[]) => void plans.push(...next),
    /** From now on some calls are refused with 429: it gives how many seconds they have to wait. */
    limit: (gate: (typeof gates)[number]) => void gates.push(gate),
    posts: teams.posts,
    violations: teams.violations,
    events: teams.events,
    async stop() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
