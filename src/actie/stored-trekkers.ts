import type { Tx } from '../db/database.ts';
import { readTrekkers, type Trekkerwoorden, trekkerwoorden } from './trekker.ts';

/** What the words in the column trekkers can mean in the regio of the transaction. */
export async function findTrekkerwoorden(tx: Tx): Promise<Trekkerwoorden> {
  const organisaties = await tx.organisatie.findMany({
    select: { id: true, code: true, naam: true },
    orderBy: { id: 'asc' },
  });
  const groepen = await tx.groep.findMany({ include: { leden: true }, orderBy: { id: 'asc' } });
  return trekkerwoorden(
    organisaties,
    groepen.map(({ naam, leden }) => ({
      naam,
      leden: leden.map(({ organisatieId }) => organisatieId).sort((a, b) => a - b),
    })),
  );
}

/** The rows that a text such as "UWV|gemeenten" means, and the words that name nobody. */
export async function trekkersIn(tx: Tx, text: string) {
  return readTrekkers(text, await findTrekkerwoorden(tx));
}
