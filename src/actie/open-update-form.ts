import { z } from 'zod';
import { command } from '../chat/command.ts';
import { nummer } from './show-actie.ts';
import { findActie } from './stored-actie.ts';
import { refuseStrangers } from './stored-rechten.ts';
import { updateForm } from './update-form.ts';

export const openUpdateForm = command({
  name: 'update.formulier',
  input: z.object({ nummer }),
  phrases: [
    /^(?:actie )?#?(?<nummer>\d+)[:,]? (?:bijwerken|update|wijzigen|wijzig)[.!]?$/i,
    /^(?:bijwerken|update|werk) (?:actie )?#?(?<nummer>\d+)(?: bij)?[.!]?$/i,
  ],
  run: async ({ nummer }, asked) => {
    const actie = await findActie(asked.tx, nummer);
    await refuseStrangers(actie, asked);
    return updateForm(actie);
  },
});
