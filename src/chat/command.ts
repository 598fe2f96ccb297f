import type { ZodType } from 'zod';
import type { Tx } from '../db/database.ts';
import type { Persoon } from '../persoon/persoon.ts';
import type { Card, Input } from './card.ts';
import type { Form } from './form.ts';
import type { Channel, PlatformName } from './platform.ts';

/** Who asks, when, on which platform; inside a transaction of the asker's regio. */
export type Asked = {
  tx: Tx;
  asker: Persoon;
  now: Temporal.Instant;
  platform: PlatformName;
  /** The Slack workspace or Teams tenant it is asked in. */
  tenant: string;
  /** Where others read what is said there; undefined: asked one to one. */
  channel?: Channel | undefined;
  /** The address of a picture of the regio at that moment; undefined where no platform could fetch it. */
  pictureOf?: ((at: Temporal.Instant) => string) | undefined;
  /** The address of the doe-agenda as a file, for an hour from that moment; undefined where nobody could fetch it. */
  exportOf?: ((at: Temporal.Instant) => string) | undefined;
  /** The address of a calendar, for a year from now; undefined where nobody could fetch it. */
  kalenderOf?: ((over: string) => string) | undefined;
};

/** One thing a person can ask for. */
export type Command<I = never> = {
  /** How buttons and forms name it. */
  name: string;
  /** What it takes, whoever it comes from: words, a button or a form. */
  input: ZodType<I>;
  /** How it is said in words, in lower or upper case: the named groups are its input. */
  phrases: RegExp[];
  /** It writes: a request delivered twice is carried out once. */
  changes: boolean;
  /** Its answer takes the place of the card whose button was pressed. */
  inPlace: boolean;
  /** Its answer is shown to everybody in the channel where it is asked. */
  forAll: boolean;
  /** It is what a file asks: who may give one, and its input, read outside the transaction. Both may refuse. */
  file?: { allow(asker: Persoon): void; read(name: string, bytes: Uint8Array): Promise<Input> };
  /** Throws a `Refusal` when a rule says no; then nothing is written. */
  run(input: I, asked: Asked): Promise<Card | Form>;
};

/** The list's element type: what a command takes is known to its own file only, and checked there by zod. */
export type AnyCommand = Omit<Command, 'input' | 'run'> & {
  parse(input: Input): { run(asked: Asked): Promise<Card | Form> } | undefined;
};

/** Makes a command of what a verb's file says. */
export function command<I>(
  of: Omit<Command<I>, 'changes' | 'inPlace' | 'forAll'> & Partial<Command<I>>,
): AnyCommand {
  const { name, phrases, changes = false, inPlace = false, forAll = false, file } = of;
  return {
    ...(file && { file }),
    name,
    phrases,
    changes,
    inPlace,
    forAll,
    parse: (input) => {
      const parsed = of.input.safeParse(input);
      return parsed.success ? { run: (asked) => of.run(parsed.data, asked) } : undefined;
    },
  };
}
