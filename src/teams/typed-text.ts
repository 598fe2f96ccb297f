import type { Activity } from './activity.ts';

/** What was typed, without the mention that was needed to reach the bot, and without what Teams puts in. */
export function typedText({ text, textFormat, entities, recipient }: Activity): string {
  const toBot = (entities ?? []).filter(
    ({ type, mentioned }) => type === 'mention' && mentioned?.id === recipient.id,
  );
  const typed = toBot.reduce((rest, { text }) => (text ? rest.replace(text, ' ') : rest), text ?? '');
  const shown = (textFormat === 'plain' ? typed : withoutMarkup(typed))
    // Somebody else's mention: the name stays.
    .replace(/<\/?at(?:\s[^<>]*)?>/gi, '');
  return unescaped(shown)
    .replace(/[\u00a0\t ]+/g, ' ')
    .trim();
}

export function unescaped(html: string): string {
  return html.replace(/&(?:nbsp|lt|gt|quot|#39|amp);/g, (escaped) => characters[escaped] ?? escaped);
}

function withoutMarkup(html: string): string {
  const lines = html.replace(/<br\s*\/?>|<\/(?:p|div|li)>/gi, '\n');
  return lines.replace(/<\/?(?:p|div|span|ul|ol|li|b|i|u|em|strong)(?:\s[^<>]*)?>/gi, '');
}

const characters: Record<string, string> = {
  '&nbsp;': ' ',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};
