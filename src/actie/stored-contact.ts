import type { Tx } from '../db/database.ts';
import { rollenMet } from '../persoon/rechten.ts';
import { AANWEZIG } from '../persoon/stored-persoon.ts';
import { ENDED } from './actie.ts';
import type { StoredActie, Where } from './stored-actie.ts';

const rol = { in: rollenMet('eigen acties melden') };

/** Nobody of the organisatie can answer: who is named has left, or nobody is there who may report. */
const UNANSWERED = {
  organisatieId: { not: null },
  OR: [
    { persoon: { vertrokkenOp: { not: null } } },
    {
      organisatie: {
        personen: { none: { rol, ...AANWEZIG } },
        aanstellingen: { none: { rol, persoon: AANWEZIG } },
      },
    },
  ],
};

/** Not asked about any more once ended. An actie that no organisatie carries is "zonder trekker" instead. */
export const ZONDER_CONTACT: Where = { status: { notIn: ENDED }, trekkers: { some: UNANSWERED } };

/** Why nobody of an organisatie can answer for this actie, a sentence for each; none where all is well. */
export async function contactWarnings(tx: Tx, { id, status }: StoredActie): Promise<string[]> {
  if (ENDED.includes(status)) return [];
  const rows = await tx.trekker.findMany({
    where: { actieId: id, ...UNANSWERED },
    include: { organisatie: true, persoon: true },
    orderBy: { id: 'asc' },
  });
  const sentences = rows.map(({ organisatie, persoon }) => {
    return persoon?.vertrokkenOp
      ? `⚠ ${persoon.naam} (${organisatie?.naam}) is vertrokken en nog niet opgevolgd.`
      : `⚠ Bij ${organisatie?.naam} is nog niemand bekend die iets kan melden.`;
  });
  return [...new Set(sentences)];
}
