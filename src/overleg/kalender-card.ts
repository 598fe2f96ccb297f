import { standVan } from '../actie/actie-card.ts';
import type { Card, Element } from '../chat/card.ts';
import { dagText, toLocal } from '../kalender/datum.ts';
import type { KalenderVergadering } from './stored-kalender.ts';
import { beginText, dagVanText, waarText } from './vergadering.ts';

type State = {
  titel: string;
  vergaderingen: readonly KalenderVergadering[];
  /** Where it can be subscribed to, and until when; absent: nowhere. */
  adres: { url: string; tot: Temporal.Instant } | undefined;
  now: Temporal.Instant;
};

/** More than these do not help who reads them in chat. */
const GETOOND = 10;

/** The vergaderingen to come, with the address by which a calendar follows them. */
export function kalenderCard({ titel, vergaderingen, adres, now }: State): Card {
  const coming = vergaderingen.filter(({ status, begin }) => {
    return status === 'gepland' && begin.getTime() > now.epochMilliseconds;
  });
  const rest = coming.length - GETOOND;
  return {
    elements: [
      { kind: 'heading', text: titel },
      ...(adres ? subscribeElements(adres) : [NERGENS]),
      ...(coming.length > 0 ? coming.slice(0, GETOOND).map(itemOf) : [GEEN]),
      ...coming.slice(GETOOND, GETOOND + 1).map((first) => restElement(first, rest)),
      { kind: 'note', text: standVan(now) },
    ],
  };
}

const itemOf = ({ id, overleg, begin, plaats, link }: KalenderVergadering): Element => {
  const where = waarText({ plaats, link });
  const at = begin.toTemporalInstant();
  const label = `Bekijk ${overleg.code} van ${dagVanText(at)}`;
  return {
    kind: 'item',
    text: `${overleg.code}: ${beginText(at)}${where ? ` (${where})` : ''}`,
    buttons: [{ label, command: 'overleg.toon', input: { vergadering: id } }],
  };
};

const GEEN: Element = { kind: 'text', text: 'Er is nog geen vergadering gepland.' };

/** How many are not shown, and how one of them is. */
const restElement = ({ overleg, begin }: KalenderVergadering, rest: number): Element => ({
  kind: 'text',
  text: `En nog ${rest}. Typ bijvoorbeeld «overleg ${overleg.code} van ${dagVanText(begin.toTemporalInstant())}» om er een te zien.`,
});

const subscribeElements = ({ url, tot }: { url: string; tot: Temporal.Instant }): Element[] => [
  { kind: 'text', text: url },
  {
    kind: 'text',
    text: `Neem in je agenda een abonnement op dit adres (in Outlook: «Agenda toevoegen», «Abonneren vanaf internet»). Verandert er iets, dan verandert je agenda mee. Het adres is van jou en werkt tot ${dagText(toLocal(tot).toPlainDate())}. Vraag het daarna opnieuw.`,
  },
];

const NERGENS: Element = {
  kind: 'text',
  text: 'Ik kan je hier geen agenda-abonnement geven, omdat Doebot geen adres heeft dat van buiten te bereiken is. Vraag de beheerder om PUBLIC_URL in te stellen. Dit zijn de data:',
};
