import { z } from 'zod';
import { command } from '../chat/command.ts';
import { addLogregels, type Door, doorOf } from '../chat/logregel.ts';
import type { Tx } from '../db/database.ts';
import { planComing } from '../herinnering/plan-herinneringen.ts';
import { Refusal } from '../refusal.ts';
import { importId, requireSecretaris } from './import.ts';
import { appliedCard, proefCard } from './import-card.ts';
import { endProef, findProef, type Proef, storeProef } from './stored-import.ts';
import type { Gewijzigd, Nieuw, Verschil } from './verschil.ts';

export const applyImport = command({
  name: 'import.toepassen',
  input: z.object({ import: importId }),
  phrases: [],
  changes: true,
  inPlace: true,
  run: async ({ import: id }, asked) => {
    const { tx, asker, now } = asked;
    requireSecretaris(asker);
    const door = doorOf(asked);
    await holdAgenda(tx);
    const proef = await findProef(tx, id);
    if (!proef.anders) return appliedCard(await apply(tx, proef, door), now);
    await endProef(tx, id, 'vervangen', now);
    const fresh = await storeProef(tx, proef.bestand, proef.gelezen, door);
    return proefCard({ ...fresh, anders: true }, 1, now);
  },
});

/** Keeps everybody else from changing acties until the transaction ends: what is compared is what is changed. */
export async function holdAgenda(tx: Tx): Promise<void> {
  await tx.$executeRaw`lock table actie, trekker in exclusive mode`;
}

/** Changes the doe-agenda as the proef says, all of it, once. Refuses where something is wrong in the file. */
export async function apply(tx: Tx, proef: Proef, door: Door): Promise<Proef> {
  const { id, bestand, verschil } = proef;
  const { nieuw, gewijzigd, fouten } = verschil;
  if (fouten.length > 0) throw new Refusal('Er is niets toegepast: in het bestand staan nog fouten.');
  await endProef(tx, id, 'toegepast', door.now);
  const eerste = (await tx.actie.count()) === 0;
  await addActies(tx, nieuw, eerste ? null : new Date(door.now.epochMilliseconds));
  await changeActies(tx, gewijzigd);
  await changeTrekkers(tx, verschil);
  if (nieuw.length > 0 || gewijzigd.length > 0) await planComing(tx, door.now);
  const inhoud = { import: id, bestand, nieuw: nieuw.length, gewijzigd: gewijzigd.length };
  await addLogregels(tx, door, [
    { wat: 'import', inhoud },
    ...nieuw.map(({ nummer, titel }) => ({ wat: 'actie toegevoegd', inhoud: { nummer, titel, import: id } })),
    ...gewijzigd.map(({ nummer, velden }) => ({
      wat: 'actie gewijzigd',
      inhoud: { nummer, velden, import: id },
    })),
  ]);
  return proef;
}

/** In one statement each, whatever the number of rows: everybody else waits. */
async function addActies(tx: Tx, nieuw: readonly Nieuw[], toegevoegdOp: Date | null): Promise<void> {
  await tx.$executeRaw`
    insert into actie (nummer, titel, thema_id, doelgroep, bereik, financiering, bron, status, toegevoegd_op)
    select nummer, titel, "themaId", doelgroep, bereik, financiering, bron, status::"Status", ${toegevoegdOp}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(nieuw)}::jsonb) as nieuw(nummer int, titel text, "themaId" int,
      doelgroep text, bereik text, financiering text, bron text, status text)`;
}

async function changeActies(tx: Tx, gewijzigd: readonly Gewijzigd[]): Promise<void> {
  await tx.$executeRaw`
    update actie set titel = nieuw.titel, thema_id = nieuw."themaId", doelgroep = nieuw.doelgroep,
      bereik = nieuw.bereik, financiering = nieuw.financiering, bron = nieuw.bron
    from jsonb_to_recordset(${JSON.stringify(gewijzigd)}::jsonb) as nieuw(
      id int, titel text, "themaId" int, doelgroep text, bereik text, financiering text, bron text)
    where actie.id = nieuw.id`;
}

async function changeTrekkers(tx: Tx, { nieuw, gewijzigd }: Verschil): Promise<void> {
  const weg = gewijzigd.flatMap(({ id, trekkers }) =>
    (trekkers?.weg ?? []).map((aanduiding) => ({ id, aanduiding })),
  );
  await tx.$executeRaw`
    delete from trekker using jsonb_to_recordset(${JSON.stringify(weg)}::jsonb) as weg(id int, aanduiding text)
    where actie_id = weg.id and trekker.aanduiding = weg.aanduiding`;
  const erbij = [
    ...nieuw.flatMap(({ nummer, trekkers }) => trekkers.map((one) => ({ nummer, ...one }))),
    ...gewijzigd.flatMap(({ nummer, trekkers }) =>
      (trekkers?.erbij ?? []).map((one) => ({ nummer, ...one })),
    ),
  ].map((trekker, volgorde) => ({ ...trekker, volgorde }));
  await tx.$executeRaw`
    insert into trekker (actie_id, aanduiding, organisatie_id)
    select actie.id, erbij.aanduiding, erbij."organisatieId"
    from jsonb_to_recordset(${JSON.stringify(erbij)}::jsonb)
      as erbij(nummer int, aanduiding text, "organisatieId" int, volgorde int)
    join actie on actie.nummer = erbij.nummer order by erbij.volgorde`;
}
