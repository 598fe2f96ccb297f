import { HOUR } from './calendar.ts';
import { datedMessages, missedDated, unsafeDated } from './dated-check.ts';
import { missed, unfinished } from './liveness.ts';
import { untimely } from './order.ts';
import { gaveUpEarly, unsafeOthers } from './others.ts';
import { hashOf, type Story } from './run.ts';
import { messagesOf, unsafe } from './safety.ts';

export type Verdict = { seed: number; hash: string; wrong: string[]; counts: Counts };
export type Counts = Record<
  | 'seeds'
  | 'hours'
  | 'messages'
  | 'dated'
  | 'by mail'
  | 'crashes'
  | 'replicas'
  | 'in doubt'
  | 'vergaderingen',
  number
>;

const checks = [unsafe, untimely, unsafeDated, unsafeOthers, missed, missedDated, unfinished, gaveUpEarly];

/** What is wrong with a seed, if anything, and how much it was. */
export function judge(story: Story): Verdict {
  const { seed, world, crashes, arrivals, stands, errors } = story;
  const sent = arrivals.filter(({ edit }) => !edit);
  return {
    seed,
    hash: hashOf(story),
    wrong: [...errors, ...checks.flatMap((check) => check(story))],
    counts: {
      seeds: 1,
      hours: Math.round((world.until - world.from) / HOUR),
      messages: messagesOf(story).length,
      dated: datedMessages(story).length,
      'by mail': sent.filter(({ cloud }) => cloud === 'mail').length,
      crashes,
      replicas: world.fate.replicas,
      'in doubt': sent.length - new Set(sent.map(({ letter }) => letter)).size,
      vergaderingen: stands.at(-1)?.vergaderingen.length ?? 0,
    },
  };
}

export function addCounts(all: Counts, more: Counts): Counts {
  const names = Object.keys(more) as (keyof Counts)[];
  return Object.fromEntries(names.map((name) => [name, (all[name] ?? 0) + more[name]])) as Counts;
}

export const NOTHING: Counts = {
  seeds: 0,
  hours: 0,
  messages: 0,
  dated: 0,
  'by mail': 0,
  crashes: 0,
  replicas: 0,
  'in doubt': 0,
  vergaderingen: 0,
};
