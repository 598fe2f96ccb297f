import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { takePlanning } from '../herinnering/plan-herinneringen.ts';
import { DAG_WOORD } from '../kalender/dag.ts';
import { atLocalTime, requireMoment, tijdText, toLocal } from '../kalender/datum.ts';
import { Refusal } from '../refusal.ts';
import { changeVergadering, type Seen } from './change-vergadering.ts';
import { movedCard, whichMoveCard } from './changed-card.ts';
import { bezwarenVan, waarschuwingen } from './stored-ritme.ts';
import { findVergadering, isKomend, refuseOthers, type StoredVergadering } from './stored-vergadering.ts';
import { findWelkeToChange, type Welke, welke } from './stored-welke.ts';
import { beginText, checkBegin, dagVanText, MET_CODE, WELKE } from './vergadering.ts';

const WHAT = 'een vergadering verplaatsen';
const VERPLAATS = `^(?:overleg )?verplaats(?: het| de)?(?: overleg| vergadering)?${MET_CODE}`;

export const moveVergadering = command({
  name: 'overleg.verplaats',
  input: z.object({ ...welke, wanneer: z.string().default('') }),
  phrases: [
    new RegExp(`${VERPLAATS}(?: van| op)? (?<dag>\\d.{0,60}?|${DAG_WOORD}) naar (?<wanneer>.+)$`, 'i'),
    new RegExp(`${VERPLAATS} van (?<dag>.{1,60}?)(?: naar)?[.!]?$`, 'i'),
    new RegExp(`${VERPLAATS}(?: naar)? (?<wanneer>.+)$`, 'i'),
    new RegExp(`^overleg${WELKE} verplaats(?:en)?(?: naar)?(?<wanneer>.*)$`, 'i'),
  ],
  changes: true,
  inPlace: true,
  run: ({ wanneer, ...named }, asked) => move(named, wanneer, asked),
});

/** The buttons that say which one and where from: they put back what was moved, or move the one that was meant. */
export const restoreVergadering = command({
  name: 'overleg.terugzetten',
  input: z.object({ vergadering: z.number().int(), van: z.iso.datetime(), naar: z.iso.datetime() }),
  phrases: [],
  changes: true,
  inPlace: true,
  run: async ({ vergadering, van, naar }, asked) => {
    await refuseOthers(asked, WHAT);
    const { id, overleg } = await findVergadering(asked.tx, vergadering);
    return moveTo({ id, overleg, begin: new Date(van) }, Temporal.Instant.from(naar), asked);
  },
});

async function move(named: Welke, wanneer: string, asked: Asked): Promise<Card> {
  await refuseOthers(asked, WHAT);
  const { now } = asked;
  const vergadering = await findWelkeToChange(asked, named, (one) => `overleg verplaats ${one} ${wanneer}`);
  if (named.dag !== undefined && wanneer === '') throw new Refusal(whereText(vergadering));
  const naar = toOf(wanneer, vergadering, now);
  checkBegin(naar, now);
  const other = named.dag === undefined ? await nearerThan(vergadering, naar, asked) : undefined;
  if (!other) return moveTo(vergadering, naar, asked);
  await refuseTaken(vergadering, naar, asked);
  const later = { ...other, naar: toOf(wanneer, other, now) };
  return whichMoveCard(vergadering.overleg, { ...vergadering, naar }, later, now);
}

/** Without a time of day it keeps its own. */
const toOf = (wanneer: string, { begin }: { begin: Date }, now: Temporal.Instant): Temporal.Instant =>
  beginOf(wanneer, now, tijdText(begin.toTemporalInstant()));

const whereText = ({ overleg, begin }: StoredVergadering): string => {
  const at = begin.toTemporalInstant();
  return `Naar welke dag gaat de vergadering van ${beginText(at)}? ${sentenceText(overleg.code, at)}`;
};

/** The sentence that moves that one, to a week later for example. */
const sentenceText = (code: string, at: Temporal.Instant): string =>
  `Typ bijvoorbeeld «overleg verplaats ${code} van ${dagVanText(at)} naar ${dagVanText(at.add({ hours: 7 * 24 }))}».`;

/**
 * A vergadering of the same overleg that is planned nearer to that day: whoever said no day may well mean that one.
 * Undefined: there is none. Any move past another one finds one.
 */
async function nearerThan({ id, overlegId, begin }: StoredVergadering, naar: Temporal.Instant, asked: Asked) {
  const day = toLocal(naar).toPlainDate();
  const away = (at: Date) =>
    Math.abs(day.until(toLocal(at.toTemporalInstant()).toPlainDate(), { largestUnit: 'days' }).days);
  const others = await asked.tx.vergadering.findMany({
    where: {
      overlegId,
      id: { not: id },
      ...isKomend(asked.now),
    },
    orderBy: { begin: 'asc' },
  });
  const [nearest] = others.sort((a, b) => away(a.begin) - away(b.begin));
  return nearest && away(nearest.begin) < away(begin) ? nearest : undefined;
}

async function refuseTaken(
  { id, overleg }: { id: number; overleg: { id: number; code: string; naam: string } },
  naar: Temporal.Instant,
  { tx }: Asked,
): Promise<void> {
  const begin = new Date(naar.epochMilliseconds);
  const there = await tx.vergadering.findFirst({
    where: { overlegId: overleg.id, begin, status: 'gepland', id: { not: id } },
  });
  if (!there) return;
  throw new Refusal(
    `${overleg.naam} staat al gepland op ${beginText(naar)}. Moet die weg van die dag? ${sentenceText(overleg.code, naar)}`,
  );
}

async function moveTo(
  vergadering: Seen & { overleg: { id: number; naam: string } },
  naar: Temporal.Instant,
  asked: Asked,
) {
  const { id, overleg, begin } = vergadering;
  const { tx, now } = asked;
  checkBegin(naar, now);
  const van = begin.toTemporalInstant();
  if (van.equals(naar)) throw new Refusal(`${overleg.naam} staat al gepland op ${beginText(naar)}.`);
  await takePlanning(tx);
  await refuseTaken(vergadering, naar, asked);
  const opmerkingen = waarschuwingen([naar], await bezwarenVan(tx, overleg.id, now, id));
  const planned = await changeVergadering(vergadering, { begin: new Date(naar.epochMilliseconds) }, asked);
  return movedCard({ id, overleg, van, naar, planned, opmerkingen, now });
}

/** Reads when a vergadering is to begin; without a time of day, at `time`. Refuses what is no date, by name. */
export function beginOf(wanneer: string, now: Temporal.Instant, time: string): Temporal.Instant {
  const moment = requireMoment(wanneer, toLocal(now).toPlainDate(), 'vooruit');
  return atLocalTime(moment.date, moment.time ?? time);
}
