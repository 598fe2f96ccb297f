import { z } from 'zod';
import type { Persoon } from '../persoon/persoon.ts';
import { Refusal } from '../refusal.ts';

/** Which import a button is about. */
export const importId = z.number().int().positive().max(2_147_483_647);

/** A file changes many acties at once, so one person does it. */
export function requireSecretaris({ rol }: Pick<Persoon, 'rol'>): void {
  if (rol !== 'secretaris')
    throw new Refusal(
      'Alleen de secretaris kan een bestand importeren. Meld wat er is veranderd met «actie 12 …».',
    );
}
