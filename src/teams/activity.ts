import { z } from 'zod';
import type { Input, Json } from '../chat/card.ts';
import type { Channel, Request } from '../chat/platform.ts';
import type { TeamsConfig } from '../config.ts';
import { pressedKey } from './parts.ts';

const account = z.object({ id: z.string(), aadObjectId: z.string().nullish(), name: z.string().nullish() });

const schema = z.object({
  type: z.string(),
  id: z.string(),
  name: z.string().nullish(),
  action: z.string().nullish(),
  text: z.string().nullish(),
  textFormat: z.string().nullish(),
  value: z.json().nullish(),
  replyToId: z.string().nullish(),
  serviceUrl: z.string(),
  from: account,
  recipient: account.extend({ isTargeted: z.boolean().nullish() }),
  conversation: z.object({
    id: z.string(),
    conversationType: z.string().nullish(),
    tenantId: z.string().nullish(),
    name: z.string().nullish(),
  }),
  attachments: z.array(z.json()).nullish(),
  channelData: z
    .object({
      tenant: z.object({ id: z.string() }).nullish(),
      channel: z.object({ name: z.string().nullish() }).nullish(),
    })
    .nullish(),
  entities: z
    .array(
      z.object({
        type: z.string(),
        text: z.string().nullish(),
        mentioned: z.object({ id: z.string() }).nullish(),
      }),
    )
    .nullish(),
});

/** What Teams tells the bot: something was typed, pressed, installed; as far as Doebot looks at it. */
export type Activity = z.infer<typeof schema>;

/** Undefined for the many kinds of activity that are not somebody's request (reactions, renamed channels, …). */
export function parseActivity(body: unknown): Activity | undefined {
  return schema.safeParse(body).data;
}

/** In 1:1 with the bot. */
export function isPersonal(activity: Activity): boolean {
  return activity.conversation.conversationType === 'personal' && !isElsewhere(activity);
}

/** Chosen beside somebody's message: a conversation that the bot need not be in, and 1:1 perhaps with another. */
export function isElsewhere({ name }: Activity): boolean {
  return name?.startsWith('composeExtension/') ?? false;
}

/** What is needed to write in a channel or group later. Only a channel has threads. */
export const channelAddressSchema = z.object({
  serviceUrl: z.string(),
  tenant: z.string(),
  channel: z.string(),
  threads: z.boolean(),
});

/** Where others read: everywhere but in 1:1. */
export function channelOf(activity: Activity, tenant: string): Channel | undefined {
  const { conversation, replyToId, serviceUrl, channelData } = activity;
  if (isPersonal(activity)) return undefined;
  const id = rootOf(conversation.id);
  const threads = conversation.conversationType === 'channel';
  const name = channelData?.channel?.name ?? conversation.name;
  return {
    id,
    address: { serviceUrl, tenant, channel: id, threads },
    ...(name && { name }),
    ...(replyToId && { message: replyToId }),
  };
}

/** Microsoft's local client makes up a tenant; in its stead comes the one that Doebot is set up for. */
export function tenantOf({ channelData, conversation }: Activity, config: TeamsConfig): string {
  if (config.anonymous) return config.tenantId;
  return channelData?.tenant?.id ?? conversation.tenantId ?? '';
}

/** The same for every delivery of the activity. In a channel the conversation is named with its thread: left out. */
export function requestId(activity: Activity, tenant: string): string {
  return `teams:${tenant}:${rootOf(activity.conversation.id)}:${activity.id}`;
}

export function rootOf(conversation: string): string {
  return conversation.replace(/;messageid=.*$/, '');
}

/** The button or form that this message or invoke comes from. `fields`: a form was handed in. */
export type Press = {
  say: { command: string; input: Input };
  fields: string[] | undefined;
  /** The message from which the dialog was opened that it stands in. */
  on: string | undefined;
};

const input = z.record(z.string(), z.json());
const pressed = z.looseObject({
  [pressedKey]: z.object({
    command: z.string(),
    input,
    fields: z.array(z.string()).optional(),
    on: z.string().optional(),
  }),
});
const execute = z.object({
  action: z.object({ type: z.literal('Action.Execute').optional(), data: z.json() }),
});
const dialog = z.object({ data: z.json() });

/** From the value of an Action.Execute or of a dialog (an invoke), or of an Action.Submit (a message). */
export function pressOf(activity: Activity): Press | undefined {
  const { data: press } = pressed.safeParse(
    execute.safeParse(activity.value).data?.action.data ??
      dialog.safeParse(activity.value).data?.data ??
      activity.value,
  );
  if (!press) return undefined;
  const { command, input, fields, on } = press[pressedKey] as {
    command: string;
    input: Input;
    fields?: string[];
    on?: string;
  };
  const filledIn = Object.fromEntries((fields ?? []).map((name) => [name, asText(press[name] as Json)]));
  return { say: { command, input: { ...input, ...filledIn } }, fields, on };
}

/** Teams leaves out an input that is empty. */
function asText(value: Json | undefined): string {
  return typeof value === 'string' ? value : value === undefined || value === null ? '' : String(value);
}

/** What is needed to write to somebody in 1:1 later, also when they were only met in a channel. */
export const addressSchema = z.object({
  serviceUrl: z.string(),
  tenant: z.string(),
  user: z.string(),
  aad: z.string().optional(),
  conversation: z.string().optional(),
});

export type Address = {
  serviceUrl: string;
  tenant: string;
  user: string;
  aad?: string;
  conversation?: string;
};

export function addressOf(activity: Activity, tenant: string): Address {
  const { serviceUrl, from, conversation } = activity;
  return {
    serviceUrl,
    tenant,
    user: from.id,
    ...(from.aadObjectId && { aad: from.aadObjectId }),
    ...(isPersonal(activity) && { conversation: conversation.id }),
  };
}

export function accountIdOf({ from }: Activity): Request['account']['id'] {
  return from.aadObjectId ?? from.id;
}
