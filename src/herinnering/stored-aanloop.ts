import type { Asked } from '../chat/command.ts';
import { addLogregel } from '../chat/logregel.ts';
import type { Tx } from '../db/database.ts';
import { toLocal } from '../kalender/datum.ts';
import { findOverleg, nextVergadering } from '../overleg/stored-overleg.ts';
import {
  findVergadering,
  isKomend,
  isLopend,
  type StoredVergadering,
} from '../overleg/stored-vergadering.ts';
import { findWelke, findWelkeToChange, type Welke } from '../overleg/stored-welke.ts';
import { beginText } from '../overleg/vergadering.ts';
import { Refusal } from '../refusal.ts';
import { type Aanloop, aanloopVan, STAPPEN, type Stap } from './aanloop.ts';
import { planComing } from './plan-herinneringen.ts';
import { type Instelling, standaardVan } from './stap.ts';
import { eerstHierText, fouteStand, fouteVolgorde } from './volgorde.ts';

/** An overleg with its run-up, and the vergadering that it is for: the next one, or the one that was named. */
export type Bij = {
  overleg: { id: number; code: string; naam: string };
  vergadering: StoredVergadering | undefined;
};

/** The overleg with that code; without a code the one that meets next. */
export async function findBij(asked: Asked, code: string | undefined): Promise<Bij> {
  if (code === undefined) {
    const vergadering = await nextVergadering(asked);
    return { overleg: vergadering.overleg, vergadering };
  }
  const { id, code: known, naam } = await findOverleg(asked.tx, code, asked.now);
  const next = (await coming(asked.tx, id, asked.now))[0];
  return {
    overleg: { id, code: known, naam },
    vergadering: next && (await findVergadering(asked.tx, next.id)),
  };
}

/** The overleg of a vergadering that is named by its number or its day, with that vergadering. */
export async function findBijVan(asked: Asked, named: Welke): Promise<Bij> {
  const vergadering = await findWelke(asked, named, isLopend);
  return { overleg: vergadering.overleg, vergadering };
}

/** As `findBij`, to change it: where several overleggen have a vergadering to come, the code has to be given. */
export async function findBijToChange(
  asked: Asked,
  code: string | undefined,
  example: (code: string) => string,
): Promise<Bij> {
  if (code !== undefined) return findBij(asked, code);
  const vergadering = await findWelkeToChange(asked, {}, example);
  return { overleg: vergadering.overleg, vergadering };
}

const coming = (tx: Tx, overlegId: number, now: Temporal.Instant) =>
  tx.vergadering.findMany({
    where: { overlegId, ...isKomend(now) },
    select: { id: true, begin: true, stappen: { select: { stap: true, actief: true } } },
    orderBy: [{ begin: 'asc' }, { id: 'asc' }],
  });

/** The run-up of the overleg, without what holds for one vergadering only. */
export async function aanloopVanOverleg(tx: Tx, overlegId: number) {
  const stappen = await tx.aanloopstap.findMany({ where: { overlegId } });
  return aanloopVan({ overleg: { stappen }, stappen: [] });
}

/** What became of a change. */
export type Gewijzigd = { van: Partial<Instelling>; naar: Partial<Instelling>; vergaderingen: number };

/**
 * Changes one step of the run-up of an overleg, keeps what differs from the default, plans every vergadering to come
 * again and logs it. Undefined: nothing changes. Refuses what makes no sense.
 */
export async function changeStap(
  asked: Asked,
  overleg: Bij['overleg'],
  stap: Stap,
  wanted: Partial<Instelling>,
): Promise<Gewijzigd | undefined> {
  const { tx, now } = asked;
  // Two who change the same run-up would each check it without the other's change.
  await tx.$queryRaw`select id from overleg where id = ${overleg.id} for no key update`;
  const aanloop = await aanloopVanOverleg(tx, overleg.id);
  const naar = differing(wanted, aanloop[stap]);
  const names = Object.keys(naar);
  if (names.length === 0) return undefined;
  const next = { ...aanloop, [stap]: { ...aanloop[stap], ...naar } };
  const all = await coming(tx, overleg.id, now);
  const begins = all.map(({ begin }) =>
    toLocal(begin.toTemporalInstant()).toPlainTime().toString({ smallestUnit: 'minute' }),
  );
  const wrong = fouteVolgorde(next, stap, begins.sort()[0]);
  if (wrong) throw new Refusal(wrong);
  for (const vergadering of all)
    refuseWithSkipped(vergadering, { van: aanloop, naar: next, stap }, overleg.code);
  const van = differing(aanloop[stap], next[stap], names);
  await keep(tx, overleg.id, stap, next[stap]);
  await addLogregel(asked, AANLOOP_GEWIJZIGD, { overleg: overleg.code, stap, van, naar });
  await planComing(tx, now, undefined, overleg.id);
  return { van, naar, vergaderingen: all.length };
}

type Anders = { van: Aanloop; naar: Aanloop; stap: Stap };

/** Of one vergadering other steps may have been taken out: what is on there has to make sense as well. */
function refuseWithSkipped(
  { begin, stappen }: Awaited<ReturnType<typeof coming>>[number],
  { van, naar, stap }: Anders,
  code: string,
): void {
  const hier = (aanloop: Aanloop): Aanloop => {
    const overleg = { stappen: STAPPEN.map((one) => ({ stap: one, ...aanloop[one] })) };
    return aanloopVan({ overleg, stappen });
  };
  const wrong = fouteStand(hier(naar), stap);
  if (!wrong || fouteStand(hier(van), stap)) return;
  const when = beginText(begin.toTemporalInstant());
  throw new Refusal(`Dat kan niet voor de vergadering op ${when}. ${eerstHierText(wrong, code)}`);
}

/** The name of a change of a run-up in the log. */
const AANLOOP_GEWIJZIGD = 'aanloop gewijzigd';

/** What of the one is not so in the other. */
function differing(
  one: Partial<Instelling>,
  other: Instelling,
  names: readonly string[] = ['werkdagen', 'tijd', 'aan', 'tekst', 'actief'],
): Partial<Instelling> {
  const entries = Object.entries(one).filter(
    ([name, value]) =>
      names.includes(name) && value !== undefined && value !== other[name as keyof Instelling],
  );
  return Object.fromEntries(entries);
}

/** Only what differs from the default has a row; null: as by default. */
async function keep(tx: Tx, overlegId: number, stap: Stap, plan: Instelling): Promise<void> {
  const own = differing(plan, standaardVan(stap));
  const key = { overlegId, stap };
  await tx.aanloopstap.deleteMany({ where: key });
  if (Object.keys(own).length > 0) await tx.aanloopstap.create({ data: { ...key, ...own } });
}

/** Per step who changed it last, and when. */
export async function wijzigers(tx: Tx, overleg: Bij['overleg']) {
  const rows = await tx.logregel.findMany({
    where: { wat: AANLOOP_GEWIJZIGD, inhoud: { path: ['overleg'], equals: overleg.code } },
    include: { persoon: { select: { naam: true } } },
    orderBy: { id: 'asc' },
  });
  return new Map(
    rows.map(({ inhoud, persoon, op }) => {
      const { stap } = inhoud as { stap: string };
      return [stap, { naam: persoon?.naam ?? '', op: op.toTemporalInstant() }];
    }),
  );
}
