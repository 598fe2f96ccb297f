import type { Button, Card, Element } from '../chat/card.ts';
import { actieLine, actieNote, standVan } from './actie-card.ts';
import type { StoredActie } from './stored-actie.ts';

export type ActiesPage = {
  acties: StoredActie[];
  /** How many there are on all pages together. */
  count: number;
  filter: string;
  /** How the filter was understood; empty: no filter. */
  meaning: string;
  pagina: number;
  pages: number;
  now: Temporal.Instant;
};

/** A page of a list of acties. */
export function actiesCard(page: ActiesPage): Card {
  const { acties, count, meaning, pagina, pages, now } = page;
  const what = count === 1 ? '1 actie' : `${count} acties`;
  const title = meaning === '' ? `Doe-agenda: ${what}` : `${what} · ${meaning}`;
  const lines = acties.map(
    (actie): Element => ({ kind: 'item', text: actieLine(actie), note: actieNote(actie) }),
  );
  const where = pages > 1 ? `Pagina ${pagina} van ${pages} · ` : '';
  const elements: Element[] = [{ kind: 'heading', text: title }, ...lines];
  if (count === 0) elements.push({ kind: 'text', text: 'Vraag «acties» voor de hele lijst.' });
  elements.push({ kind: 'note', text: `${where}${standVan(now)}` });
  const buttons = pageButtons(page);
  if (buttons.length > 0) elements.push({ kind: 'buttons', buttons });
  return { elements };
}

function pageButtons({ filter, pagina, pages }: ActiesPage): Button[] {
  const to = (label: string, page: number) => ({ label, command: 'acties', input: { filter, pagina: page } });
  return [
    ...(pagina > 1 ? [to('Vorige', pagina - 1)] : []),
    ...(pagina < pages ? [to('Volgende', pagina + 1)] : []),
  ];
}
