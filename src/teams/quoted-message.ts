import { z } from 'zod';
import type { Input } from '../chat/card.ts';
import type { Activity } from './activity.ts';
import { unescaped } from './typed-text.ts';

/** As in manifests/teams/manifest.json. */
export const UPDATE_FROM_MESSAGE = 'update_van_bericht';

const schema = z.object({
  commandId: z.literal(UPDATE_FROM_MESSAGE),
  messagePayload: z.object({
    linkToMessage: z.string().nullish(),
    body: z.object({ contentType: z.string().nullish(), content: z.string().nullish() }).nullish(),
  }),
});

/** What the message says beside which an action of ours was chosen, and where it stands; undefined: not ours. */
export function quoteIn({ value }: Activity): Input | undefined {
  const { data } = schema.safeParse(value);
  if (!data) return undefined;
  const { linkToMessage, body } = data.messagePayload;
  const content = body?.content ?? '';
  const tekst = body?.contentType === 'text' ? content.trim() : textOf(content);
  return { tekst, link: linkToMessage ?? '' };
}

/** HTML as Teams writes it: what a person typed is escaped in it, so every tag is markup. */
function textOf(html: string): string {
  const lines = html
    .replace(/\r?\n/g, ' ')
    .replace(/<br\s*\/?>|<\/(?:p|div|li|tr|h\d|blockquote)>/gi, '\n')
    .replace(/<(?:emoji|img)\b[^>]*?\balt="([^"]*)"[^>]*>/gi, '$1')
    .replace(/<[^>]*>/g, '');
  return unescaped(lines)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
