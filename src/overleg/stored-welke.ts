import { z } from 'zod';
import type { Asked } from '../chat/command.ts';
import type { Stap } from '../herinnering/aanloop.ts';
import { dagText, type Moment, requireMoment, tijdText, toLocal } from '../kalender/datum.ts';
import { Refusal } from '../refusal.ts';
import { coming, findOverleg, nextVergadering, type Waaruit } from './stored-overleg.ts';
import { findVergadering, isKomend, type StoredVergadering } from './stored-vergadering.ts';
import { beginText, dagVanText } from './vergadering.ts';

/** The last vergadering that was held about which something is still planned. `soort`: that step. */
export async function heldWith(
  { tx, now }: Asked,
  code: string | undefined,
  soort?: Stap,
): Promise<StoredVergadering | undefined> {
  const at = new Date(now.epochMilliseconds);
  const overlegId = code ? (await findOverleg(tx, code, now)).id : undefined;
  const held = await tx.vergadering.findFirst({
    where: {
      ...{ status: 'gepland', begin: { lte: at }, ...(overlegId === undefined ? {} : { overlegId }) },
      herinneringen: { some: { status: 'gepland', geplandOp: { gt: at }, ...(soort ? { soort } : {}) } },
    },
    orderBy: { begin: 'desc' },
  });
  return held ? findVergadering(tx, held.id) : undefined;
}

/** What names a vergadering, as the input of a command: a button gives its number, words the code and the day. */
export const welke = {
  vergadering: z.number().int().optional(),
  code: z.string().trim().max(60).optional(),
  dag: z.string().max(80).optional(),
};
export type Welke = {
  vergadering?: number | undefined;
  code?: string | undefined;
  dag?: string | undefined;
};

/** The vergadering that is named; without a number and a day the next one. Refuses one that cannot be meant. */
export async function findWelke(
  asked: Asked,
  { vergadering, code, dag }: Welke,
  waaruit: Waaruit = isKomend,
): Promise<StoredVergadering> {
  if (vergadering !== undefined) return vergaderingToCome(asked, vergadering, waaruit);
  if (dag !== undefined) return vergaderingOn(asked, code, dag, waaruit);
  const held = waaruit === isKomend ? undefined : await heldWith(asked, code);
  const [next] = held ? await coming(asked.tx, asked.now, held.overlegId) : [];
  return held && !next ? held : nextVergadering(asked, code);
}

/** Which can be meant; `stap`: one that was held of which that step is still to come goes before those to come. */
type Nader = { waaruit?: Waaruit; stap?: Stap };

/**
 * As `findWelke`, to change it: where several overleggen have one to come, the next one of all is not meant by saying
 * nothing, and the code has to be given. `example` makes the sentence to type from a code.
 */
export async function findWelkeToChange(
  asked: Asked,
  named: Welke,
  example: (code: string) => string,
  { waaruit = isKomend, stap }: Nader = {},
): Promise<StoredVergadering> {
  const held = stap && named.vergadering === undefined && named.dag === undefined;
  const after = held ? await heldWith(asked, named.code, stap) : undefined;
  if (after) return after;
  if (named.vergadering !== undefined || named.dag !== undefined || named.code)
    return findWelke(asked, named, waaruit);
  const all = await coming(asked.tx, asked.now);
  const first = [...Map.groupBy(all, ({ overlegId }) => overlegId).values()].flatMap(([one]) => one ?? []);
  if (first.length < 2) return nextVergadering(asked);
  const which = first.map(
    ({ overleg, begin }) => `${overleg.code} op ${beginText(begin.toTemporalInstant())}`,
  );
  throw new Refusal(
    `Er staat meer dan één overleg gepland: ${which.join('; ')}. Zet de code erbij, bijvoorbeeld «${example(first[0]?.overleg.code ?? '')}».`,
  );
}

/** The vergadering of a button. Refuses one that cannot be meant any more. */
export async function vergaderingToCome(
  { tx, now }: Asked,
  id: number,
  waaruit: Waaruit = isKomend,
): Promise<StoredVergadering> {
  if (await tx.vergadering.findFirst({ where: { id, ...waaruit(now) } })) return findVergadering(tx, id);
  throw new Refusal('Deze vergadering is geweest of gaat niet door. Typ «overleg» voor de volgende.');
}

/** The vergadering on a day, with a time of day at that time. Refuses where there is none, or more than one. */
async function vergaderingOn({ tx, now }: Asked, code: string | undefined, dag: string, waaruit: Waaruit) {
  const today = toLocal(now).toPlainDate();
  const meant = requireMoment(dag, today, 'vooruit');
  const overleg = code ? await findOverleg(tx, code, now) : undefined;
  const all = (await coming(tx, now, overleg?.id, waaruit)).map((row) => ({
    ...row,
    at: row.begin.toTemporalInstant(),
  }));
  const on = ({ date, time }: Moment) =>
    all.filter(({ at }) => {
      return toLocal(at).toPlainDate().equals(date) && (time === undefined || tijdText(at) === time);
    });
  // Without a year the day of one that was held lies behind us.
  const back = waaruit === isKomend || on(meant).length > 0 ? meant : requireMoment(dag, today, 'terug');
  const { date, time } = on(back).length > 0 ? back : meant;
  const there = on({ date, time });
  const [one, ...others] = there;
  if (one && others.length === 0) return findVergadering(tx, one.id);
  if (one) {
    const which = there.map((each) => `${each.overleg.code} om ${tijdText(each.at)} uur`).join('; ');
    throw new Refusal(
      `Op ${dagText(date)} is er meer dan één vergadering: ${which}. Zet de code en de tijd erbij, bijvoorbeeld «overleg ${one.overleg.code} van ${dagVanText(one.at)} ${tijdText(one.at)}».`,
    );
  }
  const when = time === undefined ? dagText(date) : `${dagText(date)} om ${time} uur`;
  const more = Temporal.PlainDate.compare(date, today) <= 0 ? ' meer' : '';
  throw new Refusal(`Op ${when} is geen vergadering${more}. ${choiceText(all, date)}`);
}

/** More days than these nobody chooses from. */
const KEUZES = 8;

/** The days that there are to choose from; of many those around a day. */
function choiceText(
  all: readonly { overlegId: number; overleg: { code: string }; at: Temporal.Instant }[],
  around: Temporal.PlainDate,
): string {
  const away = ({ at }: { at: Temporal.Instant }) => Math.abs(around.until(toLocal(at).toPlainDate()).days);
  const near = [...all].sort((a, b) => away(a) - away(b)).slice(0, KEUZES);
  const several = new Set(all.map(({ overlegId }) => overlegId)).size > 1;
  const days = near
    .sort((a, b) => Temporal.Instant.compare(a.at, b.at))
    .map(({ overleg, at }) => `${several ? `${overleg.code} op ` : ''}${dagText(toLocal(at).toPlainDate())}`);
  return days.length > 0 ? `Kies uit: ${[...new Set(days)].join('; ')}.` : 'Er is er geen gepland.';
}
