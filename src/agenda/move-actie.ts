import { z } from 'zod';
import { nummer } from '../actie/show-actie.ts';
import { command } from '../chat/command.ts';
import { proposeChange } from './change-actie.ts';
import { requireKeeper } from './stored-recht.ts';
import { findThema } from './stored-thema.ts';

/** An actie to another thema, in one line. */
export const moveActie = command({
  name: 'actie.thema',
  input: z.object({ nummer, thema: z.coerce.number().int() }),
  phrases: [
    /^(?:actie )?#?(?<nummer>\d+)[:,]? (?:naar )?thema:? (?:nr\.? |nummer )?(?<thema>\d{1,9})[.!]?$/i,
  ],
  changes: true,
  run: async ({ nummer, thema }, asked) => {
    await requireKeeper(asked);
    await findThema(asked.tx, thema);
    return proposeChange(nummer, { thema }, asked);
  },
});
