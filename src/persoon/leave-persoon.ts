import { z } from 'zod';
import { afwezigheden, withdraw } from '../bereikbaar/stored-afwezig.ts';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { addLogregel } from '../chat/logregel.ts';
import { planComing } from '../herinnering/plan-herinneringen.ts';
import { toLocal } from '../kalender/datum.ts';
import { Refusal } from '../refusal.ts';
import { endBezettingen } from './stored-bezetting.ts';
import { keepSecretaris, requireWijzigen } from './stored-ingevuld.ts';
import { AANWEZIG, findPersoon, requireRecht, type StoredPersoon, takePersoon } from './stored-persoon.ts';
import { personenBij, touchedBy, werkVan } from './stored-werk.ts';
import { leaveQuestionCard, leftCard } from './vertrek-card.ts';
import { nummersText } from './werk.ts';

const WHAT = 'melden dat iemand vertrekt';
/** How many colleagues are offered as successor. */
const OFFERED = 3;

export const askToLeave = command({
  name: 'persoon.vertrek',
  input: z.object({ wie: z.string().trim().min(1).max(254) }),
  phrases: [
    /^persoon (?:vertrekt|vertrokken|verwijder(?:en)?|weg) (?<wie>.{1,254}?)[.!]?$/i,
    /^persoon (?<wie>.{1,254}?) (?:vertrekt|is vertrokken|verwijderen|weg)[.!]?$/i,
  ],
  run: async ({ wie }, asked): Promise<Card> => {
    const { tx, now } = asked;
    await requireRecht(asked, 'personen beheren', WHAT);
    const persoon = await findPersoon(tx, wie);
    await requireWijzigen(asked, [persoon.rol]);
    if (persoon.rol === 'secretaris') await keepSecretaris(asked, persoon);
    const werk = await werkVan(tx, persoon, now);
    const near = (await personenBij(tx, [persoon.organisatieId])).filter(({ id }) => id !== persoon.id);
    const opvolgers = near.filter(({ rol }) => rol !== 'lezer').slice(0, OFFERED);
    return leaveQuestionCard({ persoon, werk, opvolgers, now });
  },
});

export const leavePersoon = command({
  name: 'persoon.vertrokken',
  input: z.object({ persoon: z.number().int() }),
  phrases: [],
  changes: true,
  inPlace: true,
  run: ({ persoon }, asked) => leave(persoon, asked),
});

/** From now on this persoon is not recognised nor written to. What they did stays; what they carried is flagged. */
async function leave(id: number, asked: Asked): Promise<Card> {
  const { tx, now } = asked;
  await requireRecht(asked, 'personen beheren', WHAT);
  const before = await tx.persoon.findFirst({ where: { id, ...AANWEZIG } });
  if (before?.rol === 'secretaris') await keepSecretaris(asked, before);
  const persoon = await takePersoon(tx, id);
  await requireWijzigen(asked, [persoon.rol]);
  const werk = await werkVan(tx, persoon, now);
  const vertrokkenOp = new Date(now.epochMilliseconds);
  const { count } = await tx.persoon.updateMany({ where: { id, ...AANWEZIG }, data: { vertrokkenOp } });
  if (count === 0) throw new Refusal(`Al verwerkt: ${persoon.naam} is vertrokken.`);
  const touched = await touchedBy(tx, [persoon]);
  await endBezettingen(tx, werk.zetels, now);
  await lapse(persoon, asked);
  await endAbsences(persoon, asked);
  const inhoud = {
    persoon: id,
    acties: nummersText(werk.acties),
    ook: persoon.aanstellingen.map(({ organisatie, rol }) => ({ organisatie: organisatie.code, rol })),
  };
  await addLogregel(asked, 'persoon vertrokken', inhoud);
  await planComing(tx, now, touched);
  return leftCard(persoon, werk, now);
}

/** Nobody stands in for who has left, nor do they for anybody; and they answer for no organisatie any more. */
async function endAbsences({ id }: StoredPersoon, { tx, now }: Asked): Promise<void> {
  const rows = await afwezigheden(tx, toLocal(now).toPlainDate(), { persoonId: id, persoon: {} });
  await withdraw(tx, rows, now);
  await tx.afwezigheid.updateMany({
    where: { vervangerId: id, ingetrokkenOp: null },
    data: { vervangerId: null },
  });
  await tx.organisatie.updateMany({ where: { contactId: id }, data: { contactId: null } });
}

/** What was planned or waits for who has left is not sent; the way to them is forgotten. */
async function lapse({ id }: StoredPersoon, { tx }: Asked): Promise<void> {
  const reden = 'de persoon is vertrokken';
  const planned = { persoonId: id, status: 'gepland' as const };
  await tx.herinnering.updateMany({ where: planned, data: { status: 'vervallen', reden } });
  const waiting = { persoonId: id, status: 'wacht' as const };
  await tx.herinnering.updateMany({ where: { bericht: waiting }, data: { status: 'vervallen', reden } });
  await tx.bericht.updateMany({ where: waiting, data: { status: 'vervallen', fout: 'vertrokken' } });
  await tx.aanstelling.deleteMany({ where: { persoonId: id } });
  await tx.account.deleteMany({ where: { persoonId: id } });
}
