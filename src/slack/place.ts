import { z } from 'zod';
import type { Channel } from '../chat/platform.ts';

/** Where an answer goes. Only the person who asked sees it, wherever it is. */
export const placeSchema = z.object({
  user: z.string(),
  /** The response_url of a command or a press: 5 times, for 30 minutes. */
  url: z.string().optional(),
  /** The url belongs to a message that an answer in place may replace. */
  replaces: z.boolean().optional(),
  /** Where the person asked; without it and without a url: the DM with the bot. */
  channel: z.string().optional(),
  thread: z.string().optional(),
  /** Asked on a message that lasts, in the DM: an answer of its own must last as well. */
  lasting: z.boolean().optional(),
});

export type Place = z.infer<typeof placeSchema>;

/** The ids of one-to-one conversations. */
export const isDirect = (channel: string): boolean => channel.startsWith('D');

/** What Slack says of a channel that the bot is not a member of, or of a group of persons. */
const NAMELESS = /^(?:privategroup|directmessage|mpdm-.*)$/;

/** Where others read; undefined where they do not. `message`: whose button was pressed. */
export function channelOf(id: string | undefined, message?: string, name = ''): Channel | undefined {
  if (id === undefined || isDirect(id)) return undefined;
  const known = name !== '' && !NAMELESS.test(name);
  return { id, address: { channel: id }, ...(known && { name }), ...(message !== undefined && { message }) };
}
