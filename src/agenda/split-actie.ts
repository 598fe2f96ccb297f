import { z } from 'zod';
import { isEnded, STATUSSEN } from '../actie/actie.ts';
import { nummer, show } from '../actie/show-actie.ts';
import { findActie, type StoredActie } from '../actie/stored-actie.ts';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import type { Form } from '../chat/form.ts';
import { addLogregel } from '../chat/logregel.ts';
import type { Tx } from '../db/database.ts';
import { planComing } from '../herinnering/plan-herinneringen.ts';
import { Refusal } from '../refusal.ts';
import { propose, type Soort } from '../voorstel/stored-voorstel.ts';
import { type Gesplitst, splitForm } from './split-form.ts';
import { findKeuzes, fingerprints, type Gezien, gezien, readVelden, tekst } from './stored-form.ts';
import { gevolgenOfTrekkers } from './stored-gevolg.ts';
import { bronVan, createActie, highestActieNummer } from './stored-nieuw.ts';
import { requireKeeper } from './stored-recht.ts';
import { findThemanamen } from './stored-thema.ts';
import { takeOne, takeThemaId, trekkerRows, veldenOf, writeVelden } from './stored-velden.ts';
import { deel, velden, verschil } from './velden.ts';
import { nummerZin, savedCard, trekkerZinnen, veldFacts } from './wijziging-card.ts';

const inhoud = z.object({ nummer, van: deel, naar: deel, nieuw: velden });

/** A part of an actie becomes an actie of its own; `naar`: what changes of the one that was there. */
export const actieSplitsen: Soort<z.output<typeof inhoud>> = {
  naam: 'actie-splitsen',
  inhoud,
  refresh: async ({ nummer, naar, nieuw }, asked) => {
    const actie = await takeToSplit(nummer, asked);
    await takeThemaId(asked.tx, nieuw.thema);
    await trekkerRows(asked.tx, nieuw.trekkers);
    return { nummer, nieuw, ...(verschil(veldenOf(actie), naar) ?? { van: {}, naar: {} }) };
  },
  preview: async ({ nummer, van, naar, nieuw }, { tx }) => {
    const themas = await findThemanamen(tx);
    const old = veldFacts(van, naar, themas).map(({ label, value }) => ({
      label: `${label} van #${nummer}`,
      value,
    }));
    return {
      titel: `#${nummer} splitsen`,
      facts: [...old, ...veldFacts({}, nieuw, themas).map(ofNew)],
      gevolgen: [
        nummerZin(await highestActieNummer(tx)),
        `Wat er op #${nummer} is gemeld blijft daar. Bij beide acties staat dat ze bij elkaar horen.`,
        ...trekkerZinnen(await gevolgenOfTrekkers(tx, { trekkers: [] }, nieuw.trekkers)),
      ],
      knop: 'Splitsen',
    };
  },
  carryOut: async ({ nummer, van, naar, nieuw }, asked) => {
    const { tx, now } = asked;
    await writeVelden(tx, await findActie(tx, nummer), naar, now);
    const bron = bronVan(`afgesplitst van #${nummer}`, asked);
    const ander = await createActie(nieuw, { bron, gesplitstVan: nummer }, asked);
    await addLogregel(asked, 'actie gesplitst', { nummer, van, naar, ander, nieuw });
    await planComing(tx, now);
    const acties = [await findActie(tx, nummer), await findActie(tx, ander)];
    return savedCard(`Gesplitst: #${ander} is een deel van wat #${nummer} was.`, acties, [], now);
  },
  present: ({ nummer }, asked) => show(nummer, asked),
};

const ofNew = ({ label, value }: { label: string; value: string }) => {
  return { label: `Nieuw: ${label.toLowerCase()}`, value };
};

async function takeToSplit(nummer: number, asked: Asked): Promise<StoredActie> {
  await requireKeeper(asked);
  const actie = await takeOne(asked.tx, nummer);
  if (!isEnded(actie.status)) return actie;
  throw new Refusal(
    `Actie #${nummer} is ${STATUSSEN[actie.status].naam.toLowerCase()}. Alleen een actie die nog open is kun je splitsen.`,
  );
}

export const openSplitForm = command({
  name: 'actie.splits',
  input: z.object({ nummer }),
  phrases: [
    /^(?:actie )?#?(?<nummer>\d+)[:,]? (?:splitsen|splits|opsplitsen)[.!]?$/i,
    /^splits (?:actie )?#?(?<nummer>\d+)[.!]?$/i,
  ],
  run: async ({ nummer }, asked) => {
    const actie = await takeToSplit(nummer, asked);
    const { titel, thema, trekkers } = veldenOf(actie);
    const getypt = { titel, nieuw: '', thema: String(thema), trekkers: trekkers.join(', ') };
    return splitForm(actie, { getypt, keuzes: await findKeuzes(asked.tx) }, fingerprints({ titel }));
  },
});

/** Its form, handed in. */
export const splitActie = command({
  name: 'actie.splits.toon',
  input: z.object({ nummer, gezien, titel: tekst, nieuw: tekst, thema: tekst, trekkers: tekst }),
  phrases: [],
  changes: true,
  run: ({ nummer, gezien, ...typed }, asked) => split(nummer, typed, gezien, asked),
});

async function split(nummer: number, typed: Gesplitst, seen: Gezien, asked: Asked): Promise<Card | Form> {
  const actie = await takeToSplit(nummer, asked);
  const read = await readSplit(asked.tx, typed, seen);
  if ('errors' in read)
    return splitForm(actie, { getypt: typed, keuzes: await findKeuzes(asked.tx), errors: read.errors }, seen);
  const nieuw = { ...veldenOf(actie), ...read.nieuw };
  return propose(actieSplitsen, { nummer, van: {}, naar: read.naar, nieuw }, asked);
}

async function readSplit(tx: Tx, { titel, nieuw, thema, trekkers }: Gesplitst, seen: Gezien) {
  const keuzes = await findKeuzes(tx);
  const old = await readVelden(tx, { titel }, seen, keuzes);
  const fresh = await readVelden(tx, { titel: nieuw, thema, trekkers }, {}, keuzes);
  const { titel: wrong, ...others } = fresh.errors;
  const errors = { ...old.errors, ...others, ...(wrong ? { nieuw: wrong } : {}) };
  return Object.keys(errors).length > 0 ? { errors } : { naar: old.naar, nieuw: fresh.naar };
}
