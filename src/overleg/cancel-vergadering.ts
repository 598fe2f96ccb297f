import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { changeVergadering } from './change-vergadering.ts';
import { cancelledCard, cancelQuestionCard } from './changed-card.ts';
import { findVergadering, refuseOthers } from './stored-vergadering.ts';
import { findWelkeToChange, welke } from './stored-welke.ts';
import { WELKE } from './vergadering.ts';

const WHAT = 'een vergadering afzeggen';

/** Cancelling cannot be undone for who has read it, so it is asked first, by name and date. */
export const askToCancel = command({
  name: 'overleg.annuleer',
  input: z.object(welke),
  phrases: [
    new RegExp(`^overleg${WELKE} (?:annuleer|annuleren|afzeggen|schrap|gaat niet door)[.!]?$`, 'i'),
    new RegExp(`^overleg (?:annuleer|annuleren|afzeggen|schrap)${WELKE}[.!]?$`, 'i'),
  ],
  run: async (named, asked): Promise<Card> => {
    await refuseOthers(asked, WHAT);
    const vergadering = await findWelkeToChange(asked, named, (one) => `overleg annuleer ${one}`);
    return cancelQuestionCard(vergadering);
  },
});

export const cancelVergadering = command({
  name: 'overleg.afzeggen',
  input: z.object({ vergadering: z.number().int(), begin: z.iso.datetime() }),
  phrases: [],
  changes: true,
  inPlace: true,
  run: ({ vergadering, begin }, asked) => cancel(vergadering, new Date(begin), asked),
});

async function cancel(id: number, begin: Date, asked: Asked): Promise<Card> {
  await refuseOthers(asked, WHAT);
  const { overleg } = await findVergadering(asked.tx, id);
  await changeVergadering({ id, begin, overleg }, { status: 'geannuleerd' }, asked);
  return cancelledCard(overleg, begin.toTemporalInstant(), asked.now);
}
