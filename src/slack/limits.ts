/** Slack's published limits: characters of a text, or the number of things. */
export const LIMITS = {
  blocks: 50,
  /** Of a message's blocks as JSON. Not published: Slack was seen to refuse messages from about 13,000 on. */
  messageSize: 12_000,
  fallback: 3_900,
  header: 150,
  section: 3_000,
  field: 2_000,
  fields: 10,
  context: 3_000,
  altText: 2_000,
  actions: 25,
  buttonLabel: 75,
  buttonValue: 2_000,
  modalTitle: 24,
  label: 2_000,
  hint: 2_000,
  inputValue: 3_000,
  options: 100,
  optionLabel: 75,
  privateMetadata: 3_000,
} as const;

/** The text, or as much of it as fits, ending in "…". */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  return `${text.slice(0, max - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** The text in pieces of at most `max`, broken at a line break or a space where there is one. */
export function pieces(text: string, max: number): string[] {
  if (text.length <= max) return text.trim() === '' ? [] : [text];
  const head = text.slice(0, max);
  const pair = /[\ud800-\udbff]$/.test(head) ? 1 : 0;
  const at = [head.lastIndexOf('\n'), head.lastIndexOf(' ')].find((index) => index > max / 2) ?? max - pair;
  return [text.slice(0, at), ...pieces(text.slice(at).trimStart(), max)];
}

/** The list in groups of at most `size`. */
export function groups<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, n) =>
    list.slice(n * size, (n + 1) * size),
  );
}
