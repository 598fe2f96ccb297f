import { voorkeurVan } from '../bereikbaar/stored-bereikbaar.ts';
import type { Tx } from '../db/database.ts';
import { askedActie } from '../overleg/stored-vergadering.ts';
import { wordtGevraagd } from './herinnering.ts';
import { oordeel } from './oordeel.ts';
import { beheerders } from './stored-doelgroep.ts';
import { alsVan, type Deel } from './stored-vraag.ts';
import { type Geoordeeld, type Gepland, zaakRond } from './stored-zaak.ts';
import { verwachteDag, vraagUiterlijk } from './verwacht.ts';

/** What is known of an actie that was expected to be done by a day. */
export const verwachtActie = { ...askedActie, opgegaanIn: true } as const;

/** The day that a herinnering is about, "2026-12-01". */
export const datumIn = ({ inhoud }: { inhoud: unknown }): string =>
  (inhoud as { datum?: string } | null)?.datum ?? '';

/** What becomes of what is due about acties that were to be done by now. */
export async function judgeVerwacht(
  tx: Tx,
  rows: readonly Gepland[],
  now: Temporal.Instant,
): Promise<Geoordeeld[]> {
  const personen = rows.map(({ persoonId }) => persoonId);
  const zaak = await zaakRond(tx, personen, await beheerders(tx), now);
  const acties = await tx.actie.findMany({
    where: { id: { in: rows.flatMap(({ actieId }) => actieId ?? []) } },
    select: verwachtActie,
  });
  const known = new Map(acties.map((actie) => [actie.id, actie]));
  return rows.map((row) => {
    const uiterlijk = vraagUiterlijk(Temporal.PlainDate.from(datumIn(row)));
    const belang = {
      ...{ uiterlijk, voorbij: 'het is te lang geleden', vervalt: whyNot(row, known.get(row.actieId ?? 0)) },
      ...{ bestuurders: false, geannuleerd: false, overtaken: false, open: 1 },
      ...{ asked: undefined, uitgesteld: undefined },
    };
    const nummer = known.get(row.actieId ?? 0)?.nummer;
    return { ...row, ...oordeel(row, zaak, belang), open: nummer === undefined ? [] : [nummer] };
  });
}

type Actie = Parameters<typeof verwachteDag>[0] & Parameters<typeof wordtGevraagd>[1];

function whyNot(row: Gepland, actie: Actie | undefined): string | undefined {
  if (!actie || verwachteDag(actie)?.toString() !== datumIn(row)) return 'er is intussen iets gemeld';
  if (!wordtGevraagd(row.persoon, actie)) return 'de actie is niet meer van deze persoon';
  return voorkeurVan(row.persoon).alleenTermijn ? 'wil alleen de aanlevertermijn horen' : undefined;
}

/** With whose it is and what it is about. */
export const withActie = {
  persoon: { include: { aanstellingen: true } },
  actie: { select: verwachtActie },
} as const;

const sentAbout = (tx: Tx, berichtId: number) =>
  tx.herinnering.findMany({
    where: { berichtId, soort: 'verwacht' },
    include: {
      ...withActie,
      bericht: { select: { persoonId: true, persoon: { select: { voorkeur: true } } } },
    },
    orderBy: [{ persoonId: 'asc' }, { actie: { nummer: 'asc' } }],
  });

type Rij = Pick<Awaited<ReturnType<typeof sentAbout>>[number], 'persoon' | 'actie' | 'geplandOp' | 'inhoud'>;

/** What one herinnering asks now, and what was reported since it was sent. */
export function deelVan(row: Rij): Deel {
  const { persoon, actie, geplandOp, inhoud } = row;
  const open = actie && verwachteDag(actie)?.toString() === datumIn(row) && wordtGevraagd(persoon, actie);
  const since = actie?.laatste && actie.laatste.gemeldOp >= geplandOp;
  return {
    voor: { id: persoon.id, naam: persoon.naam, als: alsVan(inhoud) },
    open: open ? [actie] : [],
    klaar: !open && since ? [actie] : [],
  };
}

/** A message that asks about acties that were to be done by now, as it is now; undefined: it is no such message. */
export async function findVerwacht(tx: Tx, bericht: number) {
  const rows = await sentAbout(tx, bericht);
  const [first] = rows;
  if (!first) return undefined;
  const ontvanger = first.bericht?.persoonId ?? null;
  const datums = first.bericht?.persoon?.voorkeur?.datums ?? 'nederlands';
  return { bericht, ontvanger, datums, delen: rows.map(deelVan) };
}

export type VerwachtVraag = NonNullable<Awaited<ReturnType<typeof findVerwacht>>>;
