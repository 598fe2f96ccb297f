import { standVan } from '../actie/actie-card.ts';
import type { Card } from '../chat/card.ts';
import { beginText } from '../overleg/vergadering.ts';
import type { Stap } from './aanloop.ts';
import { mensenText } from './skipped-card.ts';
import { soortText } from './soort.ts';

type Of = {
  stap: Stap;
  vergadering: { id: number; begin: Date; overleg: { code: string } };
  bestuurders: readonly { naam: string; organisatie: { naam: string } }[];
  now: Temporal.Instant;
};

/** Asked first: an alderman who gets a message cannot not have got it. */
export function bestuurdersQuestionCard({ stap, vergadering, bestuurders, now }: Of): Card {
  const { id, begin, overleg } = vergadering;
  const naam = soortText(stap);
  const when = `de vergadering van ${overleg.code} op ${beginText(begin.toTemporalInstant())}`;
  const who =
    bestuurders.length === 0
      ? 'Zoals het nu staat, is er geen bestuurder die dit krijgt.'
      : `Dit krijgen dan ook ${bestuurders.length === 1 ? '1 bestuurder' : `${bestuurders.length} bestuurders`}: ${bestuurders.map((one) => `${one.naam} (${one.organisatie.naam})`).join('; ')}.`;
  return {
    elements: [
      { kind: 'heading', text: `${naam} ook aan bestuurders?` },
      { kind: 'text', text: `${who}\nHet geldt alleen voor ${when}.` },
      { kind: 'note', text: `Er is nog niets gewijzigd. ${standVan(now)}` },
      {
        kind: 'buttons',
        buttons: [
          {
            label: 'Aanzetten',
            command: 'overleg.bestuurders.zet',
            input: { vergadering: id, stap, aan: true },
            style: 'primary',
          },
          { label: 'Niet aanzetten', command: 'overleg.aanloop', input: { vergadering: id } },
        ],
      },
    ],
  };
}

export function bestuurdersSwitchedCard({ stap, vergadering, bestuurders, now }: Of, aan: boolean): Card {
  const { id, begin, overleg } = vergadering;
  const naam = soortText(stap);
  const when = `de vergadering van ${overleg.code} op ${beginText(begin.toTemporalInstant())}`;
  const who = mensenText(bestuurders.length);
  return {
    elements: [
      {
        kind: 'text',
        text: aan
          ? `${naam} gaat voor ${when} ook naar bestuurders (nu ${who}).`
          : `${naam} gaat voor ${when} niet naar bestuurders.`,
      },
      { kind: 'note', text: standVan(now) },
      {
        kind: 'buttons',
        buttons: [
          ...(aan
            ? [
                {
                  label: 'Weer uitzetten',
                  command: 'overleg.bestuurders.zet',
                  input: { vergadering: id, stap, aan: false },
                },
              ]
            : []),
          { label: 'Bekijk de aanloop', command: 'overleg.aanloop', input: { vergadering: id } },
        ],
      },
    ],
  };
}
