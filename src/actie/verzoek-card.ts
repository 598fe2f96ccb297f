import type { Card } from '../chat/card.ts';
import { bereikbaarAls } from '../persoon/persoon.ts';
import { statusText } from './actie.ts';
import { actieLine, laatsteText, meldButtons, standVan } from './actie-card.ts';
import type { StoredActie } from './stored-actie.ts';

type Person = { naam: string; email: string };

/** How many persons are named to who asks. */
const NAMED = 3;

/** For who asked: whom the question goes to. */
export function requestedCard(
  actie: Pick<StoredActie, 'nummer' | 'titel'>,
  trekkers: readonly Person[],
  now: Temporal.Instant,
): Card {
  const rest = trekkers.length > NAMED ? `; en nog ${trekkers.length - NAMED}` : '';
  const names = trekkers.slice(0, NAMED).map(bereikbaarAls).join('; ');
  return {
    elements: [
      { kind: 'text', text: `Ik vraag om een update van ${actieLine(actie)}` },
      { kind: 'text', text: `Aan: ${names}${rest}` },
      { kind: 'note', text: standVan(now) },
    ],
  };
}

/** For a trekker: who asks, how the actie stands, and the buttons that answer. */
export function verzoekCard(
  actie: StoredActie,
  vrager: { naam: string; organisatie: { naam: string } },
  now: Temporal.Instant,
): Card {
  return {
    elements: [
      { kind: 'heading', text: actieLine(actie) },
      {
        kind: 'text',
        text: `${vrager.naam} (${vrager.organisatie.naam}) hoort graag hoe het staat met deze actie.`,
      },
      { kind: 'facts', facts: [{ label: 'Status', value: statusText(actie.status) }] },
      { kind: 'text', text: laatsteText(actie) },
      { kind: 'note', text: standVan(now) },
      { kind: 'buttons', buttons: meldButtons(actie) },
    ],
  };
}
