import { inspect } from 'node:util';
import { z } from 'zod';
import type { Json } from '../chat/card.ts';
import { DeliveryError } from '../chat/platform.ts';
import type { Token } from './token.ts';

/** Teams said no. `status` is the HTTP status. */
export class ConnectorError extends DeliveryError {
  readonly status: number;

  constructor(
    message: string,
    status: number,
    options: { final: boolean; retryAfter?: number; doubt?: boolean },
  ) {
    super(message, options);
    this.status = status;
  }
}

/** A conversation, and where it is reached. */
export type Place = { serviceUrl: string; conversation: string };

export type Member = {
  email?: string | null | undefined;
  userPrincipalName?: string | null | undefined;
  tenantId?: string | null | undefined;
};

/** Teams' own API for bots, as far as Doebot needs it. The SDK's client is not used: it posts private replies in public. */
export type Connector = ReturnType<typeof createConnector>;

const created = z.object({ id: z.string() });
const member = z.object({
  email: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
  tenantId: z.string().nullish(),
});
const refusal = z.object({ error: z.object({ code: z.string() }) });

/**
 * Every call throws a `DeliveryError`: final when the message can never arrive, otherwise worth another attempt.
 * `timeout` in milliseconds, for each call; a call that timed out may have arrived all the same.
 */
export function createConnector(token: Token, timeout: number) {
  async function call(method: string, serviceUrl: string, path: string, body?: Json): Promise<unknown> {
    const bearer = await token();
    const response = await reach(`${serviceUrl.replace(/\/+$/, '')}/v3/conversations${path}`, {
      method,
      redirect: 'error', // whoever is redirected to would receive the token
      signal: AbortSignal.timeout(timeout),
      headers: {
        ...(bearer && { authorization: `Bearer ${bearer}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw await problem(response);
    return response.json().catch(() => ({}));
  }

  return {
    /**
     * Gives the id of the message, if Teams gives one. `targeted`: seen by the message's recipient only, in a
     * channel or group.
     */
    async post({ serviceUrl, conversation }: Place, message: Json, targeted = false) {
      const path = `/${encodeURIComponent(conversation)}/activities${query(targeted)}`;
      return created.safeParse(await call('POST', serviceUrl, path, message)).data?.id;
    },
    async update({ serviceUrl, conversation }: Place, id: string, message: Json, targeted = false) {
      const path = `/${encodeURIComponent(conversation)}/activities/${encodeURIComponent(id)}${query(targeted)}`;
      await call('PUT', serviceUrl, path, message);
    },
    /** The 1:1 conversation with this user: the existing one, if there is one. */
    async open(serviceUrl: string, bot: string, user: string, tenant: string): Promise<string> {
      const body = { isGroup: false, bot: { id: bot }, members: [{ id: user }], tenantId: tenant };
      const answer = await call('POST', serviceUrl, '', { ...body, channelData: { tenant: { id: tenant } } });
      const { data: conversation } = created.safeParse(answer);
      if (!conversation) throw new DeliveryError('Teams opened a conversation without an id');
      return conversation.id;
    },
    async member({ serviceUrl, conversation }: Place, user: string): Promise<Member> {
      const path = `/${encodeURIComponent(conversation)}/members/${encodeURIComponent(user)}`;
      return member.parse(await call('GET', serviceUrl, path));
    },
  };
}

function query(targeted: boolean): string {
  return targeted ? '?isTargetedActivity=true' : '';
}

async function reach(url: string, options: RequestInit): Promise<Response> {
  try {
    return await fetch(url, options);
  } catch (error) {
    const reason = error instanceof Error ? error.name : String(error);
    // Who did not even get a connection has sent nothing.
    const doubt = !/ECONNREFUSED|ENOTFOUND/.test(inspect(error, { depth: 3 }));
    throw new DeliveryError(`Teams could not be reached: ${reason}`, { doubt });
  }
}

/** Documented as worth another attempt: 412, 429, 502, 504; and a server that fails, or a token that just expired. */
async function problem(response: Response): Promise<ConnectorError> {
  const { status } = response;
  const parsed = refusal.safeParse(await response.json().catch(() => undefined));
  const code = parsed.success ? parsed.data.error.code : 'no code';
  const again = status >= 500 || status === 401 || status === 408 || status === 412 || status === 429;
  const seconds = Number(response.headers.get('retry-after') || Number.NaN);
  return new ConnectorError(`Teams answered ${status} (${code})`, status, {
    final: !again,
    // Behind a gateway that gave up waiting it may have been done.
    doubt: status >= 500 || status === 408,
    ...(again && seconds >= 0 && { retryAfter: seconds }),
  });
}
