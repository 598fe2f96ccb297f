import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { addLogregel } from '../chat/logregel.ts';
import { planHerinneringen } from '../herinnering/plan-herinneringen.ts';
import { showVergadering } from './show-overleg.ts';
import { findVergadering, refuseOthers } from './stored-vergadering.ts';
import { findWelkeToChange, type Welke, welke } from './stored-welke.ts';
import { VAN_DAG, WELKE } from './vergadering.ts';

export const switchAankondiging = command({
  name: 'overleg.aankondiging',
  input: z.object({
    ...welke,
    stand: z
      .string()
      .toLowerCase()
      .pipe(z.enum(['aan', 'uit'])),
  }),
  phrases: [
    new RegExp(`^overleg${WELKE} aankondiging (?<stand>aan|uit)[.!]?$`, 'i'),
    new RegExp(`^overleg aankondiging (?<stand>aan|uit)${VAN_DAG}[.!]?$`, 'i'),
  ],
  changes: true,
  inPlace: true,
  run: ({ stand, ...named }, asked) => switchTo(named, stand === 'aan', asked),
});

/** What announces a vergadering. */
const STAPPEN = ['aankondiging', 'dag_ervoor'] as const;

/** Only the secretaris decides that bestuurders are written to about this one vergadering: announced, and the day before. */
async function switchTo(named: Welke, bestuurders: boolean, asked: Asked): Promise<Card> {
  const { tx, now } = asked;
  await refuseOthers(asked, 'de aankondiging aan- of uitzetten');
  const { id, overleg } = await findWelkeToChange(asked, named, (one) => `overleg ${one} aankondiging aan`);
  await tx.vergaderingstap.createMany({
    data: STAPPEN.map((stap) => ({ vergaderingId: id, stap })),
    skipDuplicates: true,
  });
  await tx.vergaderingstap.updateMany({
    where: { vergaderingId: id, stap: { in: [...STAPPEN] } },
    data: { bestuurders },
  });
  await addLogregel(asked, 'aankondiging', { overleg: overleg.code, vergadering: id, bestuurders });
  await planHerinneringen(tx, id, now);
  return showVergadering(await findVergadering(tx, id), asked);
}
