import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { addLogregel } from '../chat/logregel.ts';
import { dagText, requireMoment, toLocal } from '../kalender/datum.ts';
import { findOverleg, vergaderingToChange } from '../overleg/stored-overleg.ts';
import { findVergadering, refuseOthers, type StoredVergadering } from '../overleg/stored-vergadering.ts';
import { CODE_WORD } from '../overleg/vergadering.ts';
import { Refusal } from '../refusal.ts';
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

/** Switching on is asked first, with who they are; switching off is done at once. */
export const askBestuurders = command({
  name: 'overleg.bestuurders',
  input: z.object({ code: z.string().optional(), stand, stap, wanneer: z.string().max(80).optional() }),
  phrases: [
    new RegExp(
      `^overleg(?: (?<code>${CODE_WORD}))? bestuurders (?<stand>aan|uit)(?: voor| bij)? (?:de )?(?<stap>${STAP_WOORD})(?: (?:op )?(?<wanneer>.+?))?[.!]?$`,
      'i',
    ),
  ],
  changes: true,
  run: async ({ code, stand, stap, wanneer }, asked): Promise<Card> => {
    await refuseOthers(asked, WHAT);
    const vergadering = await meant(code, wanneer, stand, stap, asked);
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

/** The next vergadering, or the one on the day that was named. */
async function meant(
  code: string | undefined,
  wanneer: string | undefined,
  stand: string,
  stap: Stap,
  asked: Asked,
): Promise<StoredVergadering> {
  const { tx, now } = asked;
  if (wanneer === undefined)
    return vergaderingToChange(
      asked,
      code,
      (one) => `overleg ${one} bestuurders ${stand} ${stap.replace('_', ' ')}`,
    );
  const { date } = requireMoment(wanneer, toLocal(now).toPlainDate(), 'vooruit');
  const overleg = code === undefined ? undefined : await findOverleg(tx, code, now);
  const all = await tx.vergadering.findMany({
    where: {
      status: 'gepland',
      begin: { gt: new Date(now.epochMilliseconds) },
      ...(overleg ? { overlegId: overleg.id } : {}),
    },
    orderBy: { begin: 'asc' },
  });
  const there = all.find(({ begin }) => toLocal(begin.toTemporalInstant()).toPlainDate().equals(date));
  if (there) return findVergadering(tx, there.id);
  const days = all.map(({ begin }) => dagText(toLocal(begin.toTemporalInstant()).toPlainDate()));
  throw new Refusal(
    `Op ${dagText(date)} is geen vergadering. ${days.length > 0 ? `Kies uit: ${days.join('; ')}.` : 'Er is er geen gepland.'}`,
  );
}

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
