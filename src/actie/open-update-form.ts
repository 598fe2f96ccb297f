import { z } from 'zod';
import { command } from '../chat/command.ts';
import { namens } from './register-update.ts';
import { nummer } from './show-actie.ts';
import { findActie } from './stored-actie.ts';
import { findNamens } from './stored-namens.ts';
import { refuseStrangers } from './stored-rechten.ts';
import { meldingNow } from './update.ts';
import { updateForm } from './update-form.ts';

export const openUpdateForm = command({
  name: 'update.formulier',
  input: z.object({ nummer, namens }),
  phrases: [
    /^(?:namens (?<namens>.{2,200}?)[:,]? )?(?:actie )?#?(?<nummer>\d+)[:,]? (?:bijwerken|update|wijzigen|wijzig)[.!]?$/i,
    /^(?:bijwerken|update|werk) (?:actie )?#?(?<nummer>\d+)(?: bij)?[.!]?$/i,
  ],
  run: async ({ nummer, namens }, asked) => {
    const actie = await findActie(asked.tx, nummer);
    await refuseStrangers(actie, asked);
    return updateForm({ actie, melding: meldingNow(actie), namens: await findNamens(actie, namens, asked) });
  },
});
