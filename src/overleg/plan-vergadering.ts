import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { addLogregel } from '../chat/logregel.ts';
import { planHerinneringen } from '../herinnering/plan-herinneringen.ts';
import { Refusal } from '../refusal.ts';
import { plannedCard } from './changed-card.ts';
import { beginOf, CODE } from './move-vergadering.ts';
import { findOverleg } from './stored-overleg.ts';
import { refuseOthers } from './stored-vergadering.ts';
import { beginText, checkBegin } from './vergadering.ts';

/** Where the region's aldermen and partners meet, when no overleg is named. */
const DEFAULT_OVERLEG = 'RBA';
const DEFAULT_TIME = '10:00';

export const planVergadering = command({
  name: 'overleg.plan',
  input: z.object({ code: z.string().default(DEFAULT_OVERLEG), wanneer: z.string() }),
  phrases: [new RegExp(`^overleg plan(?:nen)?${CODE}(?: op)? (?<wanneer>.+)$`, 'i')],
  changes: true,
  run: ({ code, wanneer }, asked) => plan(code, wanneer, asked),
});

async function plan(code: string, wanneer: string, asked: Asked): Promise<Card> {
  const { tx, now } = asked;
  await refuseOthers(asked, 'een vergadering plannen');
  const overleg = await findOverleg(tx, code, now);
  const begin = beginOf(wanneer, now, DEFAULT_TIME);
  checkBegin(begin, now);
  const at = new Date(begin.epochMilliseconds);
  const there = await tx.vergadering.findFirst({
    where: { overlegId: overleg.id, begin: at, status: 'gepland' },
  });
  if (there) throw new Refusal(`${overleg.naam} staat al gepland op ${beginText(begin)}.`);
  const { id } = await tx.vergadering.create({
    data: { overlegId: overleg.id, begin: at },
    select: { id: true },
  });
  const inhoud = { overleg: overleg.code, begin: begin.toString() };
  await addLogregel(asked, 'overleg gepland', inhoud);
  await planHerinneringen(tx, id, now);
  const planned = await tx.herinnering.count({ where: { vergaderingId: id } });
  return plannedCard(overleg, begin, planned, now);
}
