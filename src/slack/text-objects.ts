import type { types } from '@slack/bolt';
import { cut } from './limits.ts';

/** Text that Slack shows as it is: nothing a person typed in it becomes a mention, a link or markup. */
export function plain(text: string, max: number): types.PlainTextElement {
  return { type: 'plain_text', text: cut(text, max), emoji: true };
}

/** Letters, digits and quiet punctuation: nothing Slack could read as markup, a mention, a link or an emoji. */
const HARMLESS = /^[\p{L}\p{N} ,()%'’–-]+$/u;

/** Bold where that is safe, otherwise plain. */
export function strong(
  text: string,
  after: string,
  max: number,
): types.MrkdwnElement | types.PlainTextElement {
  if (!HARMLESS.test(text) || text.trim() !== text || text.length + after.length + 2 > max) {
    return plain(`${text}${after}`, max);
  }
  return { type: 'mrkdwn', text: `*${text}${after}*`, verbatim: true };
}

/** For the text beside the blocks (notifications, screen readers), which Slack does read as markup. */
export function escaped(text: string, max: number): string {
  const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return cut(safe, max).replace(/&[a-z]*…$/, '…');
}
