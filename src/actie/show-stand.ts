import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { vorigeVergadering } from '../overleg/stored-vorige.ts';
import { standCard } from './stand-card.ts';
import { countAndFirst, ON_AGENDA, waitsForUpdate } from './stored-actie.ts';
import { WITHOUT_TREKKER } from './stored-filter.ts';
import { readTelling } from './stored-stand.ts';

/** How many acties of each kind are named. */
const NAMED = 8;

export const showStand = command({
  name: 'stand.toon',
  input: z.object({}),
  phrases: [
    /^(?:de |een |het )?(?:stand|stand van zaken|overzicht|totaaloverzicht|dashboard)(?: (?:van|over) (?:de )?(?:hele )?(?:doe-?agenda|acties))?[?.!]*$/i,
    /^hoe (?:staat|staan|loopt|lopen) (?:het met )?(?:de |alle )?(?:doe-?agenda|acties)(?: ervoor)?[?.!]*$/i,
  ],
  run: (_, asked) => show(asked),
});

async function show({ tx, now, pictureOf }: Asked): Promise<Card> {
  const vorige = await vorigeVergadering(tx, now);
  const url = pictureOf?.(now);
  return standCard({
    tellingen: await readTelling(tx, now),
    vertraagd: await countAndFirst(tx, { status: 'vertraagd' }, NAMED),
    stil: await countAndFirst(tx, waitsForUpdate(vorige?.begin), NAMED),
    zonderTrekker: await countAndFirst(tx, { ...WITHOUT_TREKKER, ...ON_AGENDA }, NAMED),
    vorige: vorige && { overleg: vorige.overleg.code, begin: vorige.begin.toTemporalInstant() },
    ...(url ? { url } : {}),
    now,
  });
}
