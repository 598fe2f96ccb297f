import type { Als } from '../bereikbaar/ontvanger.ts';
import type { Card } from '../chat/card.ts';
import { type Voor, voorText } from '../herinnering/voor-card.ts';
import { beginText } from '../overleg/vergadering.ts';
import { bereikbaarAls } from '../persoon/persoon.ts';
import { statusText } from './actie.ts';
import { actieLine, laatsteText, meldButtons, standVan } from './actie-card.ts';
import type { StoredActie } from './stored-actie.ts';
import type { Gevraagde } from './stored-verzoek.ts';

/** How many persons are named to who asks. */
const NAMED = 3;

/** For who asked: whom the question goes to, in whose place, and when they get it if that is not now. */
export function requestedCard(
  actie: Pick<StoredActie, 'nummer' | 'titel'>,
  naar: readonly Gevraagde[],
  now: Temporal.Instant,
): Card {
  const rest = naar.length > NAMED ? `; en nog ${naar.length - NAMED}` : '';
  const names = naar.slice(0, NAMED).map(gevraagdeText).join('; ');
  const later = laterText(naar, now);
  return {
    elements: [
      { kind: 'text', text: `Ik vraag om een update van ${actieLine(actie)}` },
      { kind: 'text', text: `Aan: ${names}${rest}` },
      ...(later === '' ? [] : [{ kind: 'text' as const, text: later }]),
      { kind: 'note', text: standVan(now) },
    ],
  };
}

/** What somebody is in whose place they are not. */
const WIE: Record<Als, string> = {
  zelf: '',
  vervanger: 'vervanger van ',
  contact: 'contact, voor ',
  secretaris: 'secretaris, voor ',
};

/** "Trekker TNO (trekker@tno.example), vervanger van Trekker UWV". */
function gevraagdeText({ persoon, als, voor }: Gevraagde): string {
  const [first, ...more] = voor;
  if (!first) return bereikbaarAls(persoon);
  const others = more.length > 0 ? ` en nog ${more.length}` : '';
  return `${bereikbaarAls(persoon)}, ${WIE[als]}${first.naam}${others}`;
}

/** When they get it; empty: now. By then somebody may have reported. */
function laterText(naar: readonly Gevraagde[], now: Temporal.Instant): string {
  const [first] = naar;
  if (!first || naar.every(({ op }) => op.equals(now))) return '';
  if (naar.some(({ op }) => !op.equals(first.op)))
    return 'Wie nu geen werktijd heeft, krijgt de vraag bij het begin van de eigen werktijd.';
  const who = naar.length === 1 ? first.persoon.naam : 'Zij';
  return `${who} ${naar.length === 1 ? 'krijgt' : 'krijgen'} de vraag ${beginText(first.op)}.`;
}

/** For who is asked: who asks, in whose place they are asked, how the actie stands, and the buttons that answer. */
export function verzoekCard(
  actie: StoredActie,
  { vrager, voor }: { vrager: { naam: string; organisatie: { naam: string } }; voor: readonly Voor[] },
  now: Temporal.Instant,
): Card {
  const instead = voorText(voor);
  return {
    elements: [
      { kind: 'heading', text: actieLine(actie) },
      {
        kind: 'text',
        text: `${vrager.naam} (${vrager.organisatie.naam}) hoort graag hoe het staat met deze actie.`,
      },
      ...(instead === '' ? [] : [{ kind: 'text' as const, text: instead }]),
      { kind: 'facts', facts: [{ label: 'Status', value: statusText(actie.status) }] },
      { kind: 'text', text: laatsteText(actie) },
      { kind: 'note', text: standVan(now) },
      { kind: 'buttons', buttons: meldButtons(actie) },
    ],
  };
}
