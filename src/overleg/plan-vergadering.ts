import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { addLogregel } from '../chat/logregel.ts';
import { planHerinneringen, takePlanning } from '../herinnering/plan-herinneringen.ts';
import { tijdText } from '../kalender/datum.ts';
import { Refusal } from '../refusal.ts';
import { beginOf } from './move-vergadering.ts';
import { plannedCard } from './plan-card.ts';
import { findOverleg } from './stored-overleg.ts';
import { bezwarenVan, voorbeeldVan, waarschuwingen } from './stored-ritme.ts';
import { refuseOthers } from './stored-vergadering.ts';
import { beginText, checkBegin, MET_CODE } from './vergadering.ts';

/** Where the region's aldermen and partners meet, when no overleg is named. */
export const DEFAULT_OVERLEG = 'RBA';
export const DEFAULT_TIME = '10:00';

export const planVergadering = command({
  name: 'overleg.plan',
  input: z.object({ code: z.string().default(DEFAULT_OVERLEG), wanneer: z.string() }),
  phrases: [new RegExp(`^overleg plan(?:nen)?${MET_CODE}(?: op)? (?<wanneer>.+)$`, 'i')],
  changes: true,
  run: ({ code, wanneer }, asked) => plan(code, wanneer, asked),
});

/** Between two moments; a comma before a time of day is within one. */
const BETWEEN = /\s*(?:[,;]|\ben\b)(?!\s*(?:om\s+)?\d{1,2}(?:[:.]\d{2}|\s*uur))\s*/i;

async function plan(code: string, wanneer: string, asked: Asked): Promise<Card> {
  const { tx, now } = asked;
  await refuseOthers(asked, 'een vergadering plannen');
  await takePlanning(tx);
  const overleg = await findOverleg(tx, code, now);
  const voorbeeld = await voorbeeldVan(tx, overleg.id, now);
  const time = voorbeeld ? tijdText(voorbeeld) : DEFAULT_TIME;
  const momenten = wanneer.split(BETWEEN).map((one) => beginOf(one, now, time));
  const opmerkingen = waarschuwingen(momenten, await bezwarenVan(tx, overleg.id, now));
  const planned = await planAll(overleg, momenten, asked);
  return plannedCard({ overleg, momenten, planned, opmerkingen, now });
}

/** Makes these vergaderingen and plans what is sent about them: all, or none. Gives how many herinneringen that are. */
export async function planAll(
  overleg: { id: number; code: string; naam: string },
  momenten: readonly Temporal.Instant[],
  asked: Asked,
): Promise<number> {
  const { tx, now } = asked;
  const ids: number[] = [];
  for (const begin of momenten) {
    checkBegin(begin, now);
    const at = { overlegId: overleg.id, begin: new Date(begin.epochMilliseconds) };
    if (await tx.vergadering.findFirst({ where: { ...at, status: 'gepland' } }))
      throw new Refusal(`${overleg.naam} staat al gepland op ${beginText(begin)}.`);
    const { id } = await tx.vergadering.create({ data: at, select: { id: true } });
    await addLogregel(asked, 'overleg gepland', { overleg: overleg.code, begin: begin.toString() });
    await planHerinneringen(tx, id, now);
    ids.push(id);
  }
  return tx.herinnering.count({ where: { vergaderingId: { in: ids } } });
}
