import { webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import { boltLogger } from './log.ts';

/**
 * Two clients, so that letters never stand in the way of somebody who waits. Neither retries by itself: a repeated
 * post is a double message, and a client that waits out a 429 holds up everything behind it.
 * Never give them `headers`: the first workspace's token would be written into that shared object. `timeout` in
 * milliseconds, for each call.
 */
export function clientsOf(token: string, apiUrl: string | undefined, timeout: number, log: Logger) {
  const options = (maxRequestConcurrency: number): webApi.WebClientOptions => ({
    timeout,
    maxRequestConcurrency,
    rejectRateLimitedCalls: true,
    retryConfig: { retries: 0 },
    logger: boltLogger(log),
    ...(apiUrl !== undefined && { slackApiUrl: apiUrl }),
  });
  return {
    interactive: new webApi.WebClient(token, options(100)),
    // As many as the outbox has on their way: each has its turn already, and waits for no other.
    bulk: new webApi.WebClient(token, options(40)),
  };
}

/** Slack's own word for what went wrong; undefined when it was something else, such as the network. */
export function slackError(error: unknown): string | undefined {
  return error instanceof webApi.WebAPIPlatformError ? error.data.error : undefined;
}

/** How many seconds Slack asks to wait; undefined when it did not. */
export function retryAfter(error: unknown): number | undefined {
  if (error instanceof webApi.WebAPIRateLimitedError) return error.retryAfter;
  if (!(error instanceof webApi.WebAPIPlatformError) || !/^rate_?limited$/.test(error.data.error))
    return undefined;
  return error.data.response_metadata?.retryAfter ?? 1;
}
