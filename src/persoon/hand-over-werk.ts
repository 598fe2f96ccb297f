import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { addLogregel } from '../chat/logregel.ts';
import type { Tx } from '../db/database.ts';
import { planComing } from '../herinnering/plan-herinneringen.ts';
import { clearAfgewezen } from '../herinnering/stored-afgewezen.ts';
import { Refusal } from '../refusal.ts';
import { handedOverCard, overdrachtCard } from './overdracht-card.ts';
import { mag } from './rechten.ts';
import { endBezettingen, takeOverZetels } from './stored-bezetting.ts';
import {
  findPersoon,
  requireAanwezig,
  requireRecht,
  type StoredPersoon,
  takePersoon,
} from './stored-persoon.ts';
import { touchedBy, werkVan } from './stored-werk.ts';
import { isLeeg, type Overdracht, overdrachtVan, zetelText } from './werk.ts';

const WHAT = 'werk overdragen';
const id = z.number().int();

export const askHandOver = command({
  name: 'overdracht',
  input: z.object({ van: z.string().trim().min(1).max(254), aan: z.string().trim().min(1).max(254) }),
  phrases: [
    /^(?:overdracht|overdragen|draag over)(?: van)? (?<van>.{1,254}?) (?:aan|naar) (?<aan>.{1,254}?)[.!]?$/i,
  ],
  run: async ({ van, aan }, asked): Promise<Card> => {
    await requireRecht(asked, 'personen beheren', WHAT);
    const from = await findPersoon(asked.tx, van, true);
    const to = await findPersoon(asked.tx, aan);
    if (from.id === to.id) throw new Refusal('Overdragen kan alleen aan iemand anders.');
    const plan = await planOf(from, to, asked);
    return overdrachtCard({ van: from, naar: to, plan, gezien: seal(plan), now: asked.now });
  },
});

export const handOver = command({
  name: 'overdracht.doe',
  input: z.object({ van: id, naar: id, gezien: z.string() }),
  phrases: [],
  changes: true,
  inPlace: true,
  run: ({ van, naar, gezien }, asked) => carryOut(van, naar, gezien, asked),
});

async function planOf(van: StoredPersoon, naar: StoredPersoon, { tx, now }: Asked): Promise<Overdracht> {
  return overdrachtVan(await werkVan(tx, van, now), naar, mag(naar, 'storing horen'));
}

/** What a preview showed, in a few characters: another one is another overdracht. */
function seal({ acties, zetels, contactVan, berichten, herinneringen }: Overdracht): string {
  const shown = [
    acties.map(({ trekkerId }) => trekkerId),
    zetels.map(({ bezettingId }) => bezettingId),
    berichten.map((bericht) => bericht.id),
    herinneringen,
    contactVan.map((plaats) => plaats.id),
  ];
  return createHash('sha256').update(JSON.stringify(shown)).digest('base64url').slice(0, 16);
}

/** Moves what was previewed, in one transaction; what has changed since is shown first. Twice is once. */
async function carryOut(vanId: number, naarId: number, gezien: string, asked: Asked): Promise<Card> {
  const { tx, now } = asked;
  await requireRecht(asked, 'personen beheren', WHAT);
  // In order of id: two that hand over to each other would else wait for each other.
  for (const one of [vanId, naarId].sort((a, b) => a - b)) await takePersoon(tx, one);
  const [van, naar] = [await takePersoon(tx, vanId), await takePersoon(tx, naarId)];
  requireAanwezig(naar);
  const plan = await planOf(van, naar, asked);
  if (isLeeg(plan)) {
    throw new Refusal(`Al verwerkt: ${van.naam} heeft niets meer dat naar ${naar.naam} kan.`);
  }
  if (seal(plan) !== gezien) {
    return overdrachtCard({ van, naar, plan, gezien: seal(plan), changed: true, now });
  }
  await move(plan, { van: vanId, naar: naarId }, asked);
  const inhoud = {
    van: vanId,
    naar: naarId,
    acties: plan.acties.map(({ nummer, organisatie }) => ({ nummer, organisatie: organisatie.naam })),
    zetels: plan.zetels.map(zetelText),
    contactVan: plan.contactVan.map((plaats) => plaats.naam),
    berichten: plan.berichten.map((bericht) => bericht.id),
    blijft: plan.blijft,
  };
  await addLogregel(asked, 'overdracht', inhoud);
  await planComing(tx, now, await touchedBy(tx, [van, naar]));
  return handedOverCard({ van, naar, plan, now });
}

async function move(plan: Overdracht, { van, naar }: { van: number; naar: number }, { tx, now }: Asked) {
  const trekkers = plan.acties.map(({ trekkerId }) => trekkerId);
  const still = [{ persoonId: van }, { persoonId: null }, { persoon: { vertrokkenOp: { not: null } } }];
  await tx.trekker.updateMany({ where: { id: { in: trekkers }, OR: still }, data: { persoonId: naar } });
  const organisaties = plan.contactVan.map(({ id }) => id);
  await tx.organisatie.updateMany({
    where: { id: { in: organisaties }, contactId: van },
    data: { contactId: naar },
  });
  const acties = await tx.trekker.findMany({ where: { id: { in: trekkers } }, select: { actieId: true } });
  const ids = [...new Set(acties.map(({ actieId }) => actieId))];
  await clearAfgewezen(tx, ids, [naar], now);
  await endBezettingen(tx, plan.zetels, now);
  await takeOverZetels(tx, plan.zetels, naar, now);
  await moveBerichten(tx, plan.berichten, { van, naar });
}

/** What the other one is told already, or has been told, is not said twice. */
async function moveBerichten(
  tx: Tx,
  berichten: Overdracht['berichten'],
  { van, naar }: { van: number; naar: number },
): Promise<void> {
  const soorten = [...new Set(berichten.map(({ soort }) => soort))];
  const known = await tx.bericht.findMany({ where: { persoonId: naar, soort: { in: soorten } } });
  const has = new Set(known.map(({ soort, inhoud }) => `${soort} ${JSON.stringify(inhoud)}`));
  for (const { id, soort, inhoud } of berichten) {
    const key = `${soort} ${inhoud}`;
    const where = { id, persoonId: van, status: 'wacht' as const };
    if (has.has(key))
      await tx.bericht.updateMany({ where, data: { status: 'vervallen', fout: 'overgedragen' } });
    else await tx.bericht.updateMany({ where, data: { persoonId: naar } });
    has.add(key);
  }
}
