import { actieLine, standVan } from '../actie/actie-card.ts';
import type { Card } from '../chat/card.ts';

/** How many acties there are, and those that were asked about. */
export function agendaCard(
  acties: readonly { nummer: number; titel: string }[],
  count: number,
  now: Temporal.Instant,
): Card {
  const lines = [`De doe-agenda heeft ${count} acties.`, ...acties.map(actieLine)];
  return {
    elements: [
      { kind: 'text', text: lines.join('\n') },
      { kind: 'note', text: standVan(now) },
      { kind: 'buttons', buttons: [{ label: 'Alle acties', command: 'acties', input: {} }] },
    ],
  };
}
