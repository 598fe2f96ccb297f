import { standVan } from '../actie/actie-card.ts';
import type { Card } from '../chat/card.ts';
import type { Fout } from '../chat/outbox.ts';

const REDEN: Record<Fout, string> = {
  niet_gevonden: 'Staat nog niet op Slack of Teams, of heeft Doebot daar nog niet begroet.',
  geweigerd:
    'Slack of Teams nam het bericht niet aan. Misschien is Doebot geblokkeerd of het account gesloten.',
  vertrokken: 'Is vertrokken.',
  geen_antwoord: 'Slack of Teams gaf een paar uur lang geen antwoord.',
};

type Undelivered = {
  persoon: { naam: string; email: string; organisatie: { naam: string } };
  fout: string | null;
};

/** Whom a message could not reach, and what the secretaris can do about it. */
export function undeliveredCard(rows: readonly Undelivered[], now: Temporal.Instant): Card {
  const people = new Map(rows.map((row) => [row.persoon.email, row]));
  const shown = [...people.values()].slice(0, 20);
  const rest = people.size - shown.length;
  return {
    elements: [
      {
        kind: 'heading',
        text: people.size === 1 ? '1 persoon niet bereikt' : `${people.size} personen niet bereikt`,
      },
      { kind: 'text', text: 'Een bericht van Doebot kwam bij hen niet aan. Neem zelf even contact op.' },
      ...shown.map(({ persoon, fout }) => ({
        kind: 'item' as const,
        text: `${persoon.naam} (${persoon.email}), ${persoon.organisatie.naam}`,
        note: REDEN[(fout ?? 'geen_antwoord') as Fout],
      })),
      ...(rest > 0 ? [{ kind: 'text' as const, text: `… en nog ${rest}` }] : []),
      { kind: 'note', text: standVan(now) },
    ],
  };
}
