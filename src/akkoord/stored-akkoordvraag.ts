import type { Datumtaal } from '../bereikbaar/datumtaal.ts';
import type { Als } from '../bereikbaar/ontvanger.ts';
import type { Tx } from '../db/database.ts';
import { alsVan } from '../herinnering/stored-vraag.ts';
import { lookUpRonde, organisatiesIn, type Ronde } from './stored-akkoord.ts';

/** What one organisatie is asked, and in whose place it is read. */
type Akkoorddeel = { akkoord: Ronde['akkoorden'][number]; voor: { naam: string; als: Als } };

/** A message about a ronde, as it is now. */
export type Akkoordvraag = {
  bericht: number;
  /** Who got it. */
  ontvanger: number | null;
  /** How they want dates. */
  datums: Datumtaal;
  trede: number;
  ronde: Ronde;
  delen: Akkoorddeel[];
};

/** Undefined: it is no such message. */
export async function findAkkoordvraag(tx: Tx, bericht: number): Promise<Akkoordvraag | undefined> {
  const rows = await tx.herinnering.findMany({
    where: { berichtId: bericht, akkoordrondeId: { not: null } },
    include: {
      persoon: true,
      bericht: { select: { persoonId: true, persoon: { select: { voorkeur: true } } } },
    },
    orderBy: { id: 'asc' },
  });
  const [first] = rows;
  const ronde = first && (await lookUpRonde(tx, first.akkoordrondeId ?? 0));
  if (!first || !ronde) return undefined;
  const delen = ronde.akkoorden.flatMap((akkoord) => {
    const asked = rows.filter((row) => organisatiesIn(row).includes(akkoord.organisatieId));
    const row = asked.find(({ inhoud }) => alsVan(inhoud) === 'zelf') ?? asked[0];
    return row ? [{ akkoord, voor: { naam: row.persoon.naam, als: alsVan(row.inhoud) } }] : [];
  });
  const ontvanger = first.bericht?.persoonId ?? null;
  const datums = first.bericht?.persoon?.voorkeur?.datums ?? 'nederlands';
  return { bericht, ontvanger, datums, trede: first.trede, ronde, delen };
}
