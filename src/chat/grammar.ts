import type { Input } from './card.ts';
import type { AnyCommand } from './command.ts';

/** A command and what it is asked with. */
export type Call = { command: string; input: Input };

/** The first phrase, in the order of the list, that fits what was typed; undefined if none does. */
export function interpret(typed: string, commands: readonly AnyCommand[]): Call | undefined {
  const text = tidy(typed);
  for (const { name, phrases } of commands) {
    for (const phrase of phrases) {
      const match = phrase.exec(text);
      if (match) return { command: name, input: groups(match) };
    }
  }
  return undefined;
}

/** Without what phones, copying and politeness add around words; line breaks inside a toelichting stay. */
export function tidy(typed: string): string {
  return typed
    .normalize('NFC')
    .replaceAll('\0', '')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .trim()
    .replace(/^\/(?=\p{L})/u, '');
}

function groups(match: RegExpExecArray): Input {
  const given = Object.entries(match.groups ?? {}).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given.map(([name, value]) => [name, value.trim()]));
}
