import { standVan } from '../actie/actie-card.ts';
import type { Card } from '../chat/card.ts';
import type { Fact } from './wijziging-card.ts';

/** A change of themas or pijlers that was made. */
export function savedThemaCard(text: string, facts: Fact[], now: Temporal.Instant): Card {
  return {
    elements: [
      { kind: 'text', text },
      ...(facts.length > 0 ? [{ kind: 'facts' as const, facts }] : []),
      { kind: 'note', text: standVan(now) },
      { kind: 'buttons', buttons: [{ label: 'Alle thema’s', command: 'themas', input: {} }] },
    ],
  };
}

/** Which overleggen ask about a thema when it goes to another pijler. */
export function overlegZinnen(van: readonly string[], naar: readonly string[]): string[] {
  const [lost, won] = [
    van.filter((code) => !naar.includes(code)),
    naar.filter((code) => !van.includes(code)),
  ];
  return [
    ...(lost.length > 0
      ? [`Voor ${lost.join(', ')} wordt niet meer om een update van deze acties gevraagd.`]
      : []),
    ...(won.length > 0
      ? [`Voor ${won.join(', ')} wordt voortaan om een update van deze acties gevraagd.`]
      : []),
  ];
}
