import { z } from 'zod';
import { type Naast, pageBeside } from '../actie/pagina.ts';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { isLopend, refuseOthers, type StoredVergadering } from '../overleg/stored-vergadering.ts';
import { findWelke, heldWith, welke } from '../overleg/stored-welke.ts';
import { WELKE } from '../overleg/vergadering.ts';
import { aanloopVan, STAPPEN } from './aanloop.ts';
import type { Soort } from './herinnering.ts';
import { herinneringenCard, type Regie, rondesVan } from './herinneringen-card.ts';
import { keyOf, ontvangersCard } from './ontvangers-card.ts';
import { STAP_WOORD, stapVan } from './stap.ts';
import { regelsVan } from './stored-regel.ts';

const WHAT = 'de herinneringen bekijken en regelen';
const naast = { na: z.string().max(300).optional(), voor: z.string().max(300).optional() };

/** The words before what is done with the herinneringen of a vergadering. */
export const HERINNERINGEN = `^overleg${WELKE} herinneringen`;

export const listHerinneringen = command({
  name: 'overleg.herinneringen',
  input: z.object({ ...welke, ...naast }),
  phrases: [
    new RegExp(`${HERINNERINGEN}[?.!]*$`, 'i'),
    new RegExp(`^overleg herinneringen(?! (?:log|respons|${STAP_WOORD})\\b)${WELKE}[?.!]*$`, 'i'),
  ],
  inPlace: true,
  run: async ({ na, voor, ...named }, asked): Promise<Card> => {
    await refuseOthers(asked, WHAT);
    return herinneringenOf(await findWelke(asked, named, isLopend), asked, { na, voor });
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
    ...welke,
    soort: soort.pipe(z.enum([...STAPPEN, 'later', 'respons', 'bereik'])),
    ...naast,
  }),
  phrases: [new RegExp(`${HERINNERINGEN} (?<soort>${STAP_WOORD}|respons)[?.!]*$`, 'i')],
  inPlace: true,
  run: async ({ soort, na, voor, ...named }, asked): Promise<Card> => {
    await refuseOthers(asked, WHAT);
    return ontvangersOf(await findWelke(asked, named, isLopend), soort, asked, { na, voor });
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

async function regieOf(vergadering: StoredVergadering, asked: Asked): Promise<Regie> {
  const { tx, now } = asked;
  const { id, overleg, begin, stil } = vergadering;
  const skipped = await tx.overslaan.findMany({
    where: { vergaderingId: id },
    include: { persoon: { select: { id: true, naam: true } } },
    orderBy: { persoonId: 'asc' },
  });
  const vorige = await heldWith(asked, overleg.code);
  const usual = aanloopVan({ overleg, stappen: [] });
  const here = aanloopVan(vergadering);
  return {
    over: { naam: `${overleg.naam} (${overleg.code})`, begin: begin.toTemporalInstant() },
    vergadering: id,
    stil,
    uit: STAPPEN.filter((stap) => usual[stap].actief && !here[stap].actief),
    overgeslagen: skipped.map(({ persoon }) => persoon),
    vorige:
      vorige && vorige.id !== id ? { id: vorige.id, begin: vorige.begin.toTemporalInstant() } : undefined,
    now,
  };
}
