import type { Persoon } from '../persoon/persoon.ts';
import { Refusal } from '../refusal.ts';

/** Two ways to say the same. */
export type Synoniem = { woord: string; betekenis: string };

/** What everyone finds depends on it, so one person keeps it. */
export function requireSecretaris({ rol }: Persoon): void {
  if (rol !== 'secretaris') throw new Refusal('Alleen de secretaris kan synoniemen toevoegen of weghalen.');
}
