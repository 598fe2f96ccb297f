import { standVan } from '../actie/actie-card.ts';
import type { Card } from '../chat/card.ts';
import { PLATFORMEN } from '../chat/platform.ts';
import type { Dagen } from '../kalender/werkdag.ts';
import { afwezigText } from './afwezig-card.ts';
import { beginTextIn } from './datumtaal.ts';
import { DATUMTALEN, dagenInWoorden } from './instelling.ts';
import type { Ingesteld } from './stored-instelling.ts';

export type Parts = {
  instelling: Ingesteld;
  volgende: { op: Temporal.Instant; wat: string } | undefined;
  afwezig: readonly (Dagen & { vervanger: { naam: string } | null })[];
  /** What was changed just now; undefined: it is only shown. */
  saved?: string | undefined;
  today: Temporal.PlainDate;
  now: Temporal.Instant;
};

/** How somebody is reminded, and when next. */
export function instellingenCard({ instelling, volgende, afwezig, saved, today, now }: Parts): Card {
  const { platform, dagen, tijd, datums, alleenTermijn } = instelling;
  return {
    elements: [
      { kind: 'heading', text: 'Zo word je herinnerd' },
      ...(saved ? [{ kind: 'text' as const, text: saved }] : []),
      {
        kind: 'facts',
        facts: [
          { label: 'Via', value: platform ? PLATFORMEN[platform] : 'waar je het laatst was' },
          { label: 'Dagen', value: dagenInWoorden(dagen) },
          { label: 'Tijd', value: tijd ? `vanaf ${tijd} uur` : 'gewoon (meestal 09:00 uur)' },
          { label: 'Datums', value: DATUMTALEN[datums] },
          { label: 'Waarover', value: alleenTermijn ? ALLEEN_TERMIJN : 'alles' },
          { label: 'Volgende herinnering', value: nextText({ instelling, volgende, now }) },
          ...(afwezig.length > 0
            ? [{ label: 'Afwezig', value: afwezig.map((row) => afwezigText(row, today)).join('; ') }]
            : []),
        ],
      },
      { kind: 'note', text: standVan(now) },
      {
        kind: 'buttons',
        buttons: [
          { label: 'Wijzigen', command: 'instellingen.formulier', input: {}, opens: 'form' },
          { label: 'Afwezig melden', command: 'afwezig.formulier', input: {}, opens: 'form' },
        ],
      },
    ],
  };
}

const ALLEEN_TERMIJN = 'alleen de aanlevertermijn (en een vraag om akkoord, één keer)';

/** Whether it is sent, is decided then: when nothing is open any more, it is not. */
function nextText({ instelling, volgende, now }: Pick<Parts, 'instelling' | 'volgende' | 'now'>): string {
  if (!volgende) return 'er is niets gepland';
  if (Temporal.Instant.compare(volgende.op, now) <= 0) return `binnenkort: ${volgende.wat}`;
  return `${beginTextIn(instelling.datums, volgende.op)}: ${volgende.wat}, als er dan nog iets openstaat`;
}
