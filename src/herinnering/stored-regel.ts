import type { Als } from '../bereikbaar/ontvanger.ts';
import type { PlatformName } from '../chat/platform.ts';
import type { Tx } from '../db/database.ts';
import type { StoredVergadering } from '../overleg/stored-vergadering.ts';
import { afloopVan } from './afloop.ts';
import type { Soort } from './herinnering.ts';
import { NIET_OPNIEUW } from './stored-teruggezet.ts';
import { type Verwacht, vooruitblik } from './stored-vooruitblik.ts';
import { alsVan } from './stored-vraag.ts';

/** Where a herinnering is. `vervalt`: it will lapse, as far as can be seen now. */
export type Toestand =
  | 'gepland'
  | 'onderweg'
  | 'verstuurd'
  | 'beantwoord'
  | 'niet bezorgd'
  | 'vervallen'
  | 'vervalt';

/** One herinnering as it is listed: whose it is, who gets it, when, through what, and what became of it. */
export type Regel = {
  id: number;
  soort: Soort;
  trede: number;
  op: Temporal.Instant;
  voor: { id: number; naam: string; organisatie: string };
  naar: { naam: string; als: Als } | undefined;
  platform: PlatformName | undefined;
  toestand: Toestand;
  reden: string | undefined;
  beantwoordOp: Temporal.Instant | undefined;
  /** How many attempts to deliver it failed. */
  mislukt: number;
};

/** Everything planned, sent and lapsed about a vergadering, in order of time, as it is now. */
export async function regelsVan(
  tx: Tx,
  vergadering: StoredVergadering,
  now: Temporal.Instant,
): Promise<Regel[]> {
  const planned = await vooruitblik(tx, vergadering, now);
  const all = [...planned.map(toCome), ...(await gone(tx, vergadering))];
  const organisaties = await tx.organisatie.findMany({ select: { id: true, naam: true } });
  const naamVan = new Map(organisaties.map(({ id, naam }) => [id, naam]));
  return all
    .map(({ organisatieId, ...regel }) => {
      const organisatie = naamVan.get(organisatieId) ?? '';
      return { ...regel, voor: { ...regel.voor, organisatie } };
    })
    .sort((a, b) => Temporal.Instant.compare(a.op, b.op) || a.voor.naam.localeCompare(b.voor.naam, 'nl'));
}

type Kaal = Omit<Regel, 'voor'> & { voor: { id: number; naam: string }; organisatieId: number };

function toCome(one: Verwacht): Kaal {
  const { op, row } = one;
  const { id, soort, trede, persoon } = row;
  const base = {
    id,
    soort,
    trede,
    op,
    voor: { id: persoon.id, naam: persoon.naam },
    organisatieId: persoon.organisatieId,
    beantwoordOp: undefined,
    mislukt: 0,
  };
  if ('vervalt' in one)
    return { ...base, naar: undefined, platform: undefined, toestand: 'vervalt', reden: one.vervalt };
  const { naam, als, platform } = one.naar;
  return { ...base, naar: { naam, als }, platform, toestand: 'gepland', reden: undefined };
}

/** What was handed over or has lapsed. */
async function gone(tx: Tx, { id }: StoredVergadering): Promise<Kaal[]> {
  const rows = await tx.herinnering.findMany({
    where: {
      vergaderingId: id,
      status: { not: 'gepland' },
      ...NIET_OPNIEUW,
    },
    include: { persoon: true, bericht: { include: { persoon: true, bezorgingen: true } } },
  });
  return rows.map((row) => {
    const { bericht, persoon, inhoud, beantwoordOp } = row;
    const toestand = bericht ? afloopVan(bericht) : 'vervallen';
    const als = alsVan(inhoud);
    return {
      id: row.id,
      soort: row.soort,
      trede: row.trede,
      op: (bericht?.verzondenOp ?? row.geplandOp).toTemporalInstant(),
      voor: { id: persoon.id, naam: persoon.naam },
      organisatieId: persoon.organisatieId,
      naar: bericht?.persoon ? { naam: bericht.persoon.naam, als } : undefined,
      platform: bericht?.platform ?? undefined,
      toestand: toestand === 'verstuurd' && beantwoordOp ? 'beantwoord' : toestand,
      reden: row.reden ?? undefined,
      beantwoordOp: beantwoordOp?.toTemporalInstant(),
      mislukt: bericht?.bezorgingen.filter(({ uitkomst }) => uitkomst === 'mislukt').length ?? 0,
    };
  });
}
