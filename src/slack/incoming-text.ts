/**
 * What a person typed, out of what Slack makes of it: mentions, channels and links come as `<…>`, and `&`, `<`, `>`
 * as entities. A mention of the bot itself is left out.
 */
export function plainText(text: string, botUser?: string): string {
  return text
    .replace(/<([^<>]*)>/g, (_, inner: string) => unwrap(inner, botUser))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll('\u00a0', ' ')
    .trim();
}

function unwrap(inner: string, botUser: string | undefined): string {
  const bar = inner.indexOf('|');
  const target = bar < 0 ? inner : inner.slice(0, bar);
  const label = bar < 0 ? '' : inner.slice(bar + 1);
  const name = label || target.slice(1);
  if (target.startsWith('@')) return target.slice(1) === botUser ? '' : `@${name.replace(/^@/, '')}`;
  if (target.startsWith('#')) return `#${name.replace(/^#/, '')}`;
  if (target.startsWith('!')) return label || `@${name}`;
  return /^[a-z]+:/i.test(target) ? link(target, label) : `<${inner}>`;
}

/** A link that Slack recognised in what was typed comes back as typed; one with words of its own keeps both. */
function link(url: string, label: string): string {
  const bare = (address: string) => address.replace(/^(mailto:|tel:|https?:\/\/)/, '').replace(/\/$/, '');
  if (label === '') return url.replace(/^(mailto:|tel:)/, '');
  return bare(label) === bare(url) ? label : `${label} (${url})`;
}
