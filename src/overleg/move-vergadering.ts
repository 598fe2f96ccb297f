import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { planHerinneringen } from '../herinnering/plan-herinneringen.ts';
import { atLocalTime, parseMoment, tijdText, toLocal } from '../kalender/datum.ts';
import { Refusal } from '../refusal.ts';
import { movedCard } from './changed-card.ts';
import { nextVergadering } from './show-overleg.ts';
import { notifyInformed, refuseOthers } from './stored-vergadering.ts';
import { checkBegin } from './vergadering.ts';

/** The code of an overleg: one word that is no beginning of a date. */
export const CODE =
  '(?: (?!(?:naar|op|over|vandaag|morgen|overmorgen|ma|di|wo|do|vr|(?:maan|dins|woens|donder|vrij)dag)\\b)(?<code>[a-z]{2,8}(?:-[a-z]{2,8})?)(?= ))?';

export const moveVergadering = command({
  name: 'overleg.verplaats',
  input: z.object({ code: z.string().optional(), wanneer: z.string() }),
  phrases: [
    new RegExp(`^(?:overleg )?verplaats(?: het)?(?: overleg)?${CODE}(?: naar)? (?<wanneer>.+)$`, 'i'),
    new RegExp(`^overleg${CODE} verplaats(?:en)?(?: naar)? (?<wanneer>.+)$`, 'i'),
  ],
  changes: true,
  inPlace: true,
  run: ({ code, wanneer }, asked) => move(code, wanneer, asked),
});

async function move(code: string | undefined, wanneer: string, asked: Asked): Promise<Card> {
  const { tx, asker, now, platform } = asked;
  await refuseOthers(asked, 'een vergadering verplaatsen');
  const vergadering = await nextVergadering(asked, code);
  const van = vergadering.begin.toTemporalInstant();
  const naar = beginOf(wanneer, now, tijdText(van));
  checkBegin(naar, now);
  const { count } = await tx.vergadering.updateMany({
    where: { id: vergadering.id, begin: vergadering.begin, status: 'gepland' },
    data: { begin: new Date(naar.epochMilliseconds) },
  });
  if (count === 0)
    throw new Refusal(
      'Iemand anders heeft de vergadering intussen gewijzigd. Typ «overleg» om te zien hoe het nu staat.',
    );
  const inhoud = { overleg: vergadering.overleg.code, van: van.toString(), naar: naar.toString() };
  const op = new Date(now.epochMilliseconds);
  await tx.logregel.create({
    data: { op, persoonId: asker.id, platform, wat: 'overleg verplaatst', inhoud },
  });
  await notifyInformed(tx, vergadering, { van: van.toString() }, asked);
  await planHerinneringen(tx, vergadering.id, now);
  const planned = await tx.herinnering.count({ where: { vergaderingId: vergadering.id, status: 'gepland' } });
  return movedCard({ overleg: vergadering.overleg, van, naar, planned, now });
}

/** Reads when a vergadering is to begin; without a time of day, at `time`. Refuses what is no date, by name. */
export function beginOf(wanneer: string, now: Temporal.Instant, time: string): Temporal.Instant {
  const moment = parseMoment(wanneer, toLocal(now).toPlainDate());
  if (moment) return atLocalTime(moment.date, moment.time ?? time);
  throw new Refusal(
    `Ik begrijp de datum «${wanneer.slice(0, 80)}» niet. Schrijf bijvoorbeeld «14 januari 2027» of «14-1-2027 10:00».`,
  );
}
