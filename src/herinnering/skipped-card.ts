import { standVan } from '../actie/actie-card.ts';
import type { Button, Card } from '../chat/card.ts';

type Skipped = {
  /** What holds from now on. */
  text: string;
  /** How many messages, to how many people, are planned less or more by it. */
  berichten: number;
  mensen: number;
  undo: Button;
  code: string;
  now: Temporal.Instant;
};

/** What was taken out or put back, how much that is, and the button that undoes it. */
export function skippedCard({ text, berichten, mensen, undo, code, now }: Skipped): Card {
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
          { label: 'Wie krijgt wat', command: 'overleg.herinneringen', input: { code } },
        ],
      },
    ],
  };
}

export const mensenText = (count: number): string => (count === 1 ? '1 persoon' : `${count} personen`);
