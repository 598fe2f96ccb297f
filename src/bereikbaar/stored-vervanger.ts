import type { Asked } from '../chat/command.ts';
import type { Tx } from '../db/database.ts';
import { dagText, toLocal } from '../kalender/datum.ts';
import type { Dagen } from '../kalender/werkdag.ts';
import { plaatsenVan } from '../persoon/persoon.ts';
import { mag } from '../persoon/rechten.ts';
import { findPersoon, type StoredPersoon } from '../persoon/stored-persoon.ts';
import { Refusal } from '../refusal.ts';
import { dagenText, isBefore, overlapt } from './afwezigheid.ts';
import { type Afwezig, afwezigheden } from './stored-afwezig.ts';

const NIEMAND = /^(?:niemand|geen|zonder|nee|-)$/i;

/**
 * Who is to stand in for `persoon`, by name or e-mail address; null: nobody, so it was said; undefined: nothing was
 * said. Refuses who cannot: oneself, who has left, who may not report, and a bestuurder, who is not written to.
 */
export async function findVervanger(
  words: string | undefined,
  persoon: StoredPersoon,
  tx: Tx,
): Promise<StoredPersoon | null | undefined> {
  const wie = words?.trim() ?? '';
  if (wie === '') return undefined;
  if (NIEMAND.test(wie)) return null;
  const vervanger = await findPersoon(tx, wie, true);
  const { naam, email } = vervanger;
  if (vervanger.id === persoon.id) {
    throw new Refusal('Niemand kan zichzelf vervangen. Kies een collega, of laat de vervanger weg.');
  }
  if (vervanger.vertrokkenOp) {
    const since = dagText(toLocal(vervanger.vertrokkenOp.toTemporalInstant()).toPlainDate());
    throw new Refusal(`${naam} (${email}) is vertrokken sinds ${since}. Kies iemand anders als vervanger.`);
  }
  if (!plaatsenVan(vervanger).some((plaats) => mag(plaats, 'eigen acties melden'))) {
    throw new Refusal(`${naam} is lezer en kan niets melden. Kies iemand anders als vervanger.`);
  }
  if (vervanger.rol === 'bestuurder' && persoon.rol !== 'bestuurder') {
    throw new Refusal(
      `${naam} is bestuurder: die stuur ik geen herinneringen. Kies iemand anders als vervanger.`,
    );
  }
  return vervanger;
}

/** What there is to know of a vervanger in those days. Refuses one who is away all of them, with nobody in their place. */
export async function checkVervanger(
  vervanger: StoredPersoon,
  persoon: { id: number; naam: string },
  dagen: Dagen,
  { tx, now }: Asked,
): Promise<string[]> {
  const today = toLocal(now).toPlainDate();
  const away = (await afwezigheden(tx, today, { persoonId: vervanger.id })).filter((row) =>
    overlapt(row, dagen),
  );
  const all = away.find(({ van, tot }) => !isBefore(dagen.van, van) && !isBefore(tot, dagen.tot));
  const back = (row: Afwezig) => row.vervangerId === null || row.vervangerId === persoon.id;
  if (all && back(all)) {
    throw new Refusal(
      `${vervanger.naam} is dan zelf afwezig, ${dagenText(all, today)}${ander(all, persoon)}. Kies iemand anders als vervanger.`,
    );
  }
  return away.map((row) => {
    const next = back(row)
      ? `In die dagen gaat het naar het contact van de organisatie, of naar de secretaris`
      : `In die dagen gaat het naar ${row.vervanger?.naam}`;
    return `⚠ ${vervanger.naam} is zelf afwezig ${dagenText(row, today)}${ander(row, persoon)}. ${next}.`;
  });
}

const ander = ({ vervangerId }: Afwezig, { id, naam }: { id: number; naam: string }): string =>
  vervangerId === id ? ` met ${naam} als vervanger` : '';
