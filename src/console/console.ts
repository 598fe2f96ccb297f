import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Ask, Connection, Letter } from '../chat/platform.ts';
import { momentText } from '../kalender/datum.ts';
import { fileAt } from './file.ts';
import { moveClock, type Quarter } from './quarter.ts';
import { newSession, TENANT } from './session.ts';

export type ConsoleParts = {
  ask: Ask;
  input: Readable & { isTTY?: boolean };
  output: Writable;
  /** Who talks at first, by e-mail address. */
  first: string;
  /** The name of who has this address; undefined: nobody. */
  nameOf(email: string): Promise<string | undefined>;
  /** Absent where the clock is not the terminal's to move. */
  quarter?: Quarter;
};

/** Who sees a letter: somebody by e-mail address, or everybody in a channel. */
const toOf = ({ address }: Letter): string => {
  const { email, channel } = address as { email?: string; channel?: string };
  return email ?? channel ?? '';
};

/** "bericht in #doe-agenda, onder bericht 1-12": a channel's threads are told by their first message. */
function headOf(letter: Letter): string {
  const { id, address, thread, edits } = letter;
  const where = 'channel' in (address as object) ? 'in' : 'aan';
  const under = thread === undefined ? '' : `, onder bericht ${(thread as { bericht: string }).bericht}`;
  const which = edits === undefined ? '' : 'gewijzigd ';
  const what = where === 'in' || which ? `bericht ${id}` : 'bericht';
  return `${which}${what} ${where} ${toOf(letter)}${under}`;
}

/** The terminal as a platform: everyone can be talked as, and everyone's messages are shown. */
export function connectConsole(parts: ConsoleParts): Connection & { chat(): Promise<void> } {
  const { ask, input, output, quarter } = parts;
  const session = newSession(ask);
  const write = (text: string) => output.write(`${text}\n\n`);
  let lines: Interface | undefined;
  let email = parts.first;

  const become = async (next: string) => {
    const name = await parts.nameOf(next);
    if (name === undefined)
      return `Ik ken niemand met het adres ${next}. Probeer bijvoorbeeld trekker@uwv.example.`;
    email = next;
    return `Je praat nu als ${name} (${next}).`;
  };

  const answer = async (line: string): Promise<string> => {
    if (session.formOf(email)) return session.take(email, line);
    const next = /^ik ben (\S+@\S+?)[.!]?$/i.exec(line.trim())?.[1];
    if (next) return become(next.toLowerCase());
    const clock = /^klok\b\s*(.*)$/i.exec(line.trim());
    if (clock) return moveClock(clock[1] ?? '', quarter);
    const path = /^import (\S.*)$/i.exec(line.trim())?.[1];
    if (path) return session.give(email, fileAt(path));
    return session.take(email, line);
  };

  return {
    name: 'console',
    tenants: [TENANT],
    routes: [],
    send: async (letter) => {
      const at = quarter ? `${momentText(quarter.now())} uur · ` : '';
      write(`── ${at}${headOf(letter)} ──\n${session.show(toOf(letter), letter.card)}`);
      return { bericht: letter.id };
    },
    find: async (_tenant, to) => ({ accountId: to, address: { email: to } }),
    stop: async () => lines?.close(),
    chat: async () => {
      // Not earlier: lines that come before somebody waits for them are lost, and the end of the input too.
      lines = createInterface({ input });
      const prompt = () => input.isTTY && output.write(`${email} > `);
      prompt();
      for await (const line of lines) {
        // In a form an empty line is an answer: keep what is filled in.
        if (line.trim() !== '' || session.formOf(email)) write(await answer(line));
        prompt();
      }
    },
  };
}
