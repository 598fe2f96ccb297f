import type { Card } from '../chat/card.ts';
import type { Asked } from '../chat/command.ts';
import { mayUpdate } from './actie.ts';
import { readZin } from './melding.ts';
import { verdict } from './ranking.ts';
import { findByWords } from './search-acties.ts';
import { actiesById } from './stored-actie.ts';
import { suggestCard } from './update-card.ts';

/**
 * For a report in plain words that names no number: asks whether it is to be registered at the actie that is clearly
 * meant. Undefined when it is no report, no actie is clear, or the asker may not report on it: then it is a question.
 */
export async function suggestMelding(typed: string, { tx, asker }: Asked): Promise<Card | undefined> {
  const zin = readZin(typed);
  if (!zin) return undefined;
  const { ranked } = await findByWords(tx, zin.onderwerp);
  const found = verdict(ranked);
  if (found.kind !== 'one') return undefined;
  const [actie] = await actiesById(tx, [found.best.id]);
  return actie && mayUpdate(asker, actie.trekkers) ? suggestCard(actie, typed, zin.statuses) : undefined;
}
