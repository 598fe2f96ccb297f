import { ENDED } from '../actie/actie.ts';
import { ON_AGENDA, waitsForUpdate } from '../actie/stored-actie.ts';
import type { Asked } from '../chat/command.ts';
import { post, revise } from '../chat/post.ts';
import type { Tx } from '../db/database.ts';
import { requireRecht } from '../persoon/stored-persoon.ts';

/** What a vergadering is asked with: its overleg, the pijlers that it covers, and how its run-up is. */
export const withOverleg = {
  overleg: { include: { pijlers: true, stappen: true } },
  stappen: true,
} as const;

export type StoredVergadering = Awaited<ReturnType<typeof findVergadering>>;

export const findVergadering = (tx: Tx, id: number) =>
  tx.vergadering.findFirstOrThrow({ where: { id }, include: withOverleg });

/** Those to come. */
export const isKomend = (now: Temporal.Instant) => ({
  status: 'gepland' as const,
  begin: { gt: new Date(now.epochMilliseconds) },
});

/** Longer than anything is said about a vergadering that was held, with a summer in between. */
const NAZORG = { hours: 150 * 24 };

/** Those to come, and those held about which something is still to be said, or may be: a step comes after it. */
export const isLopend = (now: Temporal.Instant) => ({
  status: 'gepland' as const,
  OR: [
    isKomend(now),
    {
      begin: { gt: new Date(now.subtract(NAZORG).epochMilliseconds) },
      AND: {
        OR: [
          { herinneringen: { some: { status: 'gepland' as const } } },
          {
            overleg: {
              stappen: { some: { OR: [{ werkdagen: { gt: 0 } }, { stap: 'na_afloop' as const }] } },
            },
          },
        ],
      },
    },
  ],
});

/** When the last vergadering of the same overleg that has been held before this one began; undefined: none yet. */
async function vorigeBegin(tx: Tx, { overlegId, begin }: StoredVergadering, now: Temporal.Instant) {
  const before = new Date(Math.min(begin.getTime(), now.epochMilliseconds));
  const vorige = await tx.vergadering.findFirst({
    where: { overlegId, status: 'gepland', begin: { lt: before } },
    orderBy: { begin: 'desc' },
  });
  return vorige?.begin;
}

export type AskedActie = Awaited<ReturnType<typeof asksAbout>>[number];

type Welke = {
  /** Only those without an update since the previous vergadering. */
  open: boolean;
  /** Those that have ended too. */
  ended?: boolean;
  now: Temporal.Instant;
};

/** The acties that a vergadering asks about: of the pijlers of its overleg, not ended. */
export async function asksAbout(tx: Tx, vergadering: StoredVergadering, welke: Welke) {
  const where = await whereAsked(tx, vergadering, welke);
  return tx.actie.findMany({ where, select: askedActie, orderBy: { nummer: 'asc' } });
}

async function whereAsked(tx: Tx, vergadering: StoredVergadering, { open, ended, now }: Welke) {
  const since = open ? await vorigeBegin(tx, vergadering, now) : undefined;
  const pijlers = vergadering.overleg.pijlers.map(({ pijlerId }) => pijlerId);
  return {
    ...(open ? waitsForUpdate(since) : ended ? ON_AGENDA : { status: { notIn: ENDED } }),
    thema: { pijlerId: { in: pijlers } },
  };
}

/** The same, all and those that are open. */
export async function asksAllAndOpen(
  tx: Tx,
  vergadering: StoredVergadering,
  welke: Omit<Welke, 'open'>,
): Promise<{ all: AskedActie[]; open: AskedActie[] }> {
  const all = await asksAbout(tx, vergadering, { ...welke, open: false });
  const where = await whereAsked(tx, vergadering, { ...welke, open: true });
  const open = new Set((await tx.actie.findMany({ where, select: { id: true } })).map(({ id }) => id));
  return { all, open: all.filter(({ id }) => open.has(id)) };
}

const trekkers = {
  select: {
    aanduiding: true,
    persoonId: true,
    persoon: { select: { vertrokkenOp: true } },
    organisatie: { select: { id: true, naam: true } },
  },
} as const;

/** What is known of an actie that is asked about. */
export const askedActie = {
  id: true,
  nummer: true,
  titel: true,
  status: true,
  updateId: true,
  laatste: { select: { gemeldOp: true, verwachtOp: true } },
  afgewezen: { select: { persoonId: true } },
  trekkers: { ...trekkers, orderBy: { id: 'asc' } },
} as const;

/** Refuses who does not run the overleggen, and names who does. */
export const refuseOthers = (asked: Asked, what: string): Promise<void> =>
  requireRecht(asked, 'overleg beheren', what);

/** What somebody knows of a vergadering who was told of it before it changed. */
export type Gekend = { van: string; plaats: string; link: string };

/**
 * Tells everyone who was written to about a vergadering before, except the asker, that it has changed. Who is still
 * to be told of an earlier change hears in that message how it is by then, compared with what they know. What was said
 * before is edited where it stands, so that no old message says what holds no more.
 */
export async function notifyInformed(tx: Tx, { id }: { id: number }, gekend: Gekend, { asker, now }: Asked) {
  const informed = await tx.bericht.findMany({
    where: {
      verzondenOp: { not: null },
      herinneringen: { some: { vergaderingId: id } },
      persoonId: { not: asker.id },
    },
    distinct: ['persoonId'],
    select: { persoonId: true },
  });
  const notices = { soort: GEWIJZIGD, inhoud: { path: ['vergadering'], equals: id } };
  const unsaid = { status: 'wacht' as const, verzondenOp: null, ...notices };
  const waiting = await tx.bericht.findMany({ where: unsaid, select: { persoonId: true } });
  // One that waits for working hours may not wait as long any more; one that failed keeps to its pauses.
  await tx.bericht.updateMany({
    where: { ...unsaid, pogingen: 0 },
    data: { volgendeOp: new Date(now.epochMilliseconds) },
  });
  const said = await tx.bericht.findMany({
    where: {
      AND: [
        { OR: [{ herinneringen: { some: { vergaderingId: id } } }, notices] },
        { OR: [{ verzondenOp: { not: null } }, { status: 'bezig' }] },
      ],
    },
    select: { id: true },
  });
  const told = new Set(waiting.map(({ persoonId }) => persoonId));
  const news = informed.flatMap(({ persoonId }) =>
    persoonId === null || told.has(persoonId) ? [] : persoonId,
  );
  const inhoud = { vergadering: id, ...gekend };
  await post(
    tx,
    news.map((persoonId) => ({ persoonId, soort: GEWIJZIGD, inhoud })),
    now,
  );
  await revise(
    tx,
    said.map((bericht) => bericht.id),
    now,
  );
}

const GEWIJZIGD = 'vergadering-gewijzigd';
