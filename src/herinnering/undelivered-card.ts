import { standVan } from '../actie/actie-card.ts';
import type { Card } from '../chat/card.ts';
import type { Fout } from '../chat/settle.ts';
import { type Kanaal, kanaalText } from '../volgen/kanaal.ts';

const REDEN: Record<Fout, string> = {
  niet_gevonden: 'Staat nog niet op Slack of Teams, of heeft Doebot daar nog niet begroet.',
  geweigerd:
    'Slack of Teams nam het bericht niet aan. Misschien is Doebot geblokkeerd of het account gesloten.',
  vertrokken: 'Is vertrokken.',
  geen_antwoord: 'Slack of Teams gaf een paar uur lang geen antwoord.',
  kanaal_weg: 'Doebot kan daar niet meer schrijven.',
};

/** Why a bericht did not arrive, of what the record says. */
export const redenVan = (fout: string | null): string => REDEN[(fout ?? 'geen_antwoord') as Fout];

type Undelivered = {
  persoon: { naam: string; email: string; organisatie: { naam: string } } | null;
  kanaal: Kanaal | null;
  fout: string | null;
};

const nameOf = ({ persoon, kanaal }: Undelivered): string =>
  persoon
    ? `${persoon.naam} (${persoon.email}), ${persoon.organisatie.naam}`
    : kanaalText(kanaal ?? { platform: 'console', naam: '' });

/** Whom a message could not reach, and what the secretaris can do about it. */
export function undeliveredCard(rows: readonly Undelivered[], now: Temporal.Instant): Card {
  const missed = new Map(rows.map((row) => [nameOf(row), row]));
  const people = [...missed.values()].filter(({ persoon }) => persoon !== null).length;
  const kanalen = missed.size - people;
  const shown = [...missed].slice(0, 20);
  const rest = missed.size - shown.length;
  const count = [
    ...(people > 0 ? [people === 1 ? '1 persoon' : `${people} personen`] : []),
    ...(kanalen > 0 ? [kanalen === 1 ? '1 kanaal' : `${kanalen} kanalen`] : []),
  ];
  return {
    elements: [
      { kind: 'heading', text: `${count.join(' en ')} niet bereikt` },
      { kind: 'text', text: 'Een bericht van Doebot kwam daar niet aan. Neem zelf even contact op.' },
      ...shown.map(([name, { fout }]) => ({
        kind: 'item' as const,
        text: name,
        note: redenVan(fout),
      })),
      ...(rest > 0 ? [{ kind: 'text' as const, text: `… en nog ${rest}` }] : []),
      { kind: 'note', text: standVan(now) },
    ],
  };
}
