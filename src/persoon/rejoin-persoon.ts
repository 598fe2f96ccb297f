import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { addLogregel } from '../chat/logregel.ts';
import { planComing } from '../herinnering/plan-herinneringen.ts';
import { Refusal } from '../refusal.ts';
import { ingevuld } from './add-persoon.ts';
import { rejoinedCard } from './persoon-changed-card.ts';
import { readIngevuld } from './stored-ingevuld.ts';
import { persoonById, requireRecht, takePersoon } from './stored-persoon.ts';
import { releaseOf, vrijBij } from './stored-vrij.ts';
import { touchedBy } from './stored-werk.ts';

/** The button that takes back who had left: the same person, with the name, organisatie and rol that are given now. */
export const rejoinPersoon = command({
  name: 'persoon.terug',
  input: z.object({ persoon: z.number().int(), ...ingevuld }),
  phrases: [],
  changes: true,
  inPlace: true,
  run: ({ persoon, ...given }, asked) => rejoin(persoon, given, asked),
});

async function rejoin(id: number, given: Parameters<typeof readIngevuld>[1], asked: Asked): Promise<Card> {
  const { tx, now } = asked;
  await requireRecht(asked, 'personen beheren', 'iemand terughalen');
  const self = await takePersoon(tx, id);
  if (!self.vertrokkenOp) throw new Refusal(`Al verwerkt: ${self.naam} staat in de lijst.`);
  const read = await readIngevuld(asked, given, self);
  if ('fouten' in read) throw new Refusal(Object.values(read.fouten).join(' '));
  const { naam, email, rol, organisatie } = read.goed;
  const data = { naam, email, rol, organisatieId: organisatie.id, vertrokkenOp: null };
  await tx.persoon.updateMany({ where: { id, vertrokkenOp: { not: null } }, data });
  const inhoud = { persoon: id, email, rol, organisatie: organisatie.code };
  await addLogregel(asked, 'persoon terug', inhoud);
  const persoon = await persoonById(tx, id);
  // Where they were named when they left, and cannot answer as they are now.
  await releaseOf(tx, await vrijBij(tx, persoon, persoon, now), now);
  await planComing(tx, now, await touchedBy(tx, [persoon]));
  return rejoinedCard(persoon, now);
}
