import { z } from 'zod';
import { type Asked, command } from '../chat/command.ts';
import { addLogregel } from '../chat/logregel.ts';
import { Refusal } from '../refusal.ts';
import { propose, type Soort } from '../voorstel/stored-voorstel.ts';
import { showThemas } from './list-themas.ts';
import { requireKeeper } from './stored-recht.ts';
import { takeThema } from './stored-thema.ts';
import { savedThemaCard } from './thema-card.ts';
import { actiesText } from './themas-card.ts';

const inhoud = z.object({ nummer: z.coerce.number().int().positive(), naam: z.string(), pijler: z.string() });

/** A thema without acties goes; its number is not given again. */
export const themaWeg: Soort<z.output<typeof inhoud>> = {
  naam: 'thema-weg',
  inhoud,
  refresh: async ({ nummer }, asked) => {
    await requireKeeper(asked);
    const { id, naam, pijler } = await takeThema(asked.tx, nummer);
    await refuseUsed(nummer, id, asked);
    return { nummer, naam, pijler: pijler.naam };
  },
  preview: async ({ nummer, naam, pijler }) => ({
    titel: `Thema ${nummer} verwijderen`,
    facts: [
      { label: 'Naam', value: naam },
      { label: 'Pijler', value: pijler },
    ],
    gevolgen: [`Dit thema heeft geen acties. Het nummer ${nummer} wordt niet opnieuw gebruikt.`],
    knop: 'Verwijderen',
    style: 'danger',
  }),
  carryOut: async ({ nummer, naam, pijler }, asked) => {
    await asked.tx.thema.deleteMany({ where: { nummer } });
    await addLogregel(asked, 'thema verwijderd', { thema: nummer, naam, pijler });
    return savedThemaCard(`Verwijderd: thema ${nummer}. ${naam}`, [], asked.now);
  },
  present: (_, asked) => showThemas(asked),
};

async function refuseUsed(nummer: number, themaId: number, { tx }: Asked): Promise<void> {
  const all = await tx.actie.count({ where: { themaId } });
  const open = await tx.actie.count({ where: { themaId, opgegaanIn: null } });
  if (all === 0) return;
  throw new Refusal(
    open > 0
      ? `Thema ${nummer} heeft nog ${actiesText(open)}. Geef die eerst een ander thema, bijvoorbeeld met «actie 12 thema 4». Typ «acties thema ${nummer}» om ze te zien.`
      : `Onder thema ${nummer} staan acties die zijn samengevoegd. Die houden hun thema, dus het thema blijft bestaan.`,
  );
}

export const removeThema = command({
  name: 'thema.verwijder',
  input: z.object({ nummer: z.coerce.number().int().positive() }),
  phrases: [
    /^thema (?<nummer>\d{1,9})[:,]? (?:verwijderen|verwijder|weg|weghalen|schrappen)[.!]?$/i,
    /^(?:verwijder|schrap) thema (?<nummer>\d{1,9})[.!]?$/i,
  ],
  changes: true,
  run: async ({ nummer }, asked) => {
    await requireKeeper(asked);
    return propose(themaWeg, { nummer, naam: '', pijler: '' }, asked);
  },
});
