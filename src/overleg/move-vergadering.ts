import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { DATUM_BEGIN } from '../kalender/dag.ts';
import { atLocalTime, requireMoment, tijdText, toLocal } from '../kalender/datum.ts';
import { Refusal } from '../refusal.ts';
import { changeVergadering, type Seen } from './change-vergadering.ts';
import { movedCard } from './changed-card.ts';
import { vergaderingToChange } from './stored-overleg.ts';
import { findVergadering, refuseOthers } from './stored-vergadering.ts';
import { beginText, checkBegin } from './vergadering.ts';

/** The code of an overleg: one word that is no beginning of a date. */
export const CODE = `(?: (?!(?:${DATUM_BEGIN})\\b)(?<code>[a-z]{2,8}(?:-[a-z]{2,8})?)(?= ))?`;

export const moveVergadering = command({
  name: 'overleg.verplaats',
  input: z.object({ code: z.string().optional(), wanneer: z.string() }),
  phrases: [
    new RegExp(`^(?:overleg )?verplaats(?: het)?(?: overleg)?${CODE}(?: naar)? (?<wanneer>.+)$`, 'i'),
    new RegExp(`^overleg${CODE} verplaats(?:en)?(?: naar)?(?<wanneer>.*)$`, 'i'),
  ],
  changes: true,
  inPlace: true,
  run: ({ code, wanneer }, asked) => move(code, wanneer, asked),
});

/** The button under a move: puts back what it moved, and nothing else. */
export const restoreVergadering = command({
  name: 'overleg.terugzetten',
  input: z.object({ vergadering: z.number().int(), van: z.iso.datetime(), naar: z.iso.datetime() }),
  phrases: [],
  changes: true,
  inPlace: true,
  run: async ({ vergadering, van, naar }, asked) => {
    await refuseOthers(asked, 'een vergadering verplaatsen');
    const { id, overleg } = await findVergadering(asked.tx, vergadering);
    return moveTo({ id, overleg, begin: new Date(van) }, Temporal.Instant.from(naar), asked);
  },
});

async function move(code: string | undefined, wanneer: string, asked: Asked): Promise<Card> {
  await refuseOthers(asked, 'een vergadering verplaatsen');
  const vergadering = await vergaderingToChange(asked, code, (one) => `overleg verplaats ${one} ${wanneer}`);
  const naar = beginOf(wanneer, asked.now, tijdText(vergadering.begin.toTemporalInstant()));
  return moveTo(vergadering, naar, asked);
}

async function moveTo(
  vergadering: Seen & { overleg: { naam: string } },
  naar: Temporal.Instant,
  asked: Asked,
) {
  const { id, overleg, begin } = vergadering;
  checkBegin(naar, asked.now);
  const van = begin.toTemporalInstant();
  if (van.equals(naar)) throw new Refusal(`${overleg.naam} staat al gepland op ${beginText(naar)}.`);
  const planned = await changeVergadering(vergadering, { begin: new Date(naar.epochMilliseconds) }, asked);
  return movedCard({ id, overleg, van, naar, planned, now: asked.now });
}

/** Reads when a vergadering is to begin; without a time of day, at `time`. Refuses what is no date, by name. */
export function beginOf(wanneer: string, now: Temporal.Instant, time: string): Temporal.Instant {
  const moment = requireMoment(wanneer, toLocal(now).toPlainDate(), 'vooruit');
  return atLocalTime(moment.date, moment.time ?? time);
}
