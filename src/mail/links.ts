import type { Button } from '../chat/card.ts';
import { type Holder, type Link, signLink } from './link.ts';

/** Where the answer page is, under the address that people reach us at. */
export const PATH = '/antwoord/';

/** The addresses that one person can follow or hand a form in at. */
export type Links = {
  /** `bij`: what the button stands beside. */
  knop(button: Button, bij: string): string;
  formulier(submit: { command: string; input: Button['input'] }): string;
  vraag(): string;
};

/** `base`: what comes before the token; nothing on the page itself, which is in the same folder. */
export function linksFor({ publicUrl, key }: { publicUrl?: string; key: Uint8Array }, holder: Holder): Links {
  const base = publicUrl === undefined ? '' : `${publicUrl}${PATH}`;
  const to = (said: Link['said']) => `${base}${signLink({ holder, said }, key)}`;
  return {
    knop: ({ label, command, input }, bij) => to({ soort: 'knop', label, bij: short(bij), command, input }),
    formulier: ({ command, input }) => to({ soort: 'formulier', command, input }),
    vraag: () => to({ soort: 'vraag' }),
  };
}

/** A link has to stay short enough for every mail program. */
const short = (text: string): string => {
  const [line = ''] = text.split('\n');
  return line.length > 80 ? `${line.slice(0, 79).trimEnd()}…` : line;
};
