import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { toLocal } from '../kalender/datum.ts';
import { instellingenCard } from './instellingen-card.ts';
import { afwezigheden } from './stored-afwezig.ts';
import { instellingVan, volgendeVan } from './stored-instelling.ts';

export const showInstellingen = command({
  name: 'instellingen',
  input: z.object({}),
  phrases: [
    /^(?:(?:toon )?(?:mijn )?(?:instellingen|voorkeuren)|mijn herinneringen|hoe word ik herinnerd)[?.!]*$/i,
  ],
  run: (_, asked) => instellingenOf(asked),
});

/** How the asker is reminded as it is now; `saved`: what was changed just now. */
export async function instellingenOf({ tx, asker, now }: Asked, saved?: string): Promise<Card> {
  const today = toLocal(now).toPlainDate();
  return instellingenCard({
    instelling: await instellingVan(tx, asker.id),
    volgende: await volgendeVan(tx, asker.id),
    afwezig: await afwezigheden(tx, today, { persoonId: asker.id }),
    saved,
    today,
    now,
  });
}
