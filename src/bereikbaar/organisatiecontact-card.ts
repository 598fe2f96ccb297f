import { standVan } from '../actie/actie-card.ts';
import type { Card } from '../chat/card.ts';
import { bereikbaarAls, type Rol } from '../persoon/persoon.ts';

type Person = { naam: string; email: string; rol: Rol };

/** Who answers for an organisatie; with `before`, now that it has changed. */
export function organisatiecontactCard(
  { naam, code }: { naam: string; code: string },
  { contact, before, now }: { contact: Person | null; before?: Person | null; now: Temporal.Instant },
): Card {
  const who = (one: Person | null) => (one ? bereikbaarAls(one) : 'niemand');
  const lines = [
    before === undefined
      ? `Contact van ${naam}: ${who(contact)}.`
      : `Contact van ${naam}: ${who(before)} → ${who(contact)}.`,
    contact
      ? `${contact.naam} krijgt de vragen aan wie daar afwezig is zonder vervanger, en aan wie niet antwoordt.`
      : 'Wat daar blijft liggen, gaat naar de secretaris.',
    ...(contact?.rol === 'bestuurder'
      ? ['⚠ Een bestuurder krijgt alleen bericht als de secretaris dat voor die vergadering aanzet.']
      : []),
    ...(before === undefined ? [`Wijzigen: «contact ${code} <naam>» of «contact ${code} weg».`] : []),
  ];
  return {
    elements: [
      { kind: 'text', text: lines.join('\n') },
      { kind: 'note', text: standVan(now) },
    ],
  };
}
