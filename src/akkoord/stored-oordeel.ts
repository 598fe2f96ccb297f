import { voorkeurVan } from '../bereikbaar/stored-bereikbaar.ts';
import type { Tx } from '../db/database.ts';
import { oordeel } from '../herinnering/oordeel.ts';
import { beheerders } from '../herinnering/stored-doelgroep.ts';
import { type Geoordeeld, type Gepland, zaakRond } from '../herinnering/stored-zaak.ts';
import { AFLOOP, afloopUiterlijk, eindeVan, wilLezen } from './akkoord.ts';
import { lookUpRonde, organisatiesIn, type Ronde, uiterlijkVan } from './stored-akkoord.ts';

/** What becomes of what is due about one ronde. */
export async function judgeAkkoord(
  tx: Tx,
  rondeId: number,
  rows: readonly Gepland[],
  now: Temporal.Instant,
): Promise<Geoordeeld[]> {
  const ronde = await lookUpRonde(tx, rondeId);
  if (!ronde) return [];
  const personen = rows.map(({ persoonId }) => persoonId);
  const zaak = await zaakRond(tx, personen, await beheerders(tx), now);
  const uiterlijk = uiterlijkVan(ronde);
  return rows.map((row) => {
    const belang = {
      uiterlijk: row.trede === AFLOOP ? afloopUiterlijk(uiterlijk) : eindeVan(uiterlijk),
      ...{ voorbij: 'er kan niet meer worden geantwoord', vervalt: whyNot(row, rows, ronde) },
      ...{ bestuurders: false, geannuleerd: false, overtaken: false, open: 1 },
      ...{ asked: undefined, uitgesteld: undefined },
    };
    return { ...row, ...oordeel(row, zaak, belang) };
  });
}

function whyNot(
  row: Gepland,
  rows: readonly Gepland[],
  { geslotenOp, akkoorden }: Ronde,
): string | undefined {
  if (geslotenOp) return 'er is een nieuwe versie';
  if (row.trede === AFLOOP) return undefined;
  const voorkeur = voorkeurVan(row.persoon);
  if (!wilLezen(row.trede, voorkeur)) return 'wil alleen de aanlevertermijn horen';
  const asked = organisatiesIn(row);
  const open = akkoorden.some(
    ({ organisatieId, status }) => status === 'open' && asked.includes(organisatieId),
  );
  if (!open) return 'er staat niets meer open';
  const later = rows.some(
    ({ persoonId, trede }) =>
      persoonId === row.persoonId && trede > row.trede && trede < AFLOOP && wilLezen(trede, voorkeur),
  );
  return later ? 'ingehaald door een latere herinnering' : undefined;
}
