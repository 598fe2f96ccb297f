import { findTrekkerwoorden } from '../actie/stored-trekkers.ts';
import { type NieuweTrekker, readTrekkers, type Trekkerwoorden } from '../actie/trekker.ts';
import type { Tx } from '../db/database.ts';
import type { DoeAgenda } from './doe-agenda.ts';

/**
 * Job: puts a doe-agenda in the regio of the transaction. What is there already stays as it is, whatever the files
 * say: after the first time the database is the record. What comes later is new from then on.
 */
export async function loadDoeAgenda(tx: Tx, files: DoeAgenda, now: Temporal.Instant): Promise<void> {
  const skipDuplicates = true;
  await tx.organisatie.createMany({ data: files.organisaties, skipDuplicates });
  await loadGroepen(tx, files.groepen);
  // Only into a regio that has none: a synoniem that the secretaris removed must not come back.
  if ((await tx.synoniem.count()) === 0)
    await tx.synoniem.createMany({ data: files.synoniemen, skipDuplicates });
  await loadVakanties(tx, files.vakanties);
  const there = new Set((await tx.actie.findMany({ select: { nummer: true } })).map(({ nummer }) => nummer));
  const rows = files['doe-agenda'].filter(({ nummer }) => !there.has(nummer));
  await loadThemas(tx, rows);
  await loadActies(tx, rows, there.size > 0 ? now : undefined);
  await loadOverleggen(tx, files);
}

/** Only what acties that are not there yet need: a thema or pijler that was renamed or removed must not come back. */
async function loadThemas(tx: Tx, rows: DoeAgenda['doe-agenda']): Promise<void> {
  const there = new Set((await tx.thema.findMany()).map(({ nummer }) => nummer));
  const fresh = rows.filter(({ thema_nummer }) => !there.has(thema_nummer));
  const old = await tx.pijler.findMany();
  const names = [...new Set(fresh.map(({ pijler }) => pijler))].filter(
    (name) => !old.some(({ naam }) => naam === name),
  );
  const pijlers = names.map((naam, index) => ({ naam, nummer: old.length + index + 1 }));
  await tx.pijler.createMany({ data: pijlers });
  const ids = new Map((await tx.pijler.findMany()).map(({ naam, id }) => [naam, id]));
  const themas = fresh.map(({ thema_nummer, thema, pijler }) => {
    return { nummer: thema_nummer, naam: thema, pijlerId: known(ids, pijler) };
  });
  await tx.thema.createMany({ data: themas, skipDuplicates: true });
}

/** `since`: when they are new; absent for what the regio begins with. */
async function loadActies(tx: Tx, rows: DoeAgenda['doe-agenda'], since?: Temporal.Instant): Promise<void> {
  const toegevoegdOp = since ? new Date(since.epochMilliseconds) : null;
  const themas = new Map((await tx.thema.findMany()).map(({ nummer, id }) => [nummer, id]));
  const acties = rows.map(
    ({ nummer, actie, thema_nummer, doelgroep, bereik, status, financiering, bron }) => {
      return {
        nummer,
        titel: actie,
        themaId: known(themas, thema_nummer),
        doelgroep,
        bereik,
        status,
        financiering,
        bron,
        toegevoegdOp,
      };
    },
  );
  await tx.actie.createMany({ data: acties });
  const ids = new Map((await tx.actie.findMany()).map(({ nummer, id }) => [nummer, id]));
  const woorden = await findTrekkerwoorden(tx);
  const trekkers = rows.flatMap(({ nummer, trekkers }) =>
    carriers(trekkers, woorden).map((trekker) => ({ actieId: known(ids, nummer), ...trekker })),
  );
  await tx.trekker.createMany({ data: trekkers });
}

function carriers(words: string[], woorden: Trekkerwoorden): NieuweTrekker[] {
  const { trekkers, onbekend } = readTrekkers(words.join('|'), woorden);
  const [unknown] = onbekend;
  if (unknown) throw strange(unknown.woord);
  return trekkers;
}

/** Only into a regio that has none: which organisaties a groep has is the secretaris' to say after that. */
async function loadGroepen(tx: Tx, groepen: DoeAgenda['groepen']): Promise<void> {
  if ((await tx.groep.count()) > 0) return;
  await tx.groep.createMany({ data: groepen.map(({ groep }) => ({ naam: groep })) });
  const ids = new Map((await tx.groep.findMany()).map(({ naam, id }) => [naam, id]));
  const organisaties = await organisatieIds(tx);
  const leden = groepen.flatMap(({ groep, organisaties: codes }) =>
    codes.map((code) => ({ groepId: known(ids, groep), organisatieId: known(organisaties, code) })),
  );
  await tx.groepLid.createMany({ data: leden });
}

/** Only into a regio that has none. Whether they count in a run-up is the secretaris' to say: at first they do not. */
async function loadVakanties(tx: Tx, vakanties: DoeAgenda['vakanties']): Promise<void> {
  if ((await tx.vakantie.count()) > 0) return;
  const data = vakanties.map(({ naam, van, tot }) => {
    return { naam, van: new Date(van), tot: new Date(tot), vrij: false };
  });
  await tx.vakantie.createMany({ data });
}

async function loadOverleggen(tx: Tx, { overleggen, zetels }: DoeAgenda): Promise<void> {
  const skipDuplicates = true;
  const there = new Set((await tx.overleg.findMany()).map(({ code }) => code));
  const fresh = overleggen.filter(({ code }) => !there.has(code));
  await tx.overleg.createMany({
    data: fresh.map(({ code, naam, niveau, bereik, thema, frequentie }) => {
      return { code, naam, niveau, bereik, onderwerp: thema, frequentie };
    }),
  });
  const ids = new Map((await tx.overleg.findMany()).map(({ code, id }) => [code, id]));
  const pijlers = new Map((await tx.pijler.findMany()).map(({ naam, id }) => [naam, id]));
  for (const { code, opvolger, opvolger_vanaf, pijlers: names } of fresh) {
    const overlegId = known(ids, code);
    const covers = names.map((naam) => ({ overlegId, pijlerId: known(pijlers, naam) }));
    await tx.overlegPijler.createMany({ data: covers, skipDuplicates });
    if (!opvolger || !opvolger_vanaf) continue;
    const data = { opvolgerId: known(ids, opvolger), opvolgerVanaf: new Date(opvolger_vanaf) };
    await tx.overleg.updateMany({ where: { id: overlegId }, data });
  }
  const organisaties = await organisatieIds(tx);
  const seats = zetels.map(({ overleg, organisatie, rol, functie }) => {
    return { overlegId: known(ids, overleg), organisatieId: known(organisaties, organisatie), rol, functie };
  });
  await tx.zetel.createMany({ data: seats, skipDuplicates });
}

async function organisatieIds(tx: Tx): Promise<Map<string, number>> {
  return new Map((await tx.organisatie.findMany()).map(({ code, id }) => [code, id]));
}

/** A word in one file that must stand in another one. */
function known<Key>(ids: Map<Key, number>, key: Key): number {
  const id = ids.get(key);
  if (id === undefined) throw strange(String(key));
  return id;
}

const strange = (word: string): Error =>
  new Error(`The doe-agenda names «${word}», which stands in none of its files`);
