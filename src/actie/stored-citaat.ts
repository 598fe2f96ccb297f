import type { Asked } from '../chat/command.ts';
import { readZin } from './melding.ts';
import { verdict } from './ranking.ts';
import { findByWords } from './search-acties.ts';
import type { Where } from './stored-actie.ts';
import { ownOpen } from './stored-ronde.ts';

/** How many acties can be chosen from: what a list on every platform holds. */
const CHOICES = 99;

/** The acties to choose from, the asker's own that are open first; `more`: there are others. */
export async function choicesFor({ tx, asker }: Asked) {
  const [own, of] = [ownOpen(asker), await tx.actie.count()];
  const first = async (where: Where, take: number) =>
    tx.actie.findMany({ where, select: { nummer: true, titel: true }, orderBy: { nummer: 'asc' }, take });
  const mine = await first(own, CHOICES);
  const acties = [...mine, ...(await first({ NOT: own }, CHOICES - mine.length))];
  return { acties, more: of > acties.length };
}

/** How many sentences of a text are searched for. */
const SENTENCES = 8;

/** The actie that a text is about: the only one it names by number, or the only one that a sentence of it clearly means. */
export async function actieIn(tekst: string, { tx }: Asked): Promise<number | undefined> {
  const named = [...tekst.matchAll(/(?:\bactie\s*#?|#)(\d{1,6})\b/gi)].map(([, nummer]) => Number(nummer));
  const known = await tx.actie.findMany({ where: { nummer: { in: named } }, select: { nummer: true } });
  if (known.length > 0) return known.length === 1 ? known[0]?.nummer : undefined;
  const winners = new Set<number>();
  for (const sentence of tekst.split(/[.!?\n]+\s/).slice(0, SENTENCES)) {
    const { ranked } = await findByWords(tx, readZin(sentence)?.onderwerp ?? sentence);
    const found = verdict(ranked);
    if (found.kind === 'one') winners.add(found.best.nummer);
  }
  const [only, ...others] = winners;
  return others.length === 0 ? only : undefined;
}
