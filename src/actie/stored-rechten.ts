import { vervangenen } from '../bereikbaar/stored-afwezig.ts';
import type { Asked } from '../chat/command.ts';
import type { Tx } from '../db/database.ts';
import { bereikbaarAls, plaatsenVan, type Werkend } from '../persoon/persoon.ts';
import { rollenMet } from '../persoon/rechten.ts';
import { AANWEZIG, wieMag } from '../persoon/stored-persoon.ts';
import { Refusal } from '../refusal.ts';
import { carries, mayUpdate, refuseMerged } from './actie.ts';
import type { StoredActie } from './stored-actie.ts';

/** The persons who may report on an actie because of an organisatie they work for; whose work it is first. */
export async function peopleOf(tx: Tx, { trekkers }: Pick<StoredActie, 'trekkers'>) {
  const plaats = {
    organisatieId: { in: trekkers.flatMap(({ organisatieId }) => organisatieId ?? []) },
    rol: { in: rollenMet('eigen acties melden') },
  };
  const people = await tx.persoon.findMany({
    where: { ...AANWEZIG, OR: [plaats, { aanstellingen: { some: plaats } }] },
    include: { aanstellingen: true },
    orderBy: [{ rol: 'asc' }, { id: 'asc' }],
  });
  return people.toSorted((a, b) => Number(carries(b, trekkers)) - Number(carries(a, trekkers)));
}

/** Whose place somebody takes today at this actie, which they do not carry themselves; undefined: nobody's. */
export async function vervangeneBij(
  { trekkers }: Pick<StoredActie, 'trekkers'>,
  { tx, asker, now }: Pick<Asked, 'tx' | 'now'> & { asker: Werkend },
) {
  if (carries(asker, trekkers)) return undefined;
  return (await vervangenen(tx, asker.id, now)).find((persoon) => carries(persoon, trekkers));
}

/** Refuses who may not report on this actie, says why and names who can; and an actie nobody reports on any more. */
export async function refuseStrangers(actie: StoredActie, asked: Asked): Promise<void> {
  const { tx, asker } = asked;
  refuseMerged(actie);
  if (mayUpdate(asker, actie.trekkers)) return;
  if (await vervangeneBij(actie, asked)) return;
  const people = (await peopleOf(tx, actie)).slice(0, 3).map(bereikbaarAls);
  const who = [...people, await wieMag(tx, 'alle acties melden')];
  const places = plaatsenVan(asker).map(({ organisatieId }) => organisatieId);
  const reads = actie.trekkers.find(({ organisatie }) => organisatie && places.includes(organisatie.id));
  const why = reads?.organisatie
    ? `Bij ${reads.organisatie.naam} ben je lezer: je ziet alles en meldt niets. `
    : '';
  throw new Refusal(
    `${why}Alleen de trekkers en de secretaris kunnen iets melden bij actie #${actie.nummer}. Dat zijn bijvoorbeeld: ${who.join('; ')}.`,
  );
}
