import { z } from 'zod';
import { type Naast, pageBeside } from '../actie/pagina.ts';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { nextVergadering } from '../overleg/stored-overleg.ts';
import { refuseOthers, type StoredVergadering } from '../overleg/stored-vergadering.ts';
import { CODE_WORD } from '../overleg/vergadering.ts';
import { aanloopVan, STAPPEN } from './aanloop.ts';
import type { Soort } from './herinnering.ts';
import { herinneringenCard, type Regie, rondesVan } from './herinneringen-card.ts';
import { keyOf, ontvangersCard } from './ontvangers-card.ts';
import { STAP_WOORD, stapVan } from './stap.ts';
import { regelsVan } from './stored-regel.ts';

const WHAT = 'de herinneringen bekijken en regelen';
const code = z.string().max(60).optional();
const naast = { na: z.string().max(300).optional(), voor: z.string().max(300).optional() };

/** The words before what is done with the herinneringen of a vergadering. */
export const HERINNERINGEN = `^overleg(?: (?<code>${CODE_WORD}))? herinneringen`;

export const listHerinneringen = command({
  name: 'overleg.herinneringen',
  input: z.object({ code, ...naast }),
  phrases: [
    new RegExp(`${HERINNERINGEN}[?.!]*$`, 'i'),
    new RegExp(
      `^overleg herinneringen (?!log\\b)(?<code>(?!(?:${STAP_WOORD}|respons)\\b)${CODE_WORD})[?.!]*$`,
      'i',
    ),
  ],
  inPlace: true,
  run: async ({ code, ...beside }, asked): Promise<Card> => {
    await refuseOthers(asked, WHAT);
    return herinneringenOf(await nextVergadering(asked, code), asked, beside);
  },
});

/** Who gets what about this vergadering, by step and day. */
async function herinneringenOf(
  vergadering: StoredVergadering,
  asked: Asked,
  beside: Naast = {},
): Promise<Card> {
  const rondes = rondesVan(await regelsVan(asked.tx, vergadering, asked.now));
  const page = pageBeside(
    rondes.map(({ sleutel }) => sleutel),
    beside,
  );
  return herinneringenCard({ ...(await regieOf(vergadering, asked)), ...page, rondes });
}

const soort = z.string().transform((word): Soort | undefined => {
  const others: readonly Soort[] = ['later', 'respons', 'bereik'];
  return stapVan(word) ?? others.find((one) => one === word.toLowerCase());
});

export const listOntvangers = command({
  name: 'overleg.ontvangers',
  input: z.object({
    code,
    soort: soort.pipe(z.enum([...STAPPEN, 'later', 'respons', 'bereik'])),
    ...naast,
  }),
  phrases: [new RegExp(`${HERINNERINGEN} (?<soort>${STAP_WOORD}|respons)[?.!]*$`, 'i')],
  inPlace: true,
  run: async ({ code, soort, ...beside }, asked): Promise<Card> => {
    await refuseOthers(asked, WHAT);
    return ontvangersOf(await nextVergadering(asked, code), soort, asked, beside);
  },
});

/** Who gets one step. */
async function ontvangersOf(
  vergadering: StoredVergadering,
  soort: Soort,
  asked: Asked,
  beside: Naast = {},
): Promise<Card> {
  const all = await regelsVan(asked.tx, vergadering, asked.now);
  const regels = all
    .filter((regel) => regel.soort === soort)
    .sort((a, b) => keyOf(a).localeCompare(keyOf(b), 'nl'));
  const page = pageBeside(regels.map(keyOf), beside);
  return ontvangersCard({ ...(await regieOf(vergadering, asked)), ...page, soort, regels });
}

async function regieOf(vergadering: StoredVergadering, { tx, now }: Asked): Promise<Regie> {
  const { id, overleg, begin, stil } = vergadering;
  const skipped = await tx.overslaan.findMany({
    where: { vergaderingId: id },
    include: { persoon: { select: { id: true, naam: true } } },
    orderBy: { persoonId: 'asc' },
  });
  const usual = aanloopVan({ overleg, stappen: [] });
  const here = aanloopVan(vergadering);
  return {
    over: { naam: `${overleg.naam} (${overleg.code})`, begin: begin.toTemporalInstant() },
    code: overleg.code,
    vergadering: id,
    stil,
    uit: STAPPEN.filter((stap) => usual[stap].actief && !here[stap].actief),
    overgeslagen: skipped.map(({ persoon }) => persoon),
    now,
  };
}
