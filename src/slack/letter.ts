import { inspect } from 'node:util';
import { webApi } from '@slack/bolt';
import { z } from 'zod';
import { DeliveryError, type Gone, type Letter } from '../chat/platform.ts';
import { messageOf } from './blocks.ts';
import type { Bot } from './bot.ts';
import { retryAfter, slackError } from './clients.ts';

const EVENT_TYPE = 'doebot_bericht';

/** A person, who is written to in the DM with the bot, or a channel. */
const addressSchema = z.union([z.object({ user: z.string() }), z.object({ channel: z.string() })]);
const postedSchema = z.object({ channel: z.string(), ts: z.string() });

type Address = z.infer<typeof addressSchema>;
type Posted = z.infer<typeof postedSchema>;

/**
 * What lies in the letter or in who it is for, so that trying again is of no use. Trouble with the token is not in it:
 * an administrator can mend that, and then the letters that wait still go out.
 */
const FINAL = new Set([
  'user_not_found',
  'users_not_found',
  'user_not_visible',
  'user_disabled',
  'cannot_dm_bot',
  'is_bot',
  'invalid_blocks',
  'invalid_blocks_format',
  'invalid_metadata_format',
  'metadata_too_large',
  'msg_blocks_too_long',
  'msg_too_long',
  'cannot_reply_to_message',
  'cant_update_message',
  'edit_window_closed',
]);

/** Something broke inside Slack: documented as perhaps carried out. */
const IN_DOUBT = new Set(['internal_error', 'fatal_error', 'request_timeout', 'service_unavailable']);

/** What is not there any more, by Slack's word for it; these are final too. */
const GONE: Record<string, Gone> = {
  channel_not_found: 'channel',
  not_in_channel: 'channel',
  is_archived: 'channel',
  restricted_action_read_only_channel: 'channel',
  message_not_found: 'message',
};

/**
 * Posts in the DM with the bot or in a channel, or edits. From the second attempt on it first looks whether an earlier one
 * arrived after all.
 */
export async function sendLetter(bot: Bot, letter: Letter): Promise<Posted> {
  const address = addressSchema.safeParse(letter.address);
  if (!address.success || letter.tenant !== bot.team) {
    throw new DeliveryError(`No Slack address in this workspace: ${JSON.stringify(letter.address)}`, {
      final: true,
    });
  }
  const message = rendered(letter);
  try {
    if (letter.edits !== undefined) return await edit(bot, postedSchema.parse(letter.edits), message);
    const earlier = letter.attempt > 1 ? await findPosted(bot, address.data, letter) : undefined;
    if (earlier) return letter.revised ? await edit(bot, earlier, message) : earlier;
    return await post(bot, address.data, letter, message);
  } catch (error) {
    throw deliveryError(error);
  }
}

/** Where an earlier attempt of this letter stands, if it arrived. */
export async function lookForLetter(bot: Bot, letter: Letter): Promise<Posted | undefined> {
  const address = addressSchema.safeParse(letter.address);
  if (!address.success || letter.tenant !== bot.team) return undefined;
  try {
    return await findPosted(bot, address.data, letter);
  } catch (error) {
    throw deliveryError(error);
  }
}

async function post(bot: Bot, address: Address, letter: Letter, message: ReturnType<typeof rendered>) {
  const channel = 'user' in address ? address.user : address.channel;
  const metadata = { event_type: EVENT_TYPE, event_payload: { id: letter.id } };
  const thread = threadOf(letter);
  return postedSchema.parse(
    await bot.bulk.chat.postMessage({
      channel,
      ...message,
      metadata,
      unfurl_links: false,
      unfurl_media: false,
      ...(thread !== undefined && { thread_ts: thread }),
    }),
  );
}

/** The metadata that a message is found by stays when it is edited. */
async function edit(
  { bulk }: Bot,
  { channel, ts }: Posted,
  message: ReturnType<typeof rendered>,
): Promise<Posted> {
  await bulk.chat.update({ channel, ts, ...message });
  return { channel, ts };
}

const threadOf = ({ thread }: Letter): string | undefined =>
  thread === undefined ? undefined : postedSchema.parse(thread).ts;

function rendered({ card }: Letter) {
  try {
    return messageOf(card);
  } catch (error) {
    throw new DeliveryError(`The card cannot be shown: ${String(error)}`, { final: true });
  }
}

const taggedSchema = z.object({
  ts: z.string(),
  metadata: z.object({ event_payload: z.object({ id: z.string() }) }),
});

async function findPosted({ bulk }: Bot, address: Address, letter: Letter): Promise<Posted | undefined> {
  const channel = 'user' in address ? await directWith(bulk, address.user) : address.channel;
  if (channel === undefined) return undefined;
  const ts = threadOf(letter);
  const look = { channel, include_all_metadata: true as const };
  // A conversation shows its newest messages first, a thread its oldest.
  const { messages } = await (ts === undefined
    ? bulk.conversations.history({ ...look, limit: 100 })
    : bulk.conversations.replies({ ...look, ts, limit: 1_000 })
  ).catch(unlessForbidden);
  const tagged = (messages ?? []).flatMap((message) => taggedSchema.safeParse(message).data ?? []);
  const found = tagged.find(({ metadata }) => metadata.event_payload.id === letter.id);
  return found && { channel, ts: found.ts };
}

/** Where the bot may not read, a message that may have arrived is sent again: rather twice than not at all. */
function unlessForbidden(error: unknown): { messages?: never[] } {
  if (['missing_scope', 'not_allowed_token_type', 'thread_not_found'].includes(slackError(error) ?? ''))
    return {};
  throw error;
}

async function directWith(bulk: webApi.WebClient, user: string): Promise<string | undefined> {
  return (await bulk.conversations.open({ users: user })).channel?.id;
}

/** A 429 without a time is not carried out; nor is what did not get as far as Slack. */
const mayHaveArrived = (error: unknown): boolean =>
  !/ECONNREFUSED|ENOTFOUND|Retry header/.test(inspect(error, { depth: 5 }));

export function deliveryError(error: unknown): DeliveryError {
  const pause = retryAfter(error);
  if (pause !== undefined) return new DeliveryError('Slack asks to wait', { retryAfter: pause });
  const reason = slackError(error);
  if (reason !== undefined) {
    const gone = GONE[reason];
    const doubt = IN_DOUBT.has(reason);
    return new DeliveryError(`Slack: ${reason}`, {
      final: gone !== undefined || FINAL.has(reason),
      gone,
      doubt,
    });
  }
  const what = error instanceof webApi.WebAPIHTTPError ? `HTTP ${error.statusCode}` : String(error);
  return new DeliveryError(`Slack did not answer: ${what}`, { doubt: mayHaveArrived(error) });
}
