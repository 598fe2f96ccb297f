import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { addLogregel } from '../chat/logregel.ts';
import { planHerinneringen } from '../herinnering/plan-herinneringen.ts';
import { showVergadering } from './show-overleg.ts';
import { vergaderingToChange } from './stored-overleg.ts';
import { findVergadering, refuseOthers } from './stored-vergadering.ts';
import { CODE_WORD } from './vergadering.ts';

export const switchAankondiging = command({
  name: 'overleg.aankondiging',
  input: z.object({
    code: z.string().optional(),
    stand: z
      .string()
      .toLowerCase()
      .pipe(z.enum(['aan', 'uit'])),
  }),
  phrases: [new RegExp(`^overleg(?: (?<code>${CODE_WORD}))? aankondiging (?<stand>aan|uit)[.!]?$`, 'i')],
  changes: true,
  inPlace: true,
  run: ({ code, stand }, asked) => switchTo(code, stand === 'aan', asked),
});

/** Only the secretaris decides that bestuurders are written to the day before this one vergadering. */
async function switchTo(code: string | undefined, bestuurders: boolean, asked: Asked): Promise<Card> {
  const { tx, now } = asked;
  await refuseOthers(asked, 'de aankondiging aan- of uitzetten');
  const { id, overleg } = await vergaderingToChange(asked, code, (one) => `overleg ${one} aankondiging aan`);
  const key = { vergaderingId: id, stap: 'dag_ervoor' as const };
  await tx.vergaderingstap.createMany({ data: [key], skipDuplicates: true });
  await tx.vergaderingstap.updateMany({ where: key, data: { bestuurders } });
  await addLogregel(asked, 'aankondiging', { overleg: overleg.code, vergadering: id, bestuurders });
  await planHerinneringen(tx, id, now);
  return showVergadering(await findVergadering(tx, id), asked);
}
