import { expect, test } from 'vitest';
import { likeness, type Match } from '../../src/actie/gelijkenis.ts';
import { rank, verdict } from '../../src/actie/ranking.ts';

const term = (woord: string) => ({ woord, ook: [] });
const match = (term: number, nummer: number, woord: string, titel = true): Match => {
  return { term, gezocht: woord, id: nummer, nummer, woord, stam: true, titel };
};

test.each([
  ['stageplaats', 'stageplaatsen', 0.95],
  ['corporaties', 'woningcorporaties', 0.75],
  ['zzp', 'zzpers', 0.95],
  ['metro', 'met', 0],
])('«%s» is like «%s»: %d', (gezocht, woord, expected) => {
  expect(likeness(gezocht, woord, false)).toBe(expected);
});

test('one actie with all the words is a clear winner', () => {
  const terms = [term('pilot'), term('techniek')];
  const ranked = rank(
    terms,
    [match(0, 34, 'pilot'), match(0, 35, 'pilot'), match(1, 35, 'techniek'), match(1, 2, 'techniek')],
    46,
  );
  expect(verdict(ranked)).toMatchObject({ kind: 'one', best: { nummer: 35, alles: true } });
});

test('two that have as much are a choice', () => {
  const terms = [term('jongeren')];
  const found = verdict(rank(terms, [match(0, 1, 'jongeren'), match(0, 2, 'jongeren')], 46));
  expect(found).toMatchObject({ kind: 'doubt', choices: [{ nummer: 1 }, { nummer: 2 }] });
});

test('a word that no actie has weighs so much that the others do not win', () => {
  const terms = [term('burgemeester'), term('haarlem')];
  expect(verdict(rank(terms, [match(1, 37, 'haarlem')], 46)).kind).toBe('none');
});

test('a word that is in any sentence never wins on its own', () => {
  const terms = [term('benaderen')];
  expect(verdict(rank(terms, [match(0, 28, 'benaderen')], 46)).kind).toBe('doubt');
});
