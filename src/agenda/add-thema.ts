import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import type { Form } from '../chat/form.ts';
import { addLogregel } from '../chat/logregel.ts';
import type { Tx } from '../db/database.ts';
import { Refusal } from '../refusal.ts';
import { propose, type Soort } from '../voorstel/stored-voorstel.ts';
import { showThemas } from './list-themas.ts';
import { tekst } from './stored-form.ts';
import { takeNumbers } from './stored-nieuw.ts';
import { requireKeeper } from './stored-recht.ts';
import { findPijlers, findThemas, naamVan, wrongNaam } from './stored-thema.ts';
import { savedThemaCard } from './thema-card.ts';
import { nieuwThemaForm, type ThemaGetypt } from './thema-form.ts';

const inhoud = z.object({ naam: z.string(), pijler: z.number().int() });

/** A new thema. Its number is given when it is saved, and was never used. */
export const themaNieuw: Soort<z.output<typeof inhoud>> = {
  naam: 'thema-nieuw',
  inhoud,
  refresh: async (inhoud, asked) => {
    await requireKeeper(asked);
    await takeNumbers(asked.tx);
    const { errors } = await check(asked.tx, { naam: inhoud.naam, pijler: String(inhoud.pijler) });
    const [wrong] = Object.values(errors);
    if (wrong) throw new Refusal(wrong);
    return inhoud;
  },
  preview: async ({ naam, pijler }, { tx }) => ({
    titel: 'Nieuw thema',
    facts: [
      { label: 'Naam', value: naam },
      { label: 'Pijler', value: await pijlerNaam(tx, pijler) },
    ],
    gevolgen: [
      `Het thema krijgt het volgende vrije nummer (nu ${await nextThemaNummer(tx)}) en heeft nog geen acties.`,
    ],
    knop: 'Toevoegen',
  }),
  carryOut: async ({ naam, pijler }, asked) => {
    const nummer = await nextThemaNummer(asked.tx);
    await asked.tx.thema.create({ data: { nummer, naam, pijlerId: pijler } });
    await addLogregel(asked, 'thema toegevoegd', {
      thema: nummer,
      naam,
      pijler: await pijlerNaam(asked.tx, pijler),
    });
    return savedThemaCard(`Toegevoegd: thema ${nummer}. ${naam}`, [], asked.now);
  },
  present: (_, asked) => showThemas(asked),
};

/** Not the number of a thema that was removed either: acties were reported on under it. */
async function nextThemaNummer(tx: Tx): Promise<number> {
  const { _max } = await tx.thema.aggregate({ _max: { nummer: true } });
  const [gone] = await tx.$queryRaw<{ highest: number | null }[]>`
    select max((inhoud->>'thema')::integer) as highest from logregel where wat = 'thema verwijderd'`;
  return Math.max(_max.nummer ?? 0, gone?.highest ?? 0) + 1;
}

const pijlerNaam = async (tx: Tx, id: number): Promise<string> =>
  (await tx.pijler.findFirstOrThrow({ where: { id } })).naam;

async function check(tx: Tx, { naam, pijler }: ThemaGetypt) {
  const pijlers = await findPijlers(tx);
  const themas = await findThemas(tx);
  const wrong = wrongNaam(
    naam,
    themas.map((thema) => thema.naam),
  );
  const known = pijlers.some(({ id }) => String(id) === pijler);
  const errors: Partial<ThemaGetypt> = {
    ...(wrong ? { naam: wrong } : {}),
    ...(known ? {} : { pijler: 'Kies een pijler uit de lijst.' }),
  };
  return { pijlers, errors };
}

export const openThemaForm = command({
  name: 'thema.nieuw',
  input: z.object({}),
  phrases: [/^(?:(?:nieuw )?thema toevoegen|nieuw thema|voeg (?:een )?(?:nieuw )?thema toe)[.!]?$/i],
  run: async (_, asked) => {
    await requireKeeper(asked);
    return nieuwThemaForm({ getypt: {}, pijlers: await findPijlers(asked.tx) });
  },
});

/** Its form, handed in. */
export const addThema = command({
  name: 'thema.nieuw.toon',
  input: z.object({ naam: tekst, pijler: tekst }),
  phrases: [],
  changes: true,
  run: (typed, asked) => add(typed, asked),
});

async function add(typed: ThemaGetypt, asked: Asked): Promise<Card | Form> {
  await requireKeeper(asked);
  const getypt = { ...typed, naam: naamVan(typed.naam) };
  const { pijlers, errors } = await check(asked.tx, getypt);
  if (Object.keys(errors).length > 0) return nieuwThemaForm({ getypt, pijlers, errors });
  return propose(themaNieuw, { naam: getypt.naam, pijler: Number(getypt.pijler) }, asked);
}
