import { standVan } from '../actie/actie-card.ts';
import type { Card } from '../chat/card.ts';
import type { PlatformName } from '../chat/platform.ts';
import type { Fout } from '../chat/settle.ts';
import { type Kanaal, kanaalText } from '../volgen/kanaal.ts';

type Gefaald = { fout: string | null; bezorgingen: readonly { platform: PlatformName | null }[] };

/** Who did not take it, or did not answer. */
const WIE: Record<PlatformName, string> = {
  slack: 'Slack',
  teams: 'Teams',
  mail: 'De mailserver',
  console: 'De terminal',
};

/**
 * Why a bericht did not arrive, of what the record says; `bezorgingen`: the attempts, the last at the end, which is the
 * one that it speaks of.
 */
export function redenVan({ fout, bezorgingen }: Gefaald): string {
  const last = bezorgingen.findLast(({ platform }) => platform !== null)?.platform ?? undefined;
  const wie = last ? WIE[last] : 'Slack of Teams';
  const redenen: Record<Fout, string> = {
    niet_gevonden: 'Staat nog niet op Slack of Teams, of heeft Doebot daar nog niet begroet.',
    geweigerd:
      last === 'mail'
        ? 'De mailserver weigerde dit adres. Klopt het?'
        : `${wie} nam het bericht niet aan. Misschien is Doebot geblokkeerd of het account gesloten.`,
    vertrokken: 'Is vertrokken.',
    geen_antwoord: `${wie} gaf een paar uur lang geen antwoord.`,
    kanaal_weg: 'Doebot kan daar niet meer schrijven.',
  };
  return redenen[(fout ?? 'geen_antwoord') as Fout];
}

type Undelivered = Gefaald & {
  persoon: { naam: string; email: string; organisatie: { naam: string } } | null;
  kanaal: Kanaal | null;
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
      ...shown.map(([name, row]) => ({
        kind: 'item' as const,
        text: name,
        note: redenVan(row),
      })),
      ...(rest > 0 ? [{ kind: 'text' as const, text: `… en nog ${rest}` }] : []),
      { kind: 'note', text: standVan(now) },
    ],
  };
}
