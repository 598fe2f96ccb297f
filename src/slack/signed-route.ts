import type { IncomingMessage, ServerResponse } from 'node:http';
import { type BufferedIncomingMessage, type HTTPReceiver, verifySlackRequest } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Route } from '../chat/platform.ts';

type Parts = { signingSecret: string; receiver: HTTPReceiver; now: () => Temporal.Instant; log: Logger };

/** How far a request's timestamp may be from now, before or after, in seconds. */
const TOLERANCE = 300;

/** Far above what Slack sends, in bytes. */
const BODY_LIMIT = 1_000_000;

/**
 * Where Slack's requests come in: the signature is checked here, by Bolt's function and our clock (Bolt's receiver
 * has its own, and lets timestamps in the future pass), and only what is signed reaches the receiver.
 */
export function signedRoute(parts: Parts): Route {
  const listener = (request: IncomingMessage, response: ServerResponse) => {
    if (request.method !== 'POST') return end(response, 405);
    receive(request, parts).then(
      (refused) => (refused ? end(response, refused) : parts.receiver.requestListener(request, response)),
      (err: unknown) => {
        parts.log.warn({ err }, 'Slack: a request broke off');
        end(response, 400);
      },
    );
  };
  return { path: '/slack/events', listener };
}

/** Reads the body and leaves it where the receiver looks for it; gives the status to refuse with, or nothing. */
async function receive(request: IncomingMessage, parts: Parts): Promise<number | undefined> {
  const { 'x-slack-signature': signature, 'x-slack-request-timestamp': timestamp } = request.headers;
  if (typeof signature !== 'string' || !/^\d{1,12}$/.test(String(timestamp))) return 401;
  const body = await read(request);
  if (!body) return 413;
  if (!isSigned(body, signature, Number(timestamp), parts)) return 401;
  (request as BufferedIncomingMessage).rawBody = body;
  // Bolt knows the bare type only; some proxies add a charset.
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (type !== undefined) request.headers['content-type'] = type;
  return undefined;
}

/** Undefined when it is too large. It is then read on without being kept, or the refusal would be lost with it. */
async function read(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= BODY_LIMIT) chunks.push(chunk);
    if (size > 10 * BODY_LIMIT) break;
  }
  return size <= BODY_LIMIT ? Buffer.concat(chunks) : undefined;
}

function isSigned(
  body: Buffer,
  signature: string,
  timestamp: number,
  { signingSecret, now, log }: Parts,
): boolean {
  const { epochMilliseconds } = now();
  if (Math.abs(epochMilliseconds / 1_000 - timestamp) > TOLERANCE) return false;
  try {
    verifySlackRequest({
      signingSecret,
      body: body.toString(),
      headers: { 'x-slack-signature': signature, 'x-slack-request-timestamp': timestamp },
      nowMilliseconds: epochMilliseconds,
    });
    return true;
  } catch (error) {
    log.warn({ reason: String(error) }, 'Slack: a request was refused');
    return false;
  }
}

function end(response: ServerResponse, status: number): void {
  if (!response.headersSent) response.writeHead(status, { connection: 'close' });
  response.end();
}
