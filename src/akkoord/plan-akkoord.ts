import { voorkeurenVan } from '../bereikbaar/stored-bereikbaar.ts';
import { momentVoor } from '../bereikbaar/voorkeur.ts';
import type { Tx } from '../db/database.ts';
import { beheerders } from '../herinnering/stored-doelgroep.ts';
import { toLocal } from '../kalender/datum.ts';
import { vrijeDagen } from '../kalender/stored-vakantie.ts';
import type { Dagen } from '../kalender/werkdag.ts';
import { AFLOOP, afloopMoment, afloopUiterlijk, eindeVan, vraagMomenten, wilLezen } from './akkoord.ts';
import { gevraagdenVan, uiterlijkVan } from './stored-akkoord.ts';

/** Plans every ronde that is not closed again, because who is asked may have changed. */
export async function planAkkoorden(tx: Tx, now: Temporal.Instant): Promise<void> {
  const since = new Date(toLocal(now).toPlainDate().subtract({ days: 30 }).toString());
  const rows = await tx.akkoordronde.findMany({
    where: { geslotenOp: null, uiterlijk: { gte: since } },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  for (const { id } of rows) await planAkkoord(tx, id, now);
}

/**
 * Plans what is sent about a ronde, in the place of what was planned before: the question at once, reminders to who is
 * asked, and how it ended to the secretaris. What has been sent is not sent again.
 */
export async function planAkkoord(tx: Tx, rondeId: number, now: Temporal.Instant): Promise<void> {
  await tx.herinnering.deleteMany({ where: { akkoordrondeId: rondeId, status: 'gepland' } });
  const ronde = await tx.akkoordronde.findFirstOrThrow({
    where: { id: rondeId },
    include: { akkoorden: true },
  });
  if (ronde.geslotenOp) return;
  const vrij = await vrijeDagen(tx);
  const sent = await tx.herinnering.findMany({ where: { akkoordrondeId: rondeId, status: 'overgedragen' } });
  const wanted = [...(await questions(tx, ronde, now, vrij)), ...(await afloop(tx, ronde, now, vrij))];
  const fresh = wanted.filter(
    ({ persoonId, trede }) => !sent.some((row) => row.persoonId === persoonId && row.trede >= trede),
  );
  await tx.herinnering.createMany({
    data: fresh.map(({ moment, ...row }) => {
      return {
        ...row,
        akkoordrondeId: rondeId,
        soort: 'akkoord',
        geplandOp: new Date(moment.epochMilliseconds),
      };
    }),
    skipDuplicates: true,
  });
}

type Gevraagd = { gevraagdOp: Date; uiterlijk: Date; akkoorden: readonly { organisatieId: number }[] };
type Wanted = {
  persoonId: number;
  trede: number;
  moment: Temporal.Instant;
  inhoud: { organisaties: number[] };
};

/** Who is asked for several organisaties gets one message. */
async function questions(
  tx: Tx,
  ronde: Gevraagd,
  now: Temporal.Instant,
  vrij: readonly Dagen[],
): Promise<Wanted[]> {
  const dag = uiterlijkVan(ronde);
  const uiterlijk = eindeVan(dag);
  if (Temporal.Instant.compare(now, uiterlijk) >= 0) return [];
  const perOrganisatie = await gevraagdenVan(
    tx,
    ronde.akkoorden.map(({ organisatieId }) => organisatieId),
  );
  const pairs = [...perOrganisatie].flatMap(([organisatieId, ids]) =>
    ids.map((id) => ({ id, organisatieId })),
  );
  const voorkeurOf = await voorkeurenVan(
    tx,
    pairs.map(({ id }) => id),
  );
  const steps = vraagMomenten(ronde.gevraagdOp.toTemporalInstant(), dag, vrij);
  return [...Map.groupBy(pairs, ({ id }) => id)].flatMap(([persoonId, asked]) => {
    const organisaties = asked.map(({ organisatieId }) => organisatieId);
    const voorkeur = voorkeurOf(persoonId);
    const own = steps.filter(({ trede }) => wilLezen(trede, voorkeur));
    return own.map(({ trede, moment }) => {
      const at = trede === 0 ? moment : momentVoor(moment, voorkeur, { uiterlijk, vrij });
      return { persoonId, trede, moment: at, inhoud: { organisaties } };
    });
  });
}

async function afloop(
  tx: Tx,
  ronde: Gevraagd,
  now: Temporal.Instant,
  vrij: readonly Dagen[],
): Promise<Wanted[]> {
  const dag = uiterlijkVan(ronde);
  if (Temporal.Instant.compare(now, afloopUiterlijk(dag)) >= 0) return [];
  const moment = afloopMoment(dag, vrij);
  return (await beheerders(tx)).map((persoonId) => {
    return { persoonId, trede: AFLOOP, moment, inhoud: { organisaties: [] } };
  });
}
