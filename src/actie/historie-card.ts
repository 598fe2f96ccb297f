import type { Button, Card, Element } from '../chat/card.ts';
import { PLATFORMEN } from '../chat/platform.ts';
import { momentText } from '../kalender/datum.ts';
import { statusText } from './actie.ts';
import { actieLine, standVan } from './actie-card.ts';
import type { HistorieUpdate } from './show-historie.ts';
import type { StoredActie } from './stored-actie.ts';
import type { Bewerking } from './stored-bewerking.ts';

export type HistoriePage = {
  actie: Pick<StoredActie, 'nummer' | 'titel' | 'bron'>;
  updates: HistorieUpdate[];
  /** The last changes of what the doe-agenda says about it, newest first. */
  bewerkingen: Bewerking[];
  /** How many there are on all pages together. */
  count: number;
  /** The newest on this page, counted from 0. */
  from: number;
  pagina: number;
  pages: number;
  now: Temporal.Instant;
};

/** A page of all that was reported on an actie, newest first. */
export function historieCard(page: HistoriePage): Card {
  const { actie, updates, count, pagina, pages, now } = page;
  const what = count === 1 ? '1 update' : `${count} updates, de nieuwste eerst`;
  const intro =
    count === 0
      ? `Nog geen update. De status komt uit de doe-agenda (${actie.bron}).`
      : `Geschiedenis: ${what}`;
  const where = pages > 1 ? `Pagina ${pagina} van ${pages} · ` : '';
  const buttons = pageButtons(page);
  return {
    elements: [
      { kind: 'heading', text: actieLine(actie) },
      { kind: 'text', text: intro },
      ...updates.map(updateItem),
      ...bewerkingElements(page.bewerkingen),
      { kind: 'note', text: `${where}${standVan(now)}` },
      ...(buttons.length > 0 ? [{ kind: 'buttons' as const, buttons }] : []),
    ],
    shareable: true,
  };
}

/** In characters: eight of them fit in one message of every platform. */
const MAX_SHOWN = 600;

function updateItem(update: HistorieUpdate): Element {
  const { soort, persoon, namens, platform, gemeldOp, intrekking, correcties } = update;
  // What was confirmed unchanged has its words from the one before.
  const cut = soort === 'ongewijzigd' ? '' : short(update.toelichting);
  const by = namens
    ? `${namens.naam}, geregistreerd door ${persoon.naam}, via ${PLATFORMEN[platform]}`
    : `${persoon.naam}, namens ${persoon.organisatie.naam}, via ${PLATFORMEN[platform]}`;
  const withdrawn = intrekking
    ? ` · ingetrokken door ${intrekking.persoon.naam} op ${timeOf(intrekking.gemeldOp)}`
    : '';
  const corrected = correcties[0] ? ` · gecorrigeerd op ${timeOf(correcties[0].gemeldOp)}` : '';
  const mark = intrekking ? '↩ Ingetrokken: ' : update.corrigeertId === null ? '' : '✏ Correctie: ';
  return {
    kind: 'item',
    text: `${mark}${changeText(update)}${cut === '' ? '' : `\n${cut}`}`,
    note: `${timeOf(gemeldOp)} · ${by}${withdrawn}${corrected}`,
  };
}

function bewerkingElements(bewerkingen: readonly Bewerking[]): Element[] {
  if (bewerkingen.length === 0) return [];
  const lines = bewerkingen.map(({ op, wie, wat, velden }) => {
    const what = [
      wat,
      ...velden.map(({ naam, van, naar }) => `${naam}: ${van === '' ? '' : `${van} → `}${naar}`),
    ];
    return `${timeOf(op)} · ${wie} · ${short(what.join('; '))}`;
  });
  return [{ kind: 'text', text: ['In de doe-agenda gewijzigd:', ...lines].join('\n') }];
}

const short = (text: string) =>
  text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN).replace(/[\ud800-\udbff]$/, '')}…` : text;

function changeText({ statusVan, statusNaar }: Pick<HistorieUpdate, 'statusVan' | 'statusNaar'>): string {
  return statusVan === statusNaar
    ? `${statusText(statusNaar)} (ongewijzigd)`
    : `${statusText(statusVan)} → ${statusText(statusNaar)}`;
}

const timeOf = (at: Date) => `${momentText(at.toTemporalInstant())} uur`;

/** By place from the oldest on: an update that is reported before the button is pressed moves nothing. */
function pageButtons({ actie: { nummer }, updates, count, from, pagina, pages }: HistoriePage): Button[] {
  const newest = count - from;
  const to = (label: string, beside: { ouderDan: number } | { nieuwerDan: number }) => {
    return { label, command: 'actie.historie', input: { nummer, ...beside } };
  };
  return [
    ...(pagina > 1 ? [to('Vorige', { nieuwerDan: newest })] : []),
    ...(pagina < pages ? [to('Volgende', { ouderDan: newest - updates.length + 1 })] : []),
  ];
}
