import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { NIET_OPNIEUW } from '../herinnering/stored-teruggezet.ts';
import { mag } from '../persoon/rechten.ts';
import { overlegCard, stepsOf } from './overleg-card.ts';
import { asksAllAndOpen, type StoredVergadering } from './stored-vergadering.ts';
import { findWelke, welke } from './stored-welke.ts';
import { MET_CODE, VAN_DAG } from './vergadering.ts';

export const showOverleg = command({
  name: 'overleg.toon',
  input: z.object(welke),
  phrases: [
    new RegExp(`^(?:het )?(?:overleg|vergadering)${MET_CODE}${VAN_DAG}[?.!]*$`, 'i'),
    /^(?:het )?(?:volgende )?(?:overleg|vergadering)(?: (?<code>(?!(?:verplaats|plan|annul|aankond|aanloop|herinner|respons|bestuurders)\p{L}*)[\p{L}-]{2,20}))?[?.!]*$/iu,
    /^wanneer is (?:het |de )?(?:volgende )?(?:overleg|vergadering)[?.!]*$/i,
  ],
  run: async (named, asked): Promise<Card> => showVergadering(await findWelke(asked, named), asked),
});

/** How a vergadering stands, as the asker may see it. */
export async function showVergadering(
  vergadering: StoredVergadering,
  { tx, asker, now }: Asked,
): Promise<Card> {
  const { all, open } = await asksAllAndOpen(tx, vergadering, { now });
  const rows = await tx.herinnering.findMany({
    // What is for the secretaris alone is no step.
    where: { vergaderingId: vergadering.id, soort: { notIn: ['respons', 'bereik'] }, ...NIET_OPNIEUW },
    select: {
      soort: true,
      status: true,
      geplandOp: true,
      bericht: { select: { status: true, verzondenOp: true } },
    },
    orderBy: { geplandOp: 'asc' },
  });
  const undelivered = await tx.bericht.count({
    where: { status: 'mislukt', herinneringen: { some: { vergaderingId: vergadering.id } } },
  });
  const counts = { all: all.length, open: open.length, undelivered };
  const aanloop = stepsOf(rows);
  return overlegCard({ vergadering, counts, aanloop, secretaris: mag(asker, 'overleg beheren'), now });
}
