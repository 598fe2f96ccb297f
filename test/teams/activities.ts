import { randomUUID } from 'node:crypto';
import type { FakeMicrosoft } from './fake-microsoft.ts';
import { isGroup, type Member, personalOf } from './fake-teams.ts';
import type { TokenOptions } from './tokens.ts';

export type Activity = Record<string, unknown>;

/** Where activities go to: the bot, with the Microsoft they come from. */
export type Door = { url: string; fake: FakeMicrosoft };

/** What all activities of this person have in common, in 1:1 unless said otherwise. */
export function activityOf({ fake }: Door, member: Member, more: Activity, conversation?: string): Activity {
  const { tenantId, appId } = fake.config;
  const id = conversation ?? personalOf(member.id);
  return {
    id: randomUUID(),
    timestamp: new Date().toISOString(),
    channelId: 'msteams',
    serviceUrl: fake.serviceUrl,
    from: { id: member.id, name: member.name, aadObjectId: member.aadObjectId },
    recipient: { id: `28:${appId}`, name: 'Doebot' },
    conversation: {
      id,
      tenantId,
      ...(isGroup(id) ? { isGroup: true, conversationType: 'channel' } : { conversationType: 'personal' }),
    },
    channelData: { tenant: { id: tenantId } },
    ...more,
  };
}

export function messageOf(text: string): Activity {
  return { type: 'message', text, textFormat: 'plain' };
}

/** What somebody types in a channel to reach the bot. */
export function mentionOf(text: string, bot: string): Activity {
  const mention = { type: 'mention', text: '<at>Doebot</at>', mentioned: { id: bot, name: 'Doebot' } };
  return { ...messageOf(`<at>Doebot</at>&nbsp;${text}\n`), entities: [{ type: 'clientInfo' }, mention] };
}

/** What a pressed button or handed-in form sends. `on`: the id of the message it is on. */
export function pressOf({ verb, data }: Activity, on: string, filledIn: object = {}): Activity {
  const action = { type: 'Action.Execute', verb, data: { ...(data as object), ...filledIn } };
  return { type: 'invoke', name: 'adaptiveCard/action', replyToId: on, value: { action, trigger: 'manual' } };
}

/** What a press sends that asks for a dialog, and what is handed in there. */
export function fetchOf({ data }: Activity, on: string): Activity {
  return { type: 'invoke', name: 'task/fetch', replyToId: on, value: dialogValue(data) };
}

/** Teams does not say for sure on which message the dialog was opened. */
export function submitOf({ data }: Activity, filledIn: object = {}): Activity {
  return { type: 'invoke', name: 'task/submit', value: dialogValue({ ...(data as object), ...filledIn }) };
}

const dialogValue = (data: unknown) => ({ data, context: { theme: 'default' } });

/** Delivers as Microsoft does: with a token for the address that is in the activity. */
export async function deliver({ url, fake }: Door, activity: Activity, token?: TokenOptions) {
  const bearer = await fake.sign(String(activity['serviceUrl']), token);
  return deliverRaw(url, JSON.stringify(activity), { authorization: `Bearer ${bearer}` });
}

export async function deliverRaw(url: string, body: string, headers: Record<string, string> = {}) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  const text = await response.text();
  return {
    status: response.status,
    body: (text === '' ? undefined : JSON.parse(text)) as Activity | undefined,
  };
}
