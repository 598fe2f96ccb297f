import { statusText, trekkersText } from '../actie/actie.ts';
import { actieLine, laatsteText, standVan } from '../actie/actie-card.ts';
import type { StoredActie } from '../actie/stored-actie.ts';
import { changedFacts, statusChange } from '../actie/update-card.ts';
import type { Button, Card, Element } from '../chat/card.ts';
import { momentText } from '../kalender/datum.ts';
import { type Onderwerp, onderwerpText } from './abonnement.ts';
import type { Nieuws } from './nieuws.ts';

/** How many acties one message tells of; the others are counted. */
const NAMED = 12;
/** In a list a toelichting is cut at this many characters. */
const SHORT = 200;

const showButton = (nummer: number): Button => {
  return { label: `Bekijk #${nummer}`, command: 'actie.toon', input: { nummer } };
};

/** For a persoon: one actie whole, several as a list. */
export function forPersoonCard(nieuws: readonly Nieuws[], now: Temporal.Instant): Card {
  const [only, ...more] = nieuws;
  if (only && more.length === 0) return oneCard(only);
  const shown = nieuws.slice(0, NAMED);
  const rest = nieuws.length - shown.length;
  return {
    elements: [
      { kind: 'heading', text: `${nieuws.length} acties die je volgt zijn gewijzigd` },
      ...shown.map((one): Element => {
        const { actie } = one;
        return {
          kind: 'item',
          text: actieLine(actie),
          note: lineOf(one),
          buttons: [showButton(actie.nummer)],
        };
      }),
      ...(rest > 0
        ? [{ kind: 'text' as const, text: `… en nog ${rest}. Typ «sinds gisteren» voor alles.` }]
        : []),
      { kind: 'note', text: standVan(now) },
      { kind: 'buttons', buttons: [LIST] },
    ],
  };
}

const LIST: Button = { label: 'Wat volg ik?', command: 'volgen.lijst', input: {} };

function oneCard(nieuws: Nieuws): Card {
  const { actie } = nieuws;
  return {
    elements: [
      { kind: 'heading', text: actieLine(actie) },
      { kind: 'text', text: 'Er is iets gewijzigd bij een actie die je volgt.' },
      ...changeElements(nieuws),
      { kind: 'buttons', buttons: [showButton(actie.nummer), LIST] },
    ],
  };
}

/** For everybody in a kanaal, in the thread of the actie: nothing to press. */
export function reactieCard(nieuws: Nieuws): Card {
  return { elements: changeElements(nieuws) };
}

function changeElements(nieuws: Nieuws): Element[] {
  const { van, naar, gecorrigeerd, ingetrokken } = nieuws;
  if (ingetrokken) {
    const text = `↩ Ingetrokken. De status is weer ${statusText(van.status)}.`;
    return [
      { kind: 'text', text },
      { kind: 'note', text: byText(nieuws) },
    ];
  }
  const said = naar.toelichting !== '' && naar.toelichting !== van.toelichting;
  const facts = [
    { label: 'Status', value: statusChange(van.status, naar.status) },
    ...(said ? [{ label: 'Toelichting', value: naar.toelichting }] : []),
    ...changedFacts(van, naar),
  ];
  return [
    ...(gecorrigeerd ? [{ kind: 'text' as const, text: '✎ Gecorrigeerd' }] : []),
    { kind: 'facts', facts },
    { kind: 'note', text: byText(nieuws) },
  ];
}

const byText = ({ wie, op }: Nieuws): string => `Gemeld door ${wie}, ${momentText(op)} uur`;

function lineOf(nieuws: Nieuws): string {
  const { van, naar, ingetrokken, gecorrigeerd } = nieuws;
  if (ingetrokken) return `↩ Ingetrokken · ${byText(nieuws)}`;
  const text = naar.toelichting.length > SHORT ? `${naar.toelichting.slice(0, SHORT)}…` : naar.toelichting;
  const parts = [
    gecorrigeerd ? '✎ Gecorrigeerd' : '',
    statusChange(van.status, naar.status),
    text,
    byText(nieuws),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

/** Begins the thread of an actie in a kanaal, and shows it as it is now. */
export function draadCard(actie: StoredActie, now: Temporal.Instant): Card {
  return {
    elements: [
      { kind: 'heading', text: actieLine(actie) },
      {
        kind: 'facts',
        facts: [
          { label: 'Status', value: statusText(actie.status) },
          { label: 'Trekkers', value: trekkersText(actie.trekkers) },
          { label: 'Thema', value: `${actie.thema.nummer}. ${actie.thema.naam}` },
        ],
      },
      { kind: 'text', text: laatsteText(actie) },
      {
        kind: 'note',
        text: `${standVan(now)} · Dit kanaal volgt deze actie; wat er wijzigt staat hieronder.`,
      },
      { kind: 'buttons', buttons: [showButton(actie.nummer)] },
    ],
  };
}

/** For everybody in a kanaal: what it follows from now on, who set that, and how it stops. */
export function welkomCard(
  onderwerp: Onderwerp,
  door: { naam: string; organisatie: { naam: string } },
): Card {
  return {
    elements: [
      { kind: 'text', text: `Dit kanaal volgt vanaf nu ${onderwerpText(onderwerp)}.` },
      {
        kind: 'note',
        text: `Ingesteld door ${door.naam} (${door.organisatie.naam}). Wat er wijzigt komt hier te staan: één bericht per actie, met de wijzigingen eronder. Wil je stoppen? Vraag Doebot in dit kanaal «kanaal volgt».`,
      },
    ],
  };
}
