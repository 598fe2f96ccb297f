import { standVan } from '../actie/actie-card.ts';
import type { Als } from '../bereikbaar/ontvanger.ts';
import type { Button, Card } from '../chat/card.ts';
import { ALS } from './ontvangers-card.ts';

type Skipped = {
  /** What holds from now on. */
  text: string;
  /** How many messages, to how many people, are planned less or more by it. */
  berichten: number;
  mensen: number;
  undo: Button;
  vergadering: number;
  now: Temporal.Instant;
};

/** What was taken out or put back, how much that is, and the button that undoes it. */
export function skippedCard({ text, berichten, mensen, undo, vergadering, now }: Skipped): Card {
  const count = `${berichten === 1 ? '1 gepland bericht' : `${berichten} geplande berichten`} aan ${mensenText(mensen)}`;
  const size = berichten === 0 ? 'Er was hiervoor niets gepland.' : `Dit gaat over ${count}.`;
  return {
    elements: [
      { kind: 'text', text: `${text} ${size}` },
      { kind: 'note', text: standVan(now) },
      {
        kind: 'buttons',
        buttons: [
          { ...undo, label: undo.label.slice(0, 75) },
          { label: 'Wie krijgt wat', command: 'overleg.herinneringen', input: { vergadering } },
        ],
      },
    ],
  };
}

export const mensenText = (count: number): string => (count === 1 ? '1 persoon' : `${count} personen`);

/** Who is skipped still gets what is another's: that one waits for an answer. `als`: in what capacities. */
export function skippedText(naam: string, over: string, als: readonly Als[]): string {
  const rollen = als.filter((one) => one !== 'zelf').map((one) => ALS[one]);
  if (rollen.length === 0) return `${naam} krijgt niets meer over ${over}.`;
  const rest = `wat ${naam} als ${rollen.join(' of ')} voor een ander krijgt, komt wel`;
  return `${naam} krijgt zelf niets meer over ${over}; ${rest}.`;
}
