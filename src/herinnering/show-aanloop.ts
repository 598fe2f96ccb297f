import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { vrijeDagen } from '../kalender/stored-vakantie.ts';
import { refuseOthers } from '../overleg/stored-vergadering.ts';
import { CODE_WORD } from '../overleg/vergadering.ts';
import { aanloopVan } from './aanloop.ts';
import { aanloopCard } from './aanloop-card.ts';
import { STAP_WOORD } from './stap.ts';
import { aanloopVanOverleg, type Bij, findBij, findBijVan, wijzigers } from './stored-aanloop.ts';

export const showAanloop = command({
  name: 'overleg.aanloop',
  input: z.object({ code: z.string().max(60).optional(), vergadering: z.number().int().optional() }),
  phrases: [
    new RegExp(`^overleg(?: (?<code>${CODE_WORD}))? (?:aanloop|bestuurders)[?.!]*$`, 'i'),
    new RegExp(
      `^(?:overleg )?(?:de )?aanloop(?: van)?(?: (?!(?:${STAP_WOORD})\\b)(?<code>${CODE_WORD}))?[?.!]*$`,
      'i',
    ),
  ],
  run: async ({ code, vergadering }, asked): Promise<Card> => {
    await refuseOthers(asked, 'de aanloop bekijken en wijzigen');
    return aanloopOf(
      await (vergadering === undefined ? findBij(asked, code) : findBijVan(asked, vergadering)),
      asked,
    );
  },
});

/** The run-up of an overleg as it is now. */
export async function aanloopOf({ overleg, vergadering }: Bij, { tx, now }: Asked): Promise<Card> {
  return aanloopCard({
    overleg,
    aanloop: await aanloopVanOverleg(tx, overleg.id),
    vergadering: vergadering && {
      id: vergadering.id,
      begin: vergadering.begin.toTemporalInstant(),
      aanloop: aanloopVan(vergadering),
    },
    vrij: await vrijeDagen(tx),
    gewijzigd: await wijzigers(tx, overleg),
    now,
  });
}
