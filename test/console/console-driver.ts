import type { Ask, Letter } from '../../src/chat/platform.ts';
import { newSession } from '../../src/console/session.ts';
import type { Driver, Seen } from '../driver.ts';

const BUTTON = /\[[a-z]+\] /;

/** Persons in the terminal. `deliver` is the way in for what is sent to them without being asked. */
export function consoleDriver(ask: Ask): Driver & { deliver(letter: Letter): void } {
  const session = newSession(ask);
  const letters = new Map<string, Seen[]>();
  const seen = (email: string, text: string) => seenOf(text, session.formOf(email)?.title);
  const say = async (email: string, text: string) => seen(email, await session.take(email, text));
  return {
    name: 'console',
    say,
    press: say,
    /** Answers the questions one by one; an empty line keeps what is filled in. */
    fill: async (email, values) => {
      let last: Seen = { text: '', buttons: [] };
      for (const { name } of session.formOf(email)?.fields ?? []) {
        last = seen(email, await session.take(email, values[name] ?? ''));
      }
      return last;
    },
    letters: async (email) => letters.get(email)?.splice(0) ?? [],
    deliver: ({ address, card }) => {
      const to = (address as { email: string }).email;
      letters.set(to, [...(letters.get(to) ?? []), seen(to, session.show(to, card))]);
    },
    stop: async () => {},
  };
}

function seenOf(text: string, title: string | undefined): Seen {
  const lines = text.split('\n');
  const buttons = lines
    .filter((line) => BUTTON.test(line))
    .flatMap((line) => line.trim().split(BUTTON).slice(1));
  const shown = lines.filter((line) => !BUTTON.test(line)).join('\n');
  return {
    text: shown,
    buttons: buttons.map((label) => label.trim()),
    ...(title && { form: { title, fields: [] } }),
  };
}
