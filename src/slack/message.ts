import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import { sayWith } from '../chat/given-file.ts';
import { deliver } from './answer.ts';
import { type Bot, requestOf } from './bot.ts';
import { fileSchema, givenFile } from './file.ts';
import { plainText } from './incoming-text.ts';
import { channelOf, isDirect, type Place } from './place.ts';

const payload = z.object({
  event_id: z.string(),
  event: z.object({
    channel: z.string(),
    channel_type: z.string().optional(),
    user: z.string().optional(),
    bot_id: z.string().optional(),
    subtype: z.string().optional(),
    text: z.string().default(''),
    thread_ts: z.string().optional(),
    files: z.array(fileSchema).default([]),
  }),
});

type Event = z.infer<typeof payload>['event'];
type Args = SlackEventMiddlewareArgs<'message' | 'app_mention'> & AllMiddlewareArgs;

/** The kinds of message that a person writes; all others are about messages, or from bots. */
const WRITTEN = [undefined, 'file_share', 'thread_broadcast'];

const isDm = ({ channel, channel_type }: Event) => channel_type === 'im' || isDirect(channel);

/** In the DM with the bot, where answers last. */
export function onMessage(bot: Bot) {
  return listener(bot, (event) => {
    if (!isDm(event) || !event.user) return undefined;
    return { user: event.user, lasting: true, ...threadOf(event) };
  });
}

/** In a channel, where only the asker sees the answer. */
export function onMention(bot: Bot) {
  return listener(bot, (event) => {
    if (isDm(event) || !event.user) return undefined;
    return { user: event.user, channel: event.channel, ...threadOf(event) };
  });
}

const threadOf = ({ thread_ts }: Event) => (thread_ts === undefined ? {} : { thread: thread_ts });

/**
 * Slack has its acknowledgement when this resolves, and delivers again when it rejects: so it resolves when the request
 * has been carried out, and leaves the posting for afterwards.
 */
function listener(bot: Bot, placeOf: (event: Event) => Place | undefined) {
  const once = onceEach();
  return async ({ body, context }: Args) => {
    const { event, event_id } = payload.parse(body);
    const place = placeOf(event);
    if (!place || event.bot_id || place.user === bot.botUser || !WRITTEN.includes(event.subtype)) return;
    const slow = context.retryReason === 'http_timeout';
    await once(event_id, slow, async () => {
      const files = place.lasting ? event.files.map((file) => givenFile(bot, file)) : [];
      const said = sayWith(plainText(event.text, bot.botUser), files);
      const say = 'text' in said ? { text: said.text || 'help' } : said;
      const request = requestOf(bot, event_id, place.user, say, channelOf(place.channel));
      const answer = await bot.ask(request);
      if (slow && answer.repeated) return;
      bot.work.add(deliver(bot, request, answer, place));
    });
  };
}

/** How many of the last events are remembered. */
const REMEMBERED = 500;

/**
 * A delivery that Slack repeats because the first is slow waits for that first one, which gives the answer. (The
 * database tells repeated changes apart; a question that changes nothing is known here only.)
 */
function onceEach() {
  const first = new Map<string, Promise<void>>();
  return async (id: string, slow: boolean, work: () => Promise<void>) => {
    const earlier = first.get(id);
    if (slow && earlier) return earlier;
    const now = work();
    first.set(id, now);
    const [oldest] = first.keys();
    if (oldest !== undefined && first.size > REMEMBERED) first.delete(oldest);
    return now.catch((error: unknown) => {
      first.delete(id);
      throw error;
    });
  };
}
