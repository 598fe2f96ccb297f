import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { vrijeDagen } from '../kalender/stored-vakantie.ts';
import { refuseOthers } from '../overleg/stored-vergadering.ts';
import { CODE_WORD } from '../overleg/vergadering.ts';
import { aanloopVan } from './aanloop.ts';
import { aanloopCard } from './aanloop-card.ts';
import { aanloopVanOverleg, type Bij, findBij, wijzigers } from './stored-aanloop.ts';

export const showAanloop = command({
  name: 'overleg.aanloop',
  input: z.object({ code: z.string().max(60).optional() }),
  phrases: [
    new RegExp(`^overleg(?: (?<code>${CODE_WORD}))? (?:aanloop|bestuurders)[?.!]*$`, 'i'),
    new RegExp(`^(?:overleg )?(?:de )?aanloop(?: van)?(?: (?<code>${CODE_WORD}))?[?.!]*$`, 'i'),
  ],
  run: async ({ code }, asked): Promise<Card> => {
    await refuseOthers(asked, 'de aanloop bekijken en wijzigen');
    return aanloopOf(await findBij(asked, code), asked);
  },
});

/** The run-up of an overleg as it is now. */
export async function aanloopOf({ overleg, vergadering }: Bij, { tx, now }: Asked): Promise<Card> {
  return aanloopCard({
    overleg,
    aanloop: await aanloopVanOverleg(tx, overleg.id),
    vergadering: vergadering && {
      begin: vergadering.begin.toTemporalInstant(),
      aanloop: aanloopVan(vergadering),
    },
    vrij: await vrijeDagen(tx),
    gewijzigd: await wijzigers(tx, overleg),
    now,
  });
}
