import { webApi } from '@slack/bolt';
import { z } from 'zod';
import { DeliveryError, type Letter } from '../chat/platform.ts';
import { messageOf } from './blocks.ts';
import type { Bot } from './bot.ts';
import { retryAfter, slackError } from './clients.ts';

const EVENT_TYPE = 'doebot_bericht';

const addressSchema = z.object({ user: z.string() });
const postedSchema = z.object({ channel: z.string(), ts: z.string() });

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
  'channel_not_found',
  'cannot_dm_bot',
  'is_bot',
  'invalid_blocks',
  'invalid_blocks_format',
  'invalid_metadata_format',
  'metadata_too_large',
  'msg_blocks_too_long',
  'msg_too_long',
]);

/** Posts in the DM with the bot. From the second attempt on it first looks whether an earlier one arrived after all. */
export async function sendLetter(bot: Bot, letter: Letter): Promise<Posted> {
  const address = addressSchema.safeParse(letter.address);
  if (!address.success || letter.tenant !== bot.team) {
    throw new DeliveryError(`No Slack address in this workspace: ${JSON.stringify(letter.address)}`, {
      final: true,
    });
  }
  const message = rendered(letter);
  const { user } = address.data;
  try {
    const earlier = letter.attempt > 1 ? await findPosted(bot, user, letter.id) : undefined;
    if (earlier) return earlier;
    const metadata = { event_type: EVENT_TYPE, event_payload: { id: letter.id } };
    const quiet = { unfurl_links: false, unfurl_media: false };
    return postedSchema.parse(
      await bot.bulk.chat.postMessage({ channel: user, ...message, metadata, ...quiet }),
    );
  } catch (error) {
    throw deliveryError(error);
  }
}

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

async function findPosted({ bulk }: Bot, user: string, id: string): Promise<Posted | undefined> {
  const { channel } = await bulk.conversations.open({ users: user });
  if (!channel?.id) return undefined;
  const history = await bulk.conversations.history({
    channel: channel.id,
    include_all_metadata: true,
    limit: 100,
  });
  const tagged = (history.messages ?? []).flatMap((message) => taggedSchema.safeParse(message).data ?? []);
  const found = tagged.find(({ metadata }) => metadata.event_payload.id === id);
  return found && { channel: channel.id, ts: found.ts };
}

function deliveryError(error: unknown): DeliveryError {
  const pause = retryAfter(error);
  if (pause !== undefined) return new DeliveryError('Slack asks to wait', { retryAfter: pause });
  const reason = slackError(error);
  if (reason !== undefined) return new DeliveryError(`Slack: ${reason}`, { final: FINAL.has(reason) });
  const what = error instanceof webApi.WebAPIHTTPError ? `HTTP ${error.statusCode}` : String(error);
  return new DeliveryError(`Slack did not answer: ${what}`);
}
