import type { Asked } from '../chat/command.ts';
import { findVraag } from '../herinnering/stored-vraag.ts';
import { vorigeVergadering } from '../overleg/stored-vorige.ts';
import { ENDED } from './actie.ts';
import { RONDE } from './ronde.ts';
import { actiesById, type StoredActie, type Where, waitsForUpdate } from './stored-actie.ts';

/**
 * `vanaf`: the nummer that the round has come to; `wacht`: only what waits for an update since the last vergadering;
 * `bericht`: only what that message asks of the asker, for others too.
 */
export type Vanaf = { vanaf: number; wacht: boolean; bericht?: number | undefined };

/** The next of the asker's own acties that have not ended, by nummer, and how many come after them. */
export async function findRonde(from: Vanaf, asked: Asked): Promise<{ acties: StoredActie[]; rest: number }> {
  const where = await ofAsker(from, asked);
  const ids = await asked.tx.actie.findMany({
    where,
    select: { id: true },
    orderBy: { nummer: 'asc' },
    take: RONDE,
  });
  const acties = await actiesById(
    asked.tx,
    ids.map(({ id }) => id),
  );
  return { acties, rest: (await asked.tx.actie.count({ where })) - acties.length };
}

/** How many of the asker's own acties the round has still to come to. */
export async function countRonde(from: Vanaf, asked: Asked): Promise<number> {
  return asked.tx.actie.count({ where: await ofAsker(from, asked) });
}

async function ofAsker({ vanaf, wacht, bericht }: Vanaf, asked: Asked): Promise<Where> {
  const { tx, asker, now } = asked;
  const nummers = bericht === undefined ? undefined : await askedIn(bericht, asked);
  if (nummers) return { AND: [{ nummer: { in: nummers } }], nummer: { gte: vanaf } };
  const since = wacht ? (await vorigeVergadering(tx, now))?.begin : undefined;
  const waits = wacht ? waitsForUpdate(since) : {};
  return { AND: [ownOpen(asker), waits], nummer: { gte: vanaf } };
}

/** The acties that a message of the asker has open; undefined: it is not theirs, or over. */
async function askedIn(bericht: number, { tx, asker, now }: Asked): Promise<number[] | undefined> {
  const vraag = await findVraag(tx, bericht, now);
  if (vraag?.ontvanger !== asker.id || Temporal.Instant.compare(now, vraag.over.begin) >= 0) return undefined;
  return vraag.delen.flatMap(({ open }) => open.map(({ nummer }) => nummer));
}

/** Not ended, and the asker's to report on: in person, or with everyone of the organisatie. */
export const ownOpen = ({ id, organisatie }: Asked['asker']): Where => ({
  status: { notIn: ENDED },
  trekkers: { some: { organisatieId: organisatie.id, OR: [{ persoonId: null }, { persoonId: id }] } },
});
