import { z } from 'zod';
import { refuseMerged } from '../actie/actie.ts';
import { nummer } from '../actie/show-actie.ts';
import { findActie } from '../actie/stored-actie.ts';
import { command } from '../chat/command.ts';
import { bewerkForm, getyptVan, nieuwForm } from './actie-form.ts';
import { findKeuzes, fingerprints } from './stored-form.ts';
import { requireKeeper } from './stored-recht.ts';
import { veldenOf } from './stored-velden.ts';

export const openNieuwForm = command({
  name: 'actie.nieuw',
  input: z.object({}),
  phrases: [
    /^(?:(?:nieuwe )?actie toevoegen|nieuwe actie|(?:voeg|maak) (?:een )?(?:nieuwe )?actie(?: toe| aan)?)[.!]?$/i,
  ],
  run: async (_, asked) => {
    await requireKeeper(asked);
    return nieuwForm({ getypt: {}, keuzes: await findKeuzes(asked.tx) });
  },
});

export const openBewerkForm = command({
  name: 'actie.bewerk',
  input: z.object({ nummer }),
  phrases: [
    /^(?:actie )?#?(?<nummer>\d+)[:,]? (?:bewerken|bewerk|aanpassen)[.!]?$/i,
    /^bewerk (?:actie )?#?(?<nummer>\d+)[.!]?$/i,
  ],
  run: async ({ nummer }, asked) => {
    await requireKeeper(asked);
    const actie = await findActie(asked.tx, nummer);
    refuseMerged(actie);
    const getypt = getyptVan(veldenOf(actie));
    return bewerkForm(actie, { getypt, keuzes: await findKeuzes(asked.tx) }, fingerprints(getypt));
  },
});
