import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import type { Form } from '../chat/form.ts';
import { addLogregel } from '../chat/logregel.ts';
import { planComing } from '../herinnering/plan-herinneringen.ts';
import { Refusal } from '../refusal.ts';
import { propose, type Soort } from '../voorstel/stored-voorstel.ts';
import { showThemas } from './list-themas.ts';
import { tekst } from './stored-form.ts';
import { requireKeeper } from './stored-recht.ts';
import {
  findPijler,
  findPijlers,
  findThema,
  findThemas,
  naamVan,
  overleggenOver,
  takeThema,
  wrongNaam,
} from './stored-thema.ts';
import { overlegZinnen, savedThemaCard } from './thema-card.ts';
import { type ThemaGetypt, themaForm } from './thema-form.ts';
import { actiesText } from './themas-card.ts';

const nummer = z.coerce.number().int().positive();
/** `pijler`: its name, which is one of a kind. */
const themavelden = z.object({ naam: z.string().exactOptional(), pijler: z.string().exactOptional() });
const inhoud = z.object({ nummer, van: themavelden, naar: themavelden });
type Inhoud = z.output<typeof inhoud>;

/** A thema has another name, or belongs to another pijler; its number stays. */
export const themaWijzigen: Soort<Inhoud> = {
  naam: 'thema-wijzigen',
  inhoud,
  refresh: async ({ nummer, naar }, asked) => {
    await requireKeeper(asked);
    const thema = await takeThema(asked.tx, nummer);
    if (naar.naam !== undefined && naar.naam !== thema.naam) await refuseNaam(naar.naam, nummer, asked);
    if (naar.pijler !== undefined) await findPijler(asked.tx, naar.pijler);
    const naam = naar.naam === undefined || naar.naam === thema.naam ? undefined : naar.naam;
    const pijler = naar.pijler === undefined || naar.pijler === thema.pijler.naam ? undefined : naar.pijler;
    if (naam === undefined && pijler === undefined) return undefined;
    return {
      nummer,
      van: {
        ...(naam === undefined ? {} : { naam: thema.naam }),
        ...(pijler === undefined ? {} : { pijler: thema.pijler.naam }),
      },
      naar: { ...(naam === undefined ? {} : { naam }), ...(pijler === undefined ? {} : { pijler }) },
    };
  },
  preview: async ({ nummer, van, naar }, { tx }) => {
    const thema = await findThema(tx, nummer);
    const { pijler } = naar;
    const over = pijler
      ? overlegZinnen(
          await overleggenOver(tx, thema.pijlerId),
          await overleggenOver(tx, (await findPijler(tx, pijler)).id),
        )
      : [];
    return {
      titel: `Thema ${nummer}. ${thema.naam}`,
      facts: factsOf(van, naar),
      gevolgen: [
        `Dit geldt voor ${actiesText(thema._count.acties)}. Hun nummers en updates blijven zoals ze zijn.`,
        ...over,
      ],
      knop: 'Opslaan',
    };
  },
  carryOut: async ({ nummer, van, naar }, asked) => {
    const { tx, now } = asked;
    const { naam, pijler } = naar;
    const data = {
      ...(naam === undefined ? {} : { naam }),
      ...(pijler === undefined ? {} : { pijlerId: (await findPijler(tx, pijler)).id }),
    };
    await tx.thema.updateMany({ where: { nummer }, data });
    await addLogregel(asked, 'thema gewijzigd', { thema: nummer, van, naar });
    if (pijler !== undefined) await planComing(tx, now);
    return savedThemaCard(`Opgeslagen bij thema ${nummer}`, factsOf(van, naar), now);
  },
  present: (_, asked) => showThemas(asked),
};

const factsOf = (van: Inhoud['van'], naar: Inhoud['naar']) => [
  ...(naar.naam === undefined ? [] : [{ label: 'Naam', value: `${van.naam ?? ''} → ${naar.naam}` }]),
  ...(naar.pijler === undefined ? [] : [{ label: 'Pijler', value: `${van.pijler ?? ''} → ${naar.pijler}` }]),
];

async function wrongThemaNaam(naam: string, nummer: number, { tx }: Asked) {
  const others = (await findThemas(tx)).filter((thema) => thema.nummer !== nummer);
  return wrongNaam(
    naam,
    others.map((thema) => thema.naam),
  );
}

async function refuseNaam(naam: string, nummer: number, asked: Asked): Promise<void> {
  const wrong = await wrongThemaNaam(naam, nummer, asked);
  if (wrong) throw new Refusal(wrong);
}

export const openBewerkThemaForm = command({
  name: 'thema.bewerk',
  input: z.object({ nummer }),
  phrases: [/^thema (?<nummer>\d{1,9})[:,]? (?:hernoemen|bewerken|wijzigen|aanpassen)[.!]?$/i],
  run: async ({ nummer }, asked) => {
    await requireKeeper(asked);
    const { naam, pijlerId } = await findThema(asked.tx, nummer);
    return themaForm(nummer, {
      getypt: { naam, pijler: String(pijlerId) },
      pijlers: await findPijlers(asked.tx),
    });
  },
});

/** Its form, handed in. */
export const changeThema = command({
  name: 'thema.bewerk.toon',
  input: z.object({ nummer, naam: tekst, pijler: tekst }),
  phrases: [],
  changes: true,
  run: ({ nummer, ...typed }, asked) => change(nummer, typed, asked),
});

async function change(nummer: number, typed: ThemaGetypt, asked: Asked): Promise<Card | Form> {
  await requireKeeper(asked);
  const naam = naamVan(typed.naam);
  const wrong = await wrongThemaNaam(naam, nummer, asked);
  const pijlers = await findPijlers(asked.tx);
  const pijler = pijlers.find(({ id }) => String(id) === typed.pijler);
  if (!wrong && pijler)
    return propose(themaWijzigen, { nummer, van: {}, naar: { naam, pijler: pijler.naam } }, asked);
  const errors = {
    ...(wrong ? { naam: wrong } : {}),
    ...(pijler ? {} : { pijler: 'Kies een pijler uit de lijst.' }),
  };
  return themaForm(nummer, { getypt: typed, pijlers, errors });
}

/** A new name in one line. */
export const renameThema = command({
  name: 'thema.hernoem',
  input: z.object({ nummer, naam: z.string() }),
  phrases: [
    /^thema (?<nummer>\d{1,9})[:,]? hernoemen:? (?<naam>.{1,300})$/i,
    /^hernoem thema (?<nummer>\d{1,9}) (?:naar|in|tot):? (?<naam>.{1,300})$/i,
  ],
  changes: true,
  run: async ({ nummer, naam }, asked) => {
    await requireKeeper(asked);
    return propose(themaWijzigen, { nummer, van: {}, naar: { naam: naamVan(naam) } }, asked);
  },
});

/** Another pijler in one line. */
export const moveThema = command({
  name: 'thema.verplaats',
  input: z.object({ nummer, pijler: z.string() }),
  phrases: [/^(?:verplaats )?thema (?<nummer>\d{1,9})[:,]? naar pijler:? (?<pijler>.{1,200}?)[.!]?$/i],
  changes: true,
  run: async ({ nummer, pijler }, asked) => {
    await requireKeeper(asked);
    const { naam } = await findPijler(asked.tx, naamVan(pijler));
    return propose(themaWijzigen, { nummer, van: {}, naar: { pijler: naam } }, asked);
  },
});
