import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { addLogregel } from '../chat/logregel.ts';
import { findVergadering, isLopend, refuseOthers } from '../overleg/stored-vergadering.ts';
import { findWelkeToChange, welke } from '../overleg/stored-welke.ts';
import { MET_CODE, WELKE } from '../overleg/vergadering.ts';
import { STAPPEN, type Stap } from './aanloop.ts';
import { bestuurdersQuestionCard, bestuurdersSwitchedCard } from './bestuurders-card.ts';
import { planHerinneringen } from './plan-herinneringen.ts';
import { STAP_WOORD, stapVan } from './stap.ts';
import { bestuurdersVoor } from './stored-bestuurders.ts';

const WHAT = 'berichten aan bestuurders aan- of uitzetten';
const stap = z.string().transform(stapVan).pipe(z.enum(STAPPEN));
const stand = z
  .string()
  .toLowerCase()
  .pipe(z.enum(['aan', 'uit']));

const AAN_UIT = `bestuurders (?<stand>aan|uit)(?: voor| bij)? (?:de )?(?<stap>${STAP_WOORD})`;

/** Switching on is asked first, with who they are; switching off is done at once. */
export const askBestuurders = command({
  name: 'overleg.bestuurders',
  input: z.object({ ...welke, stand, stap }),
  phrases: [
    new RegExp(`^overleg${WELKE} ${AAN_UIT}[.!]?$`, 'i'),
    new RegExp(`^overleg${MET_CODE} ${AAN_UIT} (?:(?:op|van) )?(?<dag>.+?)[.!]?$`, 'i'),
  ],
  changes: true,
  run: async ({ stand, stap, ...named }, asked): Promise<Card> => {
    await refuseOthers(asked, WHAT);
    const vergadering = await findWelkeToChange(
      asked,
      named,
      (one) => `overleg ${one} bestuurders ${stand} ${stap.replace('_', ' ')}`,
      { waaruit: isLopend, stap },
    );
    if (stand === 'uit') return switchTo(vergadering.id, stap, false, asked);
    const bestuurders = await bestuurdersVoor(asked.tx, vergadering, stap, asked.now);
    return bestuurdersQuestionCard({ stap, vergadering, bestuurders, now: asked.now });
  },
});

export const switchBestuurders = command({
  name: 'overleg.bestuurders.zet',
  input: z.object({ vergadering: z.number().int(), stap, aan: z.boolean() }),
  phrases: [],
  changes: true,
  inPlace: true,
  run: ({ vergadering, stap, aan }, asked) => switchTo(vergadering, stap, aan, asked),
});

async function switchTo(id: number, stap: Stap, aan: boolean, asked: Asked): Promise<Card> {
  const { tx, now } = asked;
  await refuseOthers(asked, WHAT);
  const vergadering = await findVergadering(tx, id);
  const key = { vergaderingId: id, stap };
  await tx.vergaderingstap.createMany({ data: [key], skipDuplicates: true });
  const { count } = await tx.vergaderingstap.updateMany({
    where: { ...key, bestuurders: !aan },
    data: { bestuurders: aan },
  });
  if (count > 0) {
    await addLogregel(asked, 'bestuurders', {
      overleg: vergadering.overleg.code,
      vergadering: id,
      stap,
      bestuurders: aan,
    });
    await planHerinneringen(tx, id, now);
  }
  const bestuurders = await bestuurdersVoor(tx, vergadering, stap, now);
  return bestuurdersSwitchedCard({ stap, vergadering, bestuurders, now }, aan);
}
