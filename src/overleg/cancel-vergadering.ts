import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { planHerinneringen } from '../herinnering/plan-herinneringen.ts';
import { Refusal } from '../refusal.ts';
import { cancelledCard } from './changed-card.ts';
import { nextVergadering } from './show-overleg.ts';
import { notifyInformed, refuseOthers } from './stored-vergadering.ts';

export const cancelVergadering = command({
  name: 'overleg.annuleer',
  input: z.object({ code: z.string().optional() }),
  phrases: [
    /^overleg (?:(?<code>[a-z-]{2,20}) )?(?:annuleer|annuleren|afzeggen|schrap|gaat niet door)[.!]?$/i,
    /^overleg (?:annuleer|schrap) (?<code>[a-z-]{2,20})$/i,
  ],
  changes: true,
  run: ({ code }, asked) => cancel(code, asked),
});

async function cancel(code: string | undefined, asked: Asked): Promise<Card> {
  const { tx, asker, now, platform } = asked;
  await refuseOthers(asked, 'een vergadering annuleren');
  const { id, begin, overleg } = await nextVergadering(asked, code);
  const { count } = await tx.vergadering.updateMany({
    where: { id, begin, status: 'gepland' },
    data: { status: 'geannuleerd' },
  });
  if (count === 0)
    throw new Refusal(
      'Iemand anders heeft de vergadering intussen gewijzigd. Typ «overleg» om te zien hoe het nu staat.',
    );
  const van = begin.toTemporalInstant();
  const inhoud = { overleg: overleg.code, begin: van.toString() };
  const op = new Date(now.epochMilliseconds);
  await tx.logregel.create({
    data: { op, persoonId: asker.id, platform, wat: 'overleg geannuleerd', inhoud },
  });
  await notifyInformed(tx, { id }, { van: van.toString() }, asked);
  await planHerinneringen(tx, id, now);
  return cancelledCard(overleg, van, now);
}
