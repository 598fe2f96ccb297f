import type { Card } from '../chat/card.ts';
import { bereikbaarAls } from '../persoon/persoon.ts';
import { actieLine, standVan } from './actie-card.ts';
import type { StoredActie } from './stored-actie.ts';

type Person = { naam: string; email: string };

/** Old → new: who is asked about an actie. */
export function contactCard(
  actie: StoredActie,
  rows: StoredActie['trekkers'],
  naar: Person | undefined,
  now: Temporal.Instant,
): Card {
  const facts = rows.map(({ organisatie, persoon }) => {
    const van = persoon ? persoon.naam : 'iedereen met de rol trekker';
    return {
      label: organisatie?.naam ?? '',
      value: `${van} → ${naar ? bereikbaarAls(naar) : 'iedereen met de rol trekker'}`,
    };
  });
  const next = naar ? `${naar.naam} krijgt vanaf nu de vragen en herinneringen over deze actie.` : '';
  return {
    elements: [
      { kind: 'text', text: `Contactpersoon gewijzigd bij ${actieLine(actie)}` },
      { kind: 'facts', facts },
      { kind: 'note', text: `${next} ${standVan(now)}`.trim() },
    ],
  };
}
