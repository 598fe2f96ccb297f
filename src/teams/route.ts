import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { Route } from '../chat/platform.ts';
import type { TeamsConfig } from '../config.ts';
import type { Inbound } from './inbound.ts';
import { isAllowedServiceUrl } from './service-url.ts';

/** In bytes; Teams sends at most 100 KB or so. */
const maxBody = 1_000_000;

/** Where Teams delivers. What is plainly wrong is turned away before the SDK sees it. */
export function createRoute(config: TeamsConfig, inbound: Inbound, log: Logger): Route {
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const problem = refuseCaller(config, request);
    if (problem) return end(response, problem);
    const body = await readBody(request);
    if (body === undefined) return end(response, 413);
    const activity = parse(body);
    if (!activity) return end(response, 400);
    if (!isAllowedServiceUrl(config, activity.serviceUrl)) return end(response, 403);
    const { status, body: answered } = await inbound(activity, request.headers.authorization ?? '');
    if (status === 401 || status === 503) log.warn({ status }, 'token of an activity not accepted');
    end(response, status, answered);
  }

  return {
    path: '/api/messages',
    listener: (request, response) => {
      answer(request, response).catch((error: unknown) => {
        log.error({ err: error }, 'activity failed');
        end(response, 500);
      });
    },
  };
}

/** Without tokens nobody but this machine is let in, whatever address the server listens on. */
function refuseCaller({ anonymous }: TeamsConfig, request: IncomingMessage): number | undefined {
  const { method, socket, headers } = request;
  if (method !== 'POST') return 405;
  // A tunnel or proxy makes everybody a caller from this machine; a web page cannot send JSON unasked.
  const passedOn = headers['x-forwarded-for'] !== undefined || headers['forwarded'] !== undefined;
  const json = headers['content-type']?.startsWith('application/json') ?? false;
  if (anonymous && (passedOn || !json)) return 403;
  const local = /^(?:::1|(?:::ffff:)?127\.\d+\.\d+\.\d+)$/.test(socket.remoteAddress ?? '');
  return anonymous && !local ? 403 : undefined;
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += chunk.length;
    if (size > maxBody) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The channel is looked at because other ones than Teams have tokens and rules of their own. */
function parse(body: string): { type: string; serviceUrl: string } | undefined {
  try {
    const activity: unknown = JSON.parse(body);
    if (typeof activity !== 'object' || activity === null) return undefined;
    const { type, serviceUrl, channelId } = activity as Record<string, unknown>;
    if (typeof type !== 'string' || typeof serviceUrl !== 'string' || channelId !== 'msteams')
      return undefined;
    return { ...activity, type, serviceUrl };
  } catch {
    return undefined;
  }
}

/** The rest of a body that is too large is not read: the connection closes. */
function end(response: ServerResponse, status: number, body?: object): void {
  if (response.headersSent) return;
  if (status === 413) response.setHeader('connection', 'close');
  if (body) response.setHeader('content-type', 'application/json; charset=utf-8');
  response.writeHead(status).end(body && JSON.stringify(body));
}
