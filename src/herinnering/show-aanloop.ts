import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { vrijeDagen } from '../kalender/stored-vakantie.ts';
import { refuseOthers } from '../overleg/stored-vergadering.ts';
import { welke } from '../overleg/stored-welke.ts';
import { WELKE } from '../overleg/vergadering.ts';
import { aanloopVan } from './aanloop.ts';
import { aanloopCard } from './aanloop-card.ts';
import { STAP_WOORD } from './stap.ts';
import { aanloopVanOverleg, type Bij, findBij, findBijVan, wijzigers } from './stored-aanloop.ts';

export const showAanloop = command({
  name: 'overleg.aanloop',
  input: z.object(welke),
  phrases: [
    new RegExp(`^overleg${WELKE} (?:aanloop|bestuurders)[?.!]*$`, 'i'),
    new RegExp(`^(?:overleg )?(?:de )?aanloop(?: van)?(?! (?:${STAP_WOORD})\\b)${WELKE}[?.!]*$`, 'i'),
  ],
  run: async (named, asked): Promise<Card> => {
    await refuseOthers(asked, 'de aanloop bekijken en wijzigen');
    const one = named.vergadering !== undefined || named.dag !== undefined;
    return aanloopOf(await (one ? findBijVan(asked, named) : findBij(asked, named.code)), asked);
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
