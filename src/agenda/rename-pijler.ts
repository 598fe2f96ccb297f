import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import type { Form } from '../chat/form.ts';
import { addLogregel } from '../chat/logregel.ts';
import { Refusal } from '../refusal.ts';
import { propose, type Soort } from '../voorstel/stored-voorstel.ts';
import { showThemas } from './list-themas.ts';
import { tekst } from './stored-form.ts';
import { requireKeeper } from './stored-recht.ts';
import { findPijler, findPijlers, naamVan, wrongNaam } from './stored-thema.ts';
import { savedThemaCard } from './thema-card.ts';
import { pijlerForm } from './thema-form.ts';
import { actiesText } from './themas-card.ts';

const inhoud = z.object({ pijler: z.number().int(), van: z.string(), naar: z.string() });

/** A pijler has another name. */
export const pijlerHernoemen: Soort<z.output<typeof inhoud>> = {
  naam: 'pijler-hernoemen',
  inhoud,
  refresh: async ({ pijler, naar }, asked) => {
    await requireKeeper(asked);
    await asked.tx.$queryRaw`select id from pijler where id = ${pijler} for update`;
    const { naam } = await pijlerById(pijler, asked);
    if (naam === naar) return undefined;
    const wrong = await wrongPijlerNaam(naar, pijler, asked);
    if (wrong) throw new Refusal(wrong);
    return { pijler, van: naam, naar };
  },
  preview: async ({ pijler, van, naar }, asked) => {
    const { themas } = await pijlerById(pijler, asked);
    const acties = themas.reduce((sum, { _count }) => sum + _count.acties, 0);
    const which = themas.length === 1 ? '1 thema' : `${themas.length} thema’s`;
    return {
      titel: `Pijler ${van}`,
      facts: [{ label: 'Naam', value: `${van} → ${naar}` }],
      gevolgen: [`Dit geldt voor ${which} met ${actiesText(acties)}. Oude rapportages veranderen niet.`],
      knop: 'Opslaan',
    };
  },
  carryOut: async ({ pijler, van, naar }, asked) => {
    await asked.tx.pijler.updateMany({ where: { id: pijler }, data: { naam: naar } });
    await addLogregel(asked, 'pijler gewijzigd', { pijler, van, naar });
    return savedThemaCard(
      'Opgeslagen bij de pijler',
      [{ label: 'Naam', value: `${van} → ${naar}` }],
      asked.now,
    );
  },
  present: (_, asked) => showThemas(asked),
};

async function pijlerById(id: number, { tx }: Asked) {
  const found = (await findPijlers(tx)).find((pijler) => pijler.id === id);
  if (found) return found;
  throw new Refusal('Deze pijler bestaat niet meer. Typ «pijlers» om ze te zien.');
}

async function wrongPijlerNaam(naam: string, id: number, { tx }: Asked) {
  const others = (await findPijlers(tx)).filter((pijler) => pijler.id !== id);
  return wrongNaam(
    naam,
    others.map((pijler) => pijler.naam),
  );
}

/** In one line; without a new name a form asks for it. */
export const renamePijler = command({
  name: 'pijler.hernoem',
  input: z.object({ pijler: z.string(), naam: z.string().default('') }),
  phrases: [
    /^pijler (?<pijler>.{1,150}?)[:,]? hernoemen(?::? (?<naam>.{1,300}))?$/i,
    /^hernoem (?:de )?pijler (?<pijler>.{1,150}?) (?:naar|in|tot):? (?<naam>.{1,300})$/i,
  ],
  changes: true,
  run: async ({ pijler, naam }, asked) => {
    await requireKeeper(asked);
    const found = await findPijler(asked.tx, naamVan(pijler));
    return naam === '' ? pijlerForm(found, found.naam) : rename(found, naam, asked);
  },
});

/** Its form, handed in. */
export const renamePijlerForm = command({
  name: 'pijler.hernoem.toon',
  input: z.object({ pijler: z.number().int(), naam: tekst }),
  phrases: [],
  changes: true,
  run: async ({ pijler, naam }, asked) => {
    await requireKeeper(asked);
    return rename(await pijlerById(pijler, asked), naam, asked);
  },
});

async function rename(
  pijler: { id: number; naam: string },
  typed: string,
  asked: Asked,
): Promise<Card | Form> {
  const naar = naamVan(typed);
  const wrong = await wrongPijlerNaam(naar, pijler.id, asked);
  if (wrong) return pijlerForm(pijler, typed, wrong);
  return propose(pijlerHernoemen, { pijler: pijler.id, van: '', naar }, asked);
}
