import type { Ask, Letter } from '../../src/chat/platform.ts';
import { newSession } from '../../src/console/session.ts';
import type { Driver, Seen } from '../driver.ts';

/** What stands on every form that has just opened, before its first question. */
const STOP = 'Typ «stop» om te stoppen.';

const questionIn = (text: string): string => {
  const lines = text.slice(text.indexOf(STOP) + 1).split('\n');
  const asks = (line: string) => !line.startsWith('⚠') && /\?(?: \(.*\))?$/.test(line);
  return lines.find(asks)?.toLowerCase() ?? '';
};

const BUTTON = /\[[a-z]+\] /;

/** Persons in the terminal. `deliver` is the way in for what is sent to them without being asked. */
export function consoleDriver(ask: Ask): Driver & { deliver(letter: Letter): void } {
  const session = newSession(ask);
  const letters = new Map<string, Seen[]>();
  const asked = new Map<string, string>();
  const say = async (email: string, text: string) => {
    asked.set(email, await session.take(email, text));
    return seenOf(asked.get(email) ?? '');
  };
  return {
    name: 'console',
    say,
    press: say,
    /** Answers the questions one by one, each by the field that its label begins with; an empty line keeps what is there. */
    fill: async (email, values) => {
      let text = asked.get(email) ?? '';
      do {
        const question = questionIn(text);
        const name = Object.keys(values).find((field) => question.startsWith(field));
        text = await session.take(email, (name && values[name]) ?? '');
      } while (session.isFilling(email) && !text.includes(STOP));
      asked.set(email, text);
      return seenOf(text);
    },
    letters: async (email) => letters.get(email)?.splice(0) ?? [],
    deliver: ({ address, card }) => {
      const to = (address as { email: string }).email;
      letters.set(to, [...(letters.get(to) ?? []), seenOf(session.show(to, card))]);
    },
    stop: async () => {},
  };
}

function seenOf(text: string): Seen {
  const lines = text.split('\n');
  const buttons = lines
    .filter((line) => BUTTON.test(line))
    .flatMap((line) => line.trim().split(BUTTON).slice(1));
  const shown = lines.filter((line) => !BUTTON.test(line)).join('\n');
  const form = text.includes(STOP) ? lines[0] : undefined;
  return {
    text: shown,
    buttons: buttons.map((label) => label.trim()),
    ...(form ? { form: { title: form, fields: [] } } : {}),
  };
}
