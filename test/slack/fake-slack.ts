import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse } from 'node:querystring';
import { argumentProblems } from './fake-arguments.ts';
import { FAKE_METHODS } from './fake-methods.ts';
import { acceptSocket, type FakeSocket } from './fake-socket.ts';
import * as fakes from './fake-workspace.ts';

/** A workspace that the bot may be installed in, and the token it got there. */
export type Installed = { token: string; team: string; botUser: string; botId: string };

export const SIGNING_SECRET = '8f742231b10e8888abcd99yyyzzz85a5';

export const INSTALLED: Installed = { token: 'xoxb-test', team: 'T1', botUser: 'UBOT', botId: 'BBOT' };

/** `lost`: it is done, but the answer never arrives. */
export type Fault =
  | { status: number; headers?: Record<string, string> }
  | { error: string }
  | { hangs: true }
  | { lost: true };

type Call = { method: string; args: fakes.Args; token: string };

/** `page`: the bot may not read it; `redirect`: it is elsewhere. */
type SlackFile = { bytes: Uint8Array; page?: boolean; redirect?: string };

export type FakeSlack = Awaited<ReturnType<typeof fakeSlack>>;

/** Slack's Web API, response_urls and Socket Mode on loopback. `violations`: what Slack would have refused. */
export async function fakeSlack(members: fakes.Member[], installed: Installed[] = [INSTALLED]) {
  const workspace = fakes.emptyWorkspace(members);
  const { posts, views, events, violations } = workspace;
  const calls: Call[] = [];
  const faults: { method: string; fault: Fault }[] = [];
  const sockets: FakeSocket[] = [];
  const gates: ((method: string, args: fakes.Args) => number | undefined)[] = [];
  const files = new Map<string, SlackFile>();
  const server = createServer(async (request, response) => {
    const args = await bodyOf(request);
    const path = request.url ?? '';
    if (request.method === 'GET') return giveFile(files.get(path), request, response);
    const answer = path.startsWith('/response/')
      ? { status: fakes.respondTo(workspace, path, args), body: 'ok' }
      : faulty(path.replace('/api/', ''), args, (request.headers.authorization ?? '').replace('Bearer ', ''));
    if (!answer) return; // It hangs.
    const headers = { 'content-type': 'application/json', ...('headers' in answer && answer.headers) };
    response.writeHead(answer.status, headers).end(JSON.stringify(answer.body));
  });
  server.on('upgrade', (request, socket) => sockets.push(acceptSocket(request, socket)));
  const base = `http://127.0.0.1:${await listen(server)}`;

  function faulty(method: string, args: fakes.Args, token: string) {
    calls.push({ method, args, token });
    const at = faults.findIndex((planned) => planned.method === method);
    const fault = at < 0 ? undefined : faults.splice(at, 1)[0]?.fault;
    if (fault && 'hangs' in fault) return undefined;
    if (fault && 'status' in fault) return { ...fault, body: {} };
    if (fault && 'error' in fault) return { status: 200, body: { ok: false, error: fault.error } };
    const wait = gates.at(-1)?.(method, args);
    if (wait !== undefined) return { status: 429, headers: { 'retry-after': String(wait) }, body: {} };
    const body =
      method === 'apps.connections.open'
        ? { ok: true, url: `${base.replace('http', 'ws')}/socket` }
        : run(method, args, token);
    return fault ? undefined : { status: 200, body };
  }

  function run(method: string, args: fakes.Args, token: string) {
    const own = installed.find((candidate) => candidate.token === token);
    if (!own) return { ok: false, error: 'invalid_auth' };
    if (method === 'auth.test')
      return { ok: true, team_id: own.team, user_id: own.botUser, bot_id: own.botId };
    if (fakes.refused(workspace, method, argumentProblems(method, args)))
      return { ok: false, error: 'invalid_arguments' };
    return FAKE_METHODS[method]?.(workspace, args) ?? { ok: false, error: 'unknown_method' };
  }

  return {
    /** Keeps a file; gives its address. */
    addFile(name: string, file: SlackFile): string {
      const path = `/files-pri/T1-F${files.size}/download/${name}`;
      files.set(path, file);
      return `${base}${path}`;
    },
    workspace,
    posts,
    views,
    events,
    violations,
    calls,
    sockets,
    apiUrl: `${base}/api/`,
    /** The next call of that method goes wrong. */
    plan: (method: string, fault: Fault) => void faults.push({ method, fault }),
    /** From now on some calls are refused with 429: it gives how many seconds they have to wait. */
    limit: (gate: (typeof gates)[number]) => void gates.push(gate),
    callsOf: (method: string) => calls.filter((made) => made.method === method),
    trigger: (user: string, ms?: number) => fakes.newTrigger(workspace, user, ms),
    /** `post`: the message it may replace. */
    responseUrl: (user: string, channel: string, post?: fakes.Post) =>
      `${base}${fakes.newResponsePath(workspace, user, channel, post)}`,
    /** A response_url of more than 30 minutes ago. */
    expiredUrl: `${base}/response/expired`,
    async stop() {
      for (const socket of sockets) socket.end();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Slack gives a file to who has a token; without one, or without files:read, a page to sign in on. */
function giveFile(file: SlackFile | undefined, request: IncomingMessage, response: ServerResponse): void {
  if (file?.redirect) return void response.writeHead(302, { location: file.redirect }).end();
  const known = request.headers.authorization === `Bearer ${INSTALLED.token}`;
  if (!file || !known || file.page) {
    return void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<html>');
  }
  response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(file.bytes);
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

async function bodyOf(request: IncomingMessage): Promise<fakes.Args> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const body = Buffer.concat(chunks).toString();
  if (request.headers['content-type']?.includes('json')) return JSON.parse(body || '{}');
  return Object.fromEntries(
    Object.entries(parse(body)).map(([key, value]) => [key, unpacked(key, String(value))]),
  );
}

/** A form-encoded body carries objects as JSON, and everything else as text. */
function unpacked(key: string, value: string): unknown {
  if (['blocks', 'view', 'metadata'].includes(key)) return JSON.parse(value);
  return value === 'true' || value === 'false' ? value === 'true' : value;
}
