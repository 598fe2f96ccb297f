import { standVan } from '../actie/actie-card.ts';
import type { Card } from '../chat/card.ts';

export function exportCard(url: string, count: number, now: Temporal.Instant): Card {
  return {
    elements: [
      { kind: 'heading', text: `De doe-agenda als XLSX: ${count === 1 ? '1 actie' : `${count} acties`}` },
      { kind: 'text', text: url },
      {
        kind: 'text',
        text: 'Deze link werkt een uur, voor iedereen die hem heeft. Stuur hem dus niet zomaar door.',
      },
      { kind: 'note', text: standVan(now) },
    ],
  };
}

/** Where nobody could reach the server, the file is made on it. */
export function noExportCard(): Card {
  return {
    elements: [
      {
        kind: 'text',
        text: 'Ik kan je hier geen bestand geven, omdat Doebot geen adres heeft dat van buiten te bereiken is. Vraag de beheerder om «npm run export -- doe-agenda.xlsx», of om PUBLIC_URL in te stellen.',
      },
    ],
  };
}
