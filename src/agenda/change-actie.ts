import { z } from 'zod';
import { nummer, show } from '../actie/show-actie.ts';
import { findActie } from '../actie/stored-actie.ts';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import type { Form } from '../chat/form.ts';
import { addLogregel } from '../chat/logregel.ts';
import { planComing } from '../herinnering/plan-herinneringen.ts';
import { propose, type Soort } from '../voorstel/stored-voorstel.ts';
import { bewerkForm } from './actie-form.ts';
import { findKeuzes, getypt, gezien, readVelden } from './stored-form.ts';
import { gevolgenOfTrekkers } from './stored-gevolg.ts';
import { requireKeeper } from './stored-recht.ts';
import { findThemanamen } from './stored-thema.ts';
import { takeOne, veldenOf, writeVelden } from './stored-velden.ts';
import { type Deel, deel, verschil } from './velden.ts';
import { savedCard, trekkerZinnen, veldFacts } from './wijziging-card.ts';

const inhoud = z.object({ nummer, van: deel, naar: deel });
type Inhoud = z.output<typeof inhoud>;

/** What the doe-agenda says about an actie changes. `van`: what was seen of what changes. */
export const actieWijzigen: Soort<Inhoud> = {
  naam: 'actie-wijzigen',
  inhoud,
  refresh: async ({ nummer, naar }, asked) => {
    await requireKeeper(asked);
    const changed = verschil(veldenOf(await takeOne(asked.tx, nummer)), naar);
    return changed && { nummer, ...changed };
  },
  preview: async ({ nummer, van, naar }, { tx }) => {
    const actie = await findActie(tx, nummer);
    return {
      titel: `#${nummer} ${actie.titel}`,
      facts: veldFacts(van, naar, await findThemanamen(tx)),
      gevolgen: naar.trekkers ? trekkerZinnen(await gevolgenOfTrekkers(tx, actie, naar.trekkers)) : [],
      knop: 'Opslaan',
    };
  },
  carryOut: async ({ nummer, van, naar }, asked) => {
    const { tx, now } = asked;
    await writeVelden(tx, await findActie(tx, nummer), naar, now);
    await addLogregel(asked, 'actie gewijzigd', { nummer, van, naar });
    if (naar.trekkers || naar.thema !== undefined) await planComing(tx, now);
    const facts = veldFacts(van, naar, await findThemanamen(tx));
    return savedCard('Opgeslagen bij', [await findActie(tx, nummer)], facts, now);
  },
  present: ({ nummer }, asked) => show(nummer, asked),
};

/** Shows what changes of an actie, old → new. */
export function proposeChange(nummer: number, naar: Deel, asked: Asked): Promise<Card> {
  return propose(actieWijzigen, { nummer, van: {}, naar }, asked);
}

/** The form of `actie 12 bewerken`, handed in. */
export const changeActie = command({
  name: 'actie.bewerk.toon',
  input: getypt.extend({ nummer, gezien }),
  phrases: [],
  changes: true,
  run: ({ nummer, gezien, ...typed }, asked) => change(nummer, typed, gezien, asked),
});

async function change(
  nummer: number,
  typed: z.output<typeof getypt>,
  seen: z.output<typeof gezien>,
  asked: Asked,
): Promise<Card | Form> {
  await requireKeeper(asked);
  const keuzes = await findKeuzes(asked.tx);
  const { naar, errors } = await readVelden(asked.tx, typed, seen, keuzes);
  if (Object.keys(errors).length === 0) return proposeChange(nummer, naar, asked);
  return bewerkForm(await findActie(asked.tx, nummer), { getypt: typed, keuzes, errors }, seen);
}
