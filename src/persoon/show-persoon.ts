import { z } from 'zod';
import { afwezigheden } from '../bereikbaar/stored-afwezig.ts';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { toLocal } from '../kalender/datum.ts';
import { persoonCard } from './persoon-card.ts';
import { findPersoon, requireRecht } from './stored-persoon.ts';
import { werkVan } from './stored-werk.ts';

export const showPersoon = command({
  name: 'persoon.toon',
  input: z.object({ wie: z.string().trim().min(1).max(254) }),
  phrases: [/^persoon (?!(?:met|die|zonder|in|voor) )(?<wie>.{1,254}?)[?.!]*$/i],
  run: ({ wie }, asked) => show(wie, asked),
});

/** Everything about one persoon, who has left too. */
async function show(wie: string, asked: Asked): Promise<Card> {
  const { tx, now } = asked;
  await requireRecht(asked, 'personen beheren', 'personen bekijken');
  const persoon = await findPersoon(tx, wie, true);
  const accounts = await tx.account.findMany({
    where: { persoonId: persoon.id },
    distinct: ['platform'],
    orderBy: { platform: 'asc' },
  });
  const today = toLocal(now).toPlainDate();
  const afwezig = await afwezigheden(tx, today, {
    OR: [{ persoonId: persoon.id }, { vervangerId: persoon.id }],
  });
  const werk = await werkVan(tx, persoon, now);
  return persoonCard({ persoon, werk, platforms: accounts.map(({ platform }) => platform), afwezig, now });
}
