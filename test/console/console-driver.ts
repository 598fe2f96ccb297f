import type { Ask, Letter } from '../../src/chat/platform.ts';
import { newSession } from '../../src/console/session.ts';
import type { Driver, Seen } from '../driver.ts';

const BUTTON = /\[[a-z]+\] /;

/** Persons in the terminal. `deliver` is the way in for what is sent to them without being asked. */
export function consoleDriver(ask: Ask): Driver & { deliver(letter: Letter): void } {
  const session = newSession(ask);
  const letters = new Map<string, Seen[]>();
  /** The last thing that each person saw: in a form, the question. */
  const shown = new Map<string, string>();
  const say = async (email: string, line: string) => {
    const text = await session.take(email, line);
    shown.set(email, text);
    return seenOf(text);
  };
  return {
    name: 'console',
    say,
    press: say,
    /** Answers the questions one by one; an empty line keeps what is filled in. */
    fill: async (email, values) => {
      let seen: Seen = { text: '', buttons: [] };
      do {
        const label = questionOf(shown.get(email) ?? '');
        const name = Object.keys(values).find((one) => label.startsWith(one));
        seen = await say(email, name ? (values[name] ?? '') : '');
      } while (session.isFilling(email) && !seen.form);
      return seen;
    },
    letters: async (email) => letters.get(email)?.splice(0) ?? [],
    deliver: ({ address, card }) => {
      const to = (address as { email: string }).email;
      letters.set(to, [...(letters.get(to) ?? []), seenOf(session.show(to, card))]);
    },
    stop: async () => {},
  };
}

/** The label of the last question, in small letters alone: of the field "email" it is "emailadres". */
function questionOf(text: string): string {
  const lines = text.split('\n').filter((line) => /^[^\s⚠].*\?(?: \(|$)/.test(line));
  return (lines.at(-1) ?? '').toLowerCase().replace(/[^a-z]/g, '');
}

function seenOf(text: string): Seen {
  const lines = text.split('\n');
  const buttons = lines
    .filter((line) => BUTTON.test(line))
    .flatMap((line) => line.trim().split(BUTTON).slice(1));
  const shown = lines.filter((line) => !BUTTON.test(line)).join('\n');
  const form = /^(.+)\n[\s\S]*Typ «stop» om te stoppen\./.exec(text)?.[1];
  return {
    text: shown,
    buttons: buttons.map((label) => label.trim()),
    ...(form ? { form: { title: form, fields: [] } } : {}),
  };
}
