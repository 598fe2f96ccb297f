import { afwezigText } from '../bereikbaar/afwezig-card.ts';
import { afwezigheden, asDatum } from '../bereikbaar/stored-afwezig.ts';
import type { Asked } from '../chat/command.ts';
import { toLocal } from '../kalender/datum.ts';
import { mag, rollenMet } from '../persoon/rechten.ts';
import { AANWEZIG, askable } from '../persoon/stored-persoon.ts';

import { carries, ENDED } from './actie.ts';
import type { StoredActie, Where } from './stored-actie.ts';

const rol = { in: rollenMet('eigen acties melden') };

/** Nobody is there who may report. */
const NOBODY = {
  organisatie: {
    personen: { none: { rol, ...AANWEZIG } },
    aanstellingen: { none: { rol, persoon: AANWEZIG } },
  },
};

/** Nobody of the organisatie can answer: who is named has left, or nobody is there who may report. */
const UNANSWERED = {
  organisatieId: { not: null },
  OR: [{ persoon: { vertrokkenOp: { not: null } } }, NOBODY],
};

/** Not asked about any more once ended. An actie that no organisatie carries is "zonder trekker" instead. */
export const ZONDER_CONTACT: Where = { status: { notIn: ENDED }, trekkers: { some: UNANSWERED } };

/**
 * Why nobody of an organisatie can answer for this actie, a sentence for each; none where all is well. That nobody is
 * known there is for who can add somebody.
 */
export async function contactWarnings(
  { id, status, trekkers }: StoredActie,
  { tx, asker, now }: Pick<Asked, 'tx' | 'asker' | 'now'>,
): Promise<string[]> {
  if (ENDED.includes(status)) return [];
  const left = trekkers.flatMap(({ organisatie, persoon }) =>
    organisatie && persoon?.vertrokkenOp
      ? `⚠ ${persoon.naam} (${organisatie.naam}) is vertrokken en nog niet opgevolgd.`
      : [],
  );
  const empty = mag(asker, 'personen beheren')
    ? await tx.trekker.findMany({
        where: { actieId: id, ...NOBODY },
        include: { organisatie: true },
        orderBy: { id: 'asc' },
      })
    : [];
  const nobody = empty.map(
    ({ organisatie }) => `⚠ Bij ${organisatie?.naam} is nog niemand bekend die iets kan melden.`,
  );
  const away = mag(asker, 'personen beheren') ? await awayWarnings(trekkers, { tx, now }) : [];
  return [...new Set([...left, ...nobody, ...away])];
}

/** Whose work it is and who is away today without a vervanger, where nobody else is there to be asked. */
async function awayWarnings(
  trekkers: StoredActie['trekkers'],
  { tx, now }: Pick<Asked, 'tx' | 'now'>,
): Promise<string[]> {
  const today = toLocal(now).toPlainDate();
  const away = await afwezigheden(tx, today, { van: { lte: asDatum(today) }, vervangerId: null });
  if (away.length === 0) return [];
  const people = (await askable(tx)).filter((persoon) => carries(persoon, trekkers));
  const isAway = (id: number) => away.some(({ persoonId }) => persoonId === id);
  if (people.some(({ id }) => !isAway(id))) return [];
  return away
    .filter(({ persoonId }) => people.some(({ id }) => id === persoonId))
    .map(
      (row) =>
        `⚠ ${row.persoon.naam} (${row.persoon.organisatie.naam}) is afwezig ${afwezigText(row, today)}.`,
    );
}
