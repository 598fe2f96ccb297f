import fc from 'fast-check';
import { STATUSSEN } from '../src/actie/actie.ts';
import type { Request } from '../src/chat/platform.ts';
import type { Deed, Status } from './record-model.ts';

/** The actie that everybody reports on; three may, one may not. */
export const NUMMER = 4;
const WHO = ['trekker@uwv.example', 'bestuurder@uwv.example', 'secretaris@haarlem.example'];

// Mostly one person, and mostly the last row: else hardly anything is undone or corrected.
const who = fc.constantFrom(WHO[0] ?? '', ...WHO, WHO[0] ?? '');
const status = fc.constantFrom(...(Object.keys(STATUSSEN) as Status[]));
const text = fc.constantFrom(
  '',
  'Wachten op besluit',
  'Gesprekken gevoerd',
  'Er is weer budget',
  'Nog een plan',
);
/** Which of the rows there are by then, counted from the last; -1: a form or button from before any. */
const back = fc.constantFrom(0, 0, 0, 0, 1, 2, 3, -1);

/** What somebody does, before it is known which rows there are. */
export type Plan = {
  kind: Deed['kind'] | 'again' | 'restart';
  who: string;
  status: Status;
  text: string;
  back: number;
};
export const plan: fc.Arbitrary<Plan> = fc.record({
  kind: fc.constantFrom(
    'line',
    'line',
    'same',
    'form',
    'form',
    'undo',
    'undo',
    'correct',
    'again',
    'restart',
  ),
  who,
  status,
  text,
  back,
});

/** What the plan comes to when there are `count` rows; `again` and `restart` are no deeds. */
export function deedOf({ kind, who, status, text, back }: Plan, count: number): Deed | undefined {
  const ref = back < 0 || count === 0 ? null : Math.max(0, count - 1 - back);
  switch (kind) {
    case 'line':
      return { kind, who, status: back === 0 && text !== '' ? undefined : status, text };
    case 'same':
      return { kind, who, ref };
    case 'form':
      return { kind, who, ref, status, text };
    case 'undo':
      return ref === null ? undefined : { kind, who, ref };
    case 'correct':
      return ref === null ? undefined : { kind, who, ref, status, text };
    case 'again':
    case 'restart':
      return undefined;
  }
}

/** What is asked of Doebot for a deed. `ids`: of the rows, in order. */
export function sayOf(deed: Deed, ids: number[]): Request['say'] {
  const nummer = NUMMER;
  const idOf = (ref: number | null) => (ref === null ? 0 : (ids[ref] ?? 0));
  const rest = { volgendeStap: '', verwachtOp: '', knelpunt: '', document: '' };
  switch (deed.kind) {
    case 'line': {
      const words = deed.status && STATUSSEN[deed.status].naam.toLowerCase();
      return { text: `actie ${nummer} ${[words, deed.text].filter(Boolean).join(words ? ': ' : '')}` };
    }
    case 'same':
      return { command: 'update.ongewijzigd', input: { nummer, na: idOf(deed.ref) } };
    case 'form':
    case 'correct': {
      const { status, text: toelichting } = deed;
      const corrigeert = deed.kind === 'correct' ? { corrigeert: idOf(deed.ref) } : {};
      const input = { nummer, na: idOf(deed.ref), status, toelichting, ...rest, ...corrigeert };
      return { command: 'update.opslaan', input };
    }
    case 'undo':
      return { command: 'update.ongedaan', input: { nummer, update: idOf(deed.ref) } };
  }
}
