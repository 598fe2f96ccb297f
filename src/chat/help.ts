import type { Element } from './card.ts';

/** What somebody can type, and what it does. */
export type HelpLine = { typ: string; dan: string };
export type HelpGroup = { kop: string; lines: readonly HelpLine[] };

export const linesElement = (lines: readonly HelpLine[]): Element => {
  return { kind: 'facts', facts: lines.map(({ typ, dan }) => ({ label: typ, value: dan })) };
};

export const groupElements = (groups: readonly HelpGroup[]): Element[] =>
  groups.flatMap(({ kop, lines }): Element[] => [{ kind: 'text', text: `${kop}:` }, linesElement(lines)]);
