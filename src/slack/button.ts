import type { AllMiddlewareArgs, SlackActionMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import { within } from '../chat/work.ts';
import { deliver, post } from './answer.ts';
import { messageOf } from './blocks.ts';
import { type Bot, requestOf } from './bot.ts';
import { oldButtonCard } from './notices.ts';
import { channelOf, isDirect, type Place } from './place.ts';
import { sayOf } from './say.ts';

const payload = z.object({
  user: z.object({ id: z.string() }),
  trigger_id: z.string(),
  response_url: z.string().optional(),
  channel: z.object({ id: z.string(), name: z.string().optional() }).optional(),
  container: z.object({
    message_ts: z.string().optional(),
    thread_ts: z.string().optional(),
    is_ephemeral: z.boolean().optional(),
  }),
  message: z.object({ thread_ts: z.string().optional() }).optional(),
  actions: z.tuple([z.object({ action_ts: z.string(), value: z.string().default('') })], z.unknown()),
});

/** A button on a message: its value says what it asks. */
export function onButton(bot: Bot) {
  return async ({ body, ack }: SlackActionMiddlewareArgs & AllMiddlewareArgs) => {
    const press = payload.parse(body);
    const [{ action_ts, value }] = press.actions;
    const place = placeOf(press);
    const say = sayOf(value);
    if (!say) {
      await ack();
      bot.work.add(post(bot, place, messageOf(oldButtonCard())));
      return;
    }
    const id = `${press.container.message_ts ?? ''}:${action_ts}:${place.user}`;
    const channel = channelOf(place.channel, press.container.message_ts, press.channel?.name);
    const request = requestOf(bot, id, place.user, say, channel);
    const asked = bot.ask(request);
    await within(asked, bot.pace.acknowledge);
    await ack();
    bot.work.add(asked.then((answer) => deliver(bot, request, answer, place, press.trigger_id)));
  };
}

/** A message in a channel that others see too is never replaced by one person's answer. */
function placeOf({ user, response_url, channel, container, message }: z.infer<typeof payload>): Place {
  const direct = channel !== undefined && isDirect(channel.id);
  const alone = container.is_ephemeral === true;
  // A message that only one person sees does not come with the press.
  const thread = message?.thread_ts ?? container.thread_ts;
  return {
    user: user.id,
    replaces: alone || direct,
    lasting: direct && !alone,
    ...(response_url !== undefined && { url: response_url }),
    ...(channel !== undefined && { channel: channel.id }),
    ...(thread !== undefined && { thread }),
  };
}
