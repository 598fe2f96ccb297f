import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import type { Tx } from '../db/database.ts';
import { atLocalTime, requireMoment, toLocal } from '../kalender/datum.ts';
import { vorigeVergadering } from '../overleg/stored-vorige.ts';
import { Refusal } from '../refusal.ts';
import { ENDED } from './actie.ts';
import { countAndFirst } from './stored-actie.ts';
import { wijzigingOf } from './wijziging.ts';
import { type Sinds, sindsText, welkeDagCard, wijzigingenCard } from './wijzigingen-card.ts';

const DEFAULT = 'vorig overleg';

/** How many of the acties that stayed silent are named. */
const NAMED = 5;

export const showWijzigingen = command({
  name: 'sinds.toon',
  input: z.object({ sinds: z.string().trim().max(200).default(DEFAULT) }),
  // At most a few marks at the end: any number of them would be tried again at every character before.
  phrases: [
    /^(?:wijzigingen |veranderingen |nieuws |gewijzigd |veranderd )?sinds(?: (?<sinds>.+?))?[?.!]{0,5}$/i,
    /^(?:wat (?:is|zijn)(?: er)?|is er iets)(?: allemaal)? (?:veranderd|gewijzigd|gebeurd|gemeld|nieuw|de wijzigingen|de veranderingen)(?: sinds (?<sinds>.+?))?[?.!]{0,5}$/i,
    /^(?:wat is er|is er iets) sinds (?<sinds>.+?) (?:allemaal )?(?:veranderd|gewijzigd|gebeurd|gemeld)[?.!]{0,5}$/i,
  ],
  run: ({ sinds }, asked) => show(sinds, asked),
});

/** A day that only the asker knows, or that is no day: "mijn vakantie", "de zomer". */
const EIGEN_DAG =
  /\b(?:ik|wij|we|mijn|onze|\w*vakantie|verlof|afwezigheid|ziekte|zomer|winter|voorjaar|najaar|lente|herfst|kerst|pasen)\b/i;

async function show(words: string, { tx, now }: Asked): Promise<Card> {
  if (EIGEN_DAG.test(words)) return welkeDagCard();
  const sinds = await readSinds(words, tx, now);
  const since = new Date(sinds.begin.epochMilliseconds);
  const rows = await changedSince(tx, since);
  const acties = rows.map(({ nummer, titel, status, toegevoegdOp, opgegaanIn, updates }) => {
    const nieuw = toegevoegdOp !== null && toegevoegdOp > since;
    return { nummer, titel, status, wijziging: wijzigingOf(nieuw, updates, opgegaanIn) };
  });
  return wijzigingenCard({ sinds, acties, stil: await silentSince(tx, since), now });
}

const BEGIN: Sinds = { begin: Temporal.Instant.fromEpochMilliseconds(0), soort: 'begin' };

/** The moment that words mean, looking back. Refuses what is no date, and a day that is still to come. */
async function readSinds(words: string, tx: Tx, now: Temporal.Instant): Promise<Sinds> {
  if (/^(?:het |de )?(?:vorige?|laatste) (?:overleg|vergadering|bijeenkomst|keer)$/i.test(words)) {
    const vorige = await vorigeVergadering(tx, now);
    if (!vorige) return { ...BEGIN, soort: 'geen-overleg' };
    return { soort: 'overleg', begin: vorige.begin.toTemporalInstant(), overleg: vorige.overleg.code };
  }
  if (/^(?:het )?begin$/i.test(words)) return BEGIN;
  const { date, time } = requireMoment(words, toLocal(now).toPlainDate(), 'terug');
  const sinds: Sinds = { soort: 'datum', begin: atLocalTime(date, time ?? '00:00') };
  if (Temporal.Instant.compare(sinds.begin, now) <= 0) return sinds;
  throw new Refusal(`${sindsText(sinds)} is nog niet geweest. Kies een dag tot en met vandaag.`);
}

const valid = (since: Date) => ({
  gemeldOp: { gte: since },
  soort: { not: 'ingetrokken' as const },
  intrekking: { is: null },
  // A correction says what should have been said.
  correcties: { none: { intrekking: { is: null } } },
});

/** Acties that are new since then or were reported on; who took an update back had not reported. */
function changedSince(tx: Tx, since: Date) {
  return tx.actie.findMany({
    where: {
      OR: [{ toegevoegdOp: { gt: since } }, { updates: { some: valid(since) } }],
      // Of what went up in another actie before, that one tells.
      AND: { OR: [{ opgegaanOp: null }, { opgegaanOp: { gt: since } }] },
    },
    select: {
      nummer: true,
      titel: true,
      status: true,
      toegevoegdOp: true,
      opgegaanIn: true,
      updates: {
        where: valid(since),
        select: { soort: true, statusVan: true, statusNaar: true, toelichting: true },
        orderBy: { id: 'asc' },
      },
    },
    orderBy: { nummer: 'asc' },
  });
}

/** Acties that were there, are not ended, and of which nothing was heard. */
async function silentSince(tx: Tx, since: Date) {
  const where = {
    status: { notIn: ENDED },
    OR: [{ toegevoegdOp: null }, { toegevoegdOp: { lte: since } }],
    updates: { none: valid(since) },
  };
  return countAndFirst(tx, where, NAMED);
}
