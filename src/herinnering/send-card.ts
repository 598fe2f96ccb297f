import { standVan } from '../actie/actie-card.ts';
import type { Card } from '../chat/card.ts';
import { momentText } from '../kalender/datum.ts';
import { beginText } from '../overleg/vergadering.ts';
import type { Stap } from './aanloop.ts';
import { mensenText } from './skipped-card.ts';
import { soortText } from './soort.ts';

type Send = {
  stap: Stap;
  vergadering: { id: number; begin: Date; overleg: { code: string } };
  /** How many get it at once, how many later and the first of them when, and for how many it has no use. */
  nu: number;
  later: number;
  eerst: Temporal.Instant | undefined;
  niet: number;
  now: Temporal.Instant;
};

function outlookText({ nu, later, eerst, niet }: Send, done: boolean): string {
  const krijgen = (count: number) => (count === 1 ? 'krijgt' : 'krijgen');
  return [
    `${mensenText(nu)} ${krijgen(nu)} het ${done ? 'nu' : 'meteen'}.`,
    ...(later > 0 && eerst
      ? [
          `${mensenText(later)} ${krijgen(later)} het later, vanaf ${momentText(eerst)} uur: dan is het voor hen weer werktijd, of ze zijn vandaag al gevraagd.`,
        ]
      : []),
    ...(niet > 0
      ? [
          `${mensenText(niet)} ${krijgen(niet)} het niet, omdat er niets openstaat, er niemand is, of ze vandaag al een latere stap kregen.`,
        ]
      : []),
  ].join(' ');
}

/** Nothing has been sent yet. */
export function sendQuestionCard(send: Send): Card {
  const { stap, vergadering, now } = send;
  const { id, begin, overleg } = vergadering;
  const naam = soortText(stap);
  return {
    elements: [
      { kind: 'heading', text: `${naam} nu versturen?` },
      {
        kind: 'text',
        text: `Voor de vergadering van ${overleg.code} op ${beginText(begin.toTemporalInstant())}. ${outlookText(send, false)} Op de dag die gepland was, krijgen ze het niet nog een keer.`,
      },
      { kind: 'note', text: `Er is nog niets verstuurd. ${standVan(now)}` },
      {
        kind: 'buttons',
        buttons: [
          {
            label: `${naam} nu versturen`,
            command: 'overleg.herinneringen.verstuur',
            input: { vergadering: id, begin: begin.toISOString(), stap },
            style: 'primary',
          },
          { label: 'Niet versturen', command: 'overleg.herinneringen', input: { vergadering: id } },
        ],
      },
    ],
  };
}

export function sentNowCard(send: Send): Card {
  const { stap, vergadering, now } = send;
  return {
    elements: [
      { kind: 'text', text: `${soortText(stap)} wordt verstuurd. ${outlookText(send, true)}` },
      { kind: 'note', text: standVan(now) },
      {
        kind: 'buttons',
        buttons: [
          {
            label: `${soortText(stap)} bekijken`,
            command: 'overleg.ontvangers',
            input: { vergadering: vergadering.id, soort: stap },
          },
        ],
      },
    ],
  };
}
