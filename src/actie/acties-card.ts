import type { Button, Card, Element } from '../chat/card.ts';
import { actieLine, actieNote, standVan } from './actie-card.ts';
import { rondeButton } from './ronde-card.ts';
import type { StoredActie } from './stored-actie.ts';

export type ActiesPage = {
  acties: StoredActie[];
  /** How many there are on all pages together. */
  count: number;
  filter: string;
  /** How the filter was understood; empty: no filter. */
  meaning: string;
  /** It is about the asker's own organisatie. */
  mijn: boolean;
  /** What a word could mean as well. */
  anders: { label: string; filter: string }[];
  /** The asker may report on them. */
  bijwerken: boolean;
  pagina: number;
  pages: number;
  now: Temporal.Instant;
};

/** A page of a list of acties. */
export function actiesCard(page: ActiesPage): Card {
  const { acties, count, meaning, pagina, pages, now } = page;
  const what = count === 1 ? '1 actie' : `${count} acties`;
  const title = meaning === '' ? `Doe-agenda: ${what}` : `${what} · ${meaning}`.slice(0, 500);
  const lines = acties.map(
    (actie): Element => ({ kind: 'item', text: actieLine(actie), note: actieNote(actie) }),
  );
  const where = pages > 1 ? `Pagina ${pagina} van ${pages} · ` : '';
  const elements: Element[] = [{ kind: 'heading', text: title }, ...lines];
  if (count === 0) elements.push({ kind: 'text', text: 'Vraag «acties» voor de hele lijst.' });
  elements.push({ kind: 'note', text: `${where}${standVan(now)}` });
  const buttons = pageButtons(page);
  if (buttons.length > 0) elements.push({ kind: 'buttons', buttons });
  return { elements, shareable: !page.mijn };
}

/** Words that stand in no actie: nothing is shown in their place. */
export function notFoundCard(woorden: string, meaning: string, now: Temporal.Instant): Card {
  const short = woorden.length > 80 ? `${woorden.slice(0, 80)}…` : woorden;
  return {
    elements: [
      { kind: 'text', text: `Niet gevonden. Ik zocht acties met «${short}».` },
      { kind: 'note', text: `Zo begreep ik je vraag: ${meaning.slice(0, 300)} · ${standVan(now)}` },
      { kind: 'buttons', buttons: [{ label: 'Alle acties', command: 'acties', input: {} }] },
    ],
  };
}

/** Only a part of the words was understood: the list of that part is offered, not given as the answer. */
export function partlyCard(found: {
  onbegrepen: readonly string[];
  begrepen: string;
  meaning: string;
  count: number;
}): Card {
  const { onbegrepen, begrepen, meaning, count } = found;
  const lacks = `Wat je met «${onbegrepen.join(' ').slice(0, 80)}» bedoelt, begrijp ik niet.`;
  const said = meaning === '' ? 'alle acties van de doe-agenda' : meaning.slice(0, 300);
  const open = {
    label: `Toon ${count === 1 ? 'die actie' : `die ${count} acties`}`,
    command: 'acties',
    input: { filter: begrepen },
  };
  return {
    elements: [
      { kind: 'text', text: `Bedoel je deze lijst: ${said}? ${lacks}` },
      { kind: 'buttons', buttons: [open, { label: 'Wat kan ik vragen?', command: 'help', input: {} }] },
    ],
  };
}

/** By the nummers on the page, not by its own number: acties may come and go before the button is pressed. */
function pageButtons({ acties, filter, anders, bijwerken, pagina, pages }: ActiesPage): Button[] {
  const other = anders.slice(0, bijwerken ? 1 : 2).map(({ label, filter }) => {
    return { label: `Of: ${label}`.slice(0, 75), command: 'acties', input: { filter } };
  });
  const [first, last] = [acties[0], acties.at(-1)];
  const to = (label: string, beside: { na: number } | { voor: number }) => {
    return { label, command: 'acties', input: { filter, ...beside } };
  };
  return [
    ...(pagina > 1 && first ? [to('Vorige', { voor: first.nummer })] : []),
    ...(pagina < pages && last ? [to('Volgende', { na: last.nummer })] : []),
    ...other,
    ...(bijwerken ? [rondeButton(false)] : []),
  ];
}
