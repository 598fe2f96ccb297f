import { z } from 'zod';
import { findActie } from '../actie/stored-actie.ts';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import type { Form } from '../chat/form.ts';
import { addLogregel } from '../chat/logregel.ts';
import { planComing } from '../herinnering/plan-herinneringen.ts';
import { propose, type Soort } from '../voorstel/stored-voorstel.ts';
import { nieuwForm } from './actie-form.ts';
import { agendaCard } from './agenda-card.ts';
import { findKeuzes, getypt, readVelden } from './stored-form.ts';
import { gevolgenOfTrekkers } from './stored-gevolg.ts';
import { bronVan, createActie, highestActieNummer } from './stored-nieuw.ts';
import { requireKeeper } from './stored-recht.ts';
import { findThemanamen } from './stored-thema.ts';
import { takeThemaId, trekkerRows } from './stored-velden.ts';
import { NOG_TE_BEPALEN, velden } from './velden.ts';
import { nummerZin, savedCard, trekkerZinnen, veldFacts } from './wijziging-card.ts';

const inhoud = z.object({ naar: velden });

/** A new actie. Its number is given when it is saved: somebody else may add one first. */
export const actieNieuw: Soort<z.output<typeof inhoud>> = {
  naam: 'actie-nieuw',
  inhoud,
  refresh: async (inhoud, asked) => {
    await requireKeeper(asked);
    await takeThemaId(asked.tx, inhoud.naar.thema);
    await trekkerRows(asked.tx, inhoud.naar.trekkers);
    return inhoud;
  },
  preview: async ({ naar }, { tx }) => ({
    titel: 'Nieuwe actie',
    facts: veldFacts({}, naar, await findThemanamen(tx)),
    gevolgen: [
      nummerZin(await highestActieNummer(tx)),
      ...trekkerZinnen(await gevolgenOfTrekkers(tx, { trekkers: [] }, naar.trekkers)),
    ],
    knop: 'Toevoegen',
  }),
  carryOut: async ({ naar }, asked) => {
    const { tx, now } = asked;
    const nummer = await createActie(naar, { bron: bronVan('toegevoegd', asked) }, asked);
    await addLogregel(asked, 'actie toegevoegd', { nummer, naar });
    await planComing(tx, now);
    const facts = veldFacts({}, naar, await findThemanamen(tx));
    return savedCard('Toegevoegd aan de doe-agenda:', [await findActie(tx, nummer)], facts, now);
  },
  present: async ({ naar }, { tx, now }) => {
    const acties = await tx.actie.findMany({
      where: { titel: naar.titel },
      orderBy: { nummer: 'asc' },
      take: 3,
    });
    return agendaCard(acties, await tx.actie.count({ where: { opgegaanIn: null } }), now);
  },
};

/** The form of `actie toevoegen`, handed in. */
export const addActie = command({
  name: 'actie.nieuw.toon',
  input: getypt,
  phrases: [],
  changes: true,
  run: (typed, asked) => add(typed, asked),
});

async function add(typed: z.output<typeof getypt>, asked: Asked): Promise<Card | Form> {
  await requireKeeper(asked);
  const keuzes = await findKeuzes(asked.tx);
  const { naar, errors } = await readVelden(asked.tx, typed, {}, keuzes);
  if (Object.keys(errors).length > 0) return nieuwForm({ getypt: typed, keuzes, errors });
  const whole = {
    doelgroep: NOG_TE_BEPALEN,
    financiering: NOG_TE_BEPALEN,
    trekkers: [NOG_TE_BEPALEN],
    ...naar,
  };
  return propose(actieNieuw, { naar: velden.parse(whole) }, asked);
}
