import type { AllMiddlewareArgs, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import { within } from '../chat/work.ts';
import { deliver } from './answer.ts';
import { type Bot, requestOf } from './bot.ts';
import { plainText } from './incoming-text.ts';

/** As in manifests/slack.yaml. */
export const UPDATE_FROM_MESSAGE = 'update_van_bericht';

const payload = z.object({
  user: z.object({ id: z.string() }),
  trigger_id: z.string(),
  response_url: z.string(),
  channel: z.object({ id: z.string() }),
  message: z.object({ ts: z.string(), text: z.string().default('') }),
});

/** How long the link to a message may take, in milliseconds: the form must be open 3 seconds after the press. */
const LINK_MS = 800;

/** "Maak hier een update van", beside a message. */
export function onMessageShortcut(bot: Bot) {
  return async ({ body, ack }: SlackShortcutMiddlewareArgs & AllMiddlewareArgs) => {
    const pressed = payload.parse(body);
    await ack();
    bot.work.add(openForm(bot, pressed));
  };
}

async function openForm(
  bot: Bot,
  { user, trigger_id, response_url, channel, message }: z.infer<typeof payload>,
) {
  const link = (await within(linkTo(bot, channel.id, message.ts), LINK_MS)) ?? '';
  const say = { command: 'citaat.formulier', input: { tekst: plainText(message.text), link } };
  const request = requestOf(bot, trigger_id, user.id, say);
  await deliver(bot, request, await bot.ask(request), { user: user.id, url: response_url }, trigger_id);
}

/** Undefined in a conversation that the bot is not in: there is no link to it then. */
async function linkTo(bot: Bot, channel: string, message_ts: string): Promise<string | undefined> {
  try {
    return (await bot.interactive.chat.getPermalink({ channel, message_ts })).permalink;
  } catch {
    return undefined;
  }
}
