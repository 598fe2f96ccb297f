import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Route } from './chat/platform.ts';

/** `ready`: undefined when all is well; else what is late, in one line. */
type Ready = () => Promise<string | undefined>;

/**
 * Serves the platforms' routes, `/healthz` (it lives) and `/readyz` (its database answers, and everything planned went
 * out in time).
 */
export async function startServer(
  routes: Route[],
  at: { port: number; host: string },
  ready: Ready = async () => undefined,
) {
  const paths = new Map(routes.map(({ path, listener }) => [path, listener]));
  const folders = routes.filter(({ path }) => path.endsWith('/'));
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const listener = paths.get(path) ?? folders.find((route) => path.startsWith(route.path))?.listener;
    if (listener) return listener(request, response);
    if (path === '/healthz') return reply(response, 200, { alive: true });
    if (path === '/readyz') return void readiness(ready, response);
    return reply(response, 404, { error: 'not found' });
  });
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(at.port, at.host, done);
  });
  return { port: (server.address() as AddressInfo).port, stop: () => stop(server) };
}

function reply(response: ServerResponse<IncomingMessage>, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function readiness(ready: Ready, response: ServerResponse): Promise<void> {
  try {
    const late = await ready();
    if (late === undefined) reply(response, 200, { database: true });
    else reply(response, 503, { database: true, late });
  } catch {
    reply(response, 503, { database: false });
  }
}

/** Lets requests in hand end; keep-alive connections without one are closed, and at five seconds all are. */
async function stop(server: Server): Promise<void> {
  const closed = new Promise<void>((done) => server.close(() => done()));
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const deadline = setTimeout(() => server.closeAllConnections(), 5_000);
  await closed;
  clearInterval(idle);
  clearTimeout(deadline);
}
