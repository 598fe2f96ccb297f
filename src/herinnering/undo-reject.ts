import { z } from 'zod';
import { nummer } from '../actie/show-actie.ts';
import { findActie } from '../actie/stored-actie.ts';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { addLogregel } from '../chat/logregel.ts';
import { mag } from '../persoon/rechten.ts';
import { Refusal } from '../refusal.ts';
import { afwijzingenCard, weerGevraagdCard } from './afgewezen-card.ts';
import { planVerwacht } from './plan-verwacht.ts';
import { refreshHerinneringen } from './refresh-herinneringen.ts';
import { AFGEWEZEN, afwijzingenIn, clearAfgewezen } from './stored-afgewezen.ts';

export const undoReject = command({
  name: 'herinnering.toch_wel',
  input: z.object({
    nummer,
    personen: z.array(z.number().int()).min(1),
    bericht: z.number().int().optional(),
  }),
  phrases: [],
  changes: true,
  inPlace: true,
  run: (input, asked) => undo(input, asked),
});

type Input = { nummer: number; personen: number[]; bericht?: number | undefined };

/** These persons are asked about the actie again; the message of the secretaris says so. */
async function undo({ nummer, personen, bericht }: Input, asked: Asked): Promise<Card> {
  const { tx, asker, now } = asked;
  const actie = await findActie(tx, nummer);
  for (const persoon of personen) await refuseOthers(persoon, asked);
  const rows = await tx.afgewezen.findMany({
    where: { actieId: actie.id, persoonId: { in: personen } },
    include: { persoon: { select: { id: true, naam: true } } },
  });
  if (rows.length > 0) {
    const ids = rows.map(({ persoonId }) => persoonId);
    await clearAfgewezen(tx, [actie.id], ids, now);
    await addLogregel(asked, 'toch wel', { nummer, personen: ids });
    await planVerwacht(tx, { personen: ids }, now);
    await refreshHerinneringen(tx, { personen: ids }, now);
  }
  const told = await tx.bericht.findFirst({
    where: { id: bericht ?? 0, persoonId: asker.id, soort: AFGEWEZEN },
  });
  if (told) return afwijzingenCard(told.id, await afwijzingenIn(tx, told.inhoud), now);
  if (rows.length === 0)
    throw new Refusal(`Al verwerkt. Bij actie #${nummer} staat niet meer dat iemand de verkeerde is.`);
  const namen = rows.map(({ persoon }) => (persoon.id === asker.id ? 'Jij' : persoon.naam));
  return weerGevraagdCard(actie, namen, now);
}

/** Refuses who is not that persoon, nor got a message in their place, nor runs the overleggen. */
async function refuseOthers(persoonId: number, { tx, asker }: Asked): Promise<void> {
  if (persoonId === asker.id || mag(asker, 'overleg beheren')) return;
  const got = await tx.herinnering.count({ where: { persoonId, bericht: { persoonId: asker.id } } });
  if (got === 0) throw new Refusal('Dit kan alleen wie het zelf heeft gezegd, of de secretaris.');
}
