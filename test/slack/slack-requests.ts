import { createHmac, randomUUID } from 'node:crypto';

/** Where a bot takes Slack's requests, and what they are signed with. `now` in seconds since 1970. */
export type Door = { url: string; signingSecret: string; now: () => number };

export type Reply = { status: number; body: Record<string, unknown> | undefined };

export const FORM = 'application/x-www-form-urlencoded';
export const JSON_TYPE = 'application/json';

export function signatureOf(body: string, timestamp: number | string, secret: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
}

/** Posts a body as Slack does, signed, unless the headers say otherwise (undefined: left out). */
export async function post(
  door: Door,
  type: string,
  body: string,
  headers: Record<string, string | undefined> = {},
): Promise<Reply> {
  const timestamp = String(headers['x-slack-request-timestamp'] ?? Math.floor(door.now()));
  const all = {
    'content-type': type,
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': signatureOf(body, timestamp, door.signingSecret),
    ...headers,
  };
  const given = Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  const response = await fetch(door.url, { method: 'POST', headers: Object.fromEntries(given), body });
  const text = await response.text();
  return { status: response.status, body: text ? JSON.parse(text) : undefined };
}

const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString();

export type CommandFields = {
  team?: string;
  user: string;
  channel: string;
  command: string;
  text: string;
  trigger: string;
  responseUrl: string;
};

/** The body of a slash command. */
export function commandBody(of: CommandFields): string {
  const { team = 'T1', user, channel, command, text, trigger, responseUrl } = of;
  return form({
    token: 'old-verification-token',
    team_id: team,
    team_domain: 'regio',
    channel_id: channel,
    channel_name: 'directmessage',
    user_id: user,
    user_name: 'someone',
    command,
    text,
    api_app_id: 'A1',
    is_enterprise_install: 'false',
    response_url: responseUrl,
    trigger_id: trigger,
  });
}

export const sendCommand = (door: Door, of: CommandFields) => post(door, FORM, commandBody(of));

/** The body of an event. */
export function eventBody(event: object, { id = `Ev${randomUUID()}`, team = 'T1' } = {}): object {
  return {
    token: 'old-verification-token',
    team_id: team,
    api_app_id: 'A1',
    event,
    type: 'event_callback',
    event_id: id,
    event_time: 1_700_000_000,
    authorizations: [{ enterprise_id: null, team_id: team, user_id: 'UBOT', is_bot: true }],
    is_ext_shared_channel: false,
  };
}

export function sendEvent(
  door: Door,
  event: object,
  of: { id?: string; team?: string; retry?: string } = {},
) {
  const { retry, ...about } = of;
  const headers = retry === undefined ? {} : { 'x-slack-retry-num': '1', 'x-slack-retry-reason': retry };
  return post(door, JSON_TYPE, JSON.stringify(eventBody(event, about)), headers);
}

export const sendInteraction = (door: Door, payload: object) =>
  post(door, FORM, form({ payload: JSON.stringify(payload) }));

export type PressFields = {
  team?: string;
  user: string;
  channel: string;
  ts: string;
  ephemeral: boolean;
  button: Record<string, unknown>;
  trigger: string;
  responseUrl: string;
  actionTs?: string;
  thread?: string | undefined;
};

/** The payload of a pressed button. */
export function pressPayload(of: PressFields): object {
  const { team = 'T1', user, channel, ts, ephemeral, button, trigger, responseUrl, thread } = of;
  return {
    type: 'block_actions',
    user: { id: user, username: 'someone', name: 'someone', team_id: team },
    api_app_id: 'A1',
    token: 'old-verification-token',
    container: {
      type: 'message',
      message_ts: ts,
      channel_id: channel,
      is_ephemeral: ephemeral,
      ...(thread && { thread_ts: thread }),
    },
    trigger_id: trigger,
    team: { id: team, domain: 'regio' },
    enterprise: null,
    is_enterprise_install: false,
    channel: { id: channel, name: channel.startsWith('D') ? 'directmessage' : 'algemeen' },
    ...(!ephemeral && { message: { type: 'message', ts, ...(thread && { thread_ts: thread }) } }),
    state: { values: {} },
    response_url: responseUrl,
    actions: [{ ...button, block_id: 'b', action_ts: of.actionTs ?? `${Date.now() / 1000}` }],
  };
}

/** The payload of a form that is handed in. */
export function submissionPayload(of: { team?: string; user: string; view: object; values: object }): object {
  const { team = 'T1', user, view, values } = of;
  return {
    type: 'view_submission',
    team: { id: team, domain: 'regio' },
    user: { id: user, username: 'someone', name: 'someone', team_id: team },
    api_app_id: 'A1',
    token: 'old-verification-token',
    trigger_id: `${randomUUID()}.submission`,
    view: { ...view, team_id: team, app_installed_team_id: team, state: { values } },
    response_urls: [],
    is_enterprise_install: false,
    enterprise: null,
  };
}
