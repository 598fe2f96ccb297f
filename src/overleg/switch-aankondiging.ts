import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { addLogregel } from '../chat/logregel.ts';
import { planHerinneringen } from '../herinnering/plan-herinneringen.ts';
import { showVergadering } from './show-overleg.ts';
import { findOverleg, nextVergadering, vergaderingToChange } from './stored-overleg.ts';
import { refuseOthers } from './stored-vergadering.ts';
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

/** Only the secretaris decides that the leden of an overleg are written to; from then on every vergadering to come. */
async function switchTo(code: string | undefined, aankondiging: boolean, asked: Asked): Promise<Card> {
  const { tx, now } = asked;
  await refuseOthers(asked, 'de aankondiging aan- of uitzetten');
  const overleg = code
    ? await findOverleg(tx, code, now)
    : (await vergaderingToChange(asked, code, (one) => `overleg ${one} aankondiging aan`)).overleg;
  await tx.overleg.updateMany({ where: { id: overleg.id }, data: { aankondiging } });
  const inhoud = { overleg: overleg.code, aankondiging };
  await addLogregel(asked, 'aankondiging', inhoud);
  const coming = await tx.vergadering.findMany({
    where: { overlegId: overleg.id, begin: { gt: new Date(now.epochMilliseconds) }, status: 'gepland' },
  });
  for (const { id } of coming) await planHerinneringen(tx, id, now);
  return showVergadering(await nextVergadering(asked, overleg.code), asked);
}
