import { z } from 'zod';
import { command } from '../chat/command.ts';
import { bericht, namens } from './register-update.ts';
import { nummer } from './show-actie.ts';
import { findActie } from './stored-actie.ts';
import { findMelder } from './stored-melder.ts';
import { meldingNow } from './update.ts';
import { updateForm } from './update-form.ts';

export const openUpdateForm = command({
  name: 'update.formulier',
  input: z.object({ nummer, namens, bericht }),
  phrases: [
    /^(?:namens (?<namens>.{2,200}?)[:,]? )?(?:actie )?#?(?<nummer>\d+)[:,]? (?:bijwerken|update|wijzigen|wijzig)[.!]?$/i,
    /^(?:bijwerken|update|werk) (?:actie )?#?(?<nummer>\d+)(?: bij)?[.!]?$/i,
  ],
  run: async ({ nummer, ...melder }, asked) => {
    const actie = await findActie(asked.tx, nummer);
    const namens = await findMelder(actie, melder, asked);
    return updateForm({ actie, melding: meldingNow(actie), namens, bericht: melder.bericht });
  },
});
