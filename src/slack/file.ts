import { z } from 'zod';
import { fetchFile, NOT_FETCHED } from '../chat/given-file.ts';
import type { GivenFile } from '../chat/platform.ts';
import { Refusal } from '../refusal.ts';
import type { Bot } from './bot.ts';

export const fileSchema = z.object({
  name: z.string().nullish(),
  size: z.number().nullish(),
  url_private_download: z.string().nullish(),
});

const SLACK = 'https://files.slack.com';

/** A file in a message. It is fetched with the bot's token, so from Slack itself only, whatever the message says. */
export function givenFile(
  bot: Bot,
  { name, size, url_private_download }: z.infer<typeof fileSchema>,
): GivenFile {
  return {
    name: name || 'bestand',
    size: size ?? 0,
    read: async () => {
      const url = URL.parse(url_private_download ?? '');
      try {
        if (!url || (url.origin !== SLACK && url.origin !== bot.files.origin))
          throw new Error(`not Slack's: ${url?.origin}`);
        return await fetchFile(url.href, { authorization: `Bearer ${bot.files.token}` });
      } catch (err) {
        bot.log.warn({ err }, 'Slack: a file was not fetched');
        throw new Refusal(NOT_FETCHED);
      }
    },
  };
}
