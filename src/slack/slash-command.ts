import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import { within } from '../chat/work.ts';
import { deliver, render } from './answer.ts';
import { type Bot, requestOf } from './bot.ts';
import { plainText } from './incoming-text.ts';
import { channelOf } from './place.ts';

/** As in manifests/slack.yaml. */
export const COMMANDS = ['/actie', '/acties', '/overleg', '/doebot'] as const;

const payload = z.object({
  command: z.enum(COMMANDS),
  text: z.string().default(''),
  user_id: z.string(),
  channel_id: z.string(),
  channel_name: z.string().optional(),
  trigger_id: z.string(),
  response_url: z.string(),
});

/** `/doebot` takes anything; the other commands are the first word of what is asked. */
function wordsOf({ command, text }: z.infer<typeof payload>): string {
  const words = plainText(text);
  return command === '/doebot' ? words || 'help' : `${command.slice(1)} ${words}`.trim();
}

/** Answers in the acknowledgement itself where that is in time: one round trip. */
export function onSlashCommand(bot: Bot) {
  return async ({ body, ack }: SlackCommandMiddlewareArgs & AllMiddlewareArgs) => {
    const command = payload.parse(body);
    const { user_id: user, channel_id: channel, trigger_id: trigger, response_url: url } = command;
    const where = channelOf(channel, undefined, command.channel_name);
    const request = requestOf(bot, trigger, user, { text: wordsOf(command) }, where);
    const asked = bot.ask(request);
    const answer = await within(asked, bot.pace.acknowledge);
    if (answer?.kind === 'card') {
      await ack({ response_type: 'ephemeral', ...render(bot, request, answer.card) });
      return;
    }
    await ack();
    bot.work.add(asked.then((late) => deliver(bot, request, late, { user, url, channel }, trigger)));
  };
}
