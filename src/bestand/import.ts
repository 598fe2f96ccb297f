import { z } from 'zod';
import type { Persoon } from '../persoon/persoon.ts';
import { mag } from '../persoon/rechten.ts';
import { Refusal } from '../refusal.ts';

/** Which import a button is about. */
export const importId = z.number().int().positive().max(2_147_483_647);

/** A file changes many acties at once, so one person does it. */
export function requireSecretaris(asker: Pick<Persoon, 'rol'>): void {
  if (!mag(asker, 'agenda beheren'))
    throw new Refusal(
      'Alleen de secretaris kan een bestand importeren. Meld wat er is veranderd met «actie 12 …».',
    );
}
