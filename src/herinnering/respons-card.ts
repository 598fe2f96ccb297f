import { standVan } from '../actie/actie-card.ts';
import type { Pagina } from '../actie/pagina.ts';
import type { Button, Card, Element } from '../chat/card.ts';
import { PLATFORMEN } from '../chat/platform.ts';
import { momentText } from '../kalender/datum.ts';
import { beginText } from '../overleg/vergadering.ts';
import type { About } from './herinnering-card.ts';
import type { Openstaand } from './openstaand.ts';
import type { Respons } from './respons.ts';
import { soortText } from './soort.ts';
import type { Gevraagd } from './stored-respons.ts';

/** How many organisaties are named in one line. */
const NAMED = 4;

/** "31 van 46 binnen". */
const standText = ({ binnen, totaal }: Respons): string => `${binnen} van ${totaal} binnen`;

/** "31 van 46 binnen; nog open bij UWV (3), TNO (2) en nog 5." */
function lineText(respons: Respons, per: readonly Openstaand[]): string {
  if (respons.binnen === respons.totaal) return `${standText(respons)}. Alles is binnen.`;
  const most = per.toSorted((a, b) => b.nummers.length - a.nummers.length);
  const named = most.slice(0, NAMED).map(({ naam, nummers }) => `${naam} (${nummers.length})`);
  const rest = per.length > NAMED ? ` en nog ${per.length - NAMED}` : '';
  return `${standText(respons)}; nog open bij ${named.join(', ')}${rest}.`;
}

/** Why the response stays behind, in words; undefined: it does not. */
function achterText({ achter, termijnVoorbij, voorbij, dagen, binnen, totaal }: Respons): string | undefined {
  if (!achter) return undefined;
  return termijnVoorbij
    ? `⚠ De respons blijft achter: de aanlevertermijn is voorbij en er ${totaal - binnen === 1 ? 'staat nog 1 actie' : `staan nog ${totaal - binnen} acties`} open.`
    : `⚠ De respons blijft achter: van de ${dagen} werkdagen tot de aanlevertermijn zijn er ${voorbij} voorbij, en minder dan de helft van wat dan binnen zou zijn, is binnen.`;
}

const toPreview = (vergadering: number): Button => {
  return { label: 'Wie krijgt wat', command: 'overleg.herinneringen', input: { vergadering } };
};

type Line = {
  over: About;
  vergadering: number;
  respons: Respons;
  per: readonly Openstaand[];
  now: Temporal.Instant;
};

/** The daily line for the secretaris. `warns`: it says why the response stays behind, once. */
export function responsLineCard({ over, vergadering, respons, per, now }: Line, warns: boolean): Card {
  const why = warns ? achterText(respons) : undefined;
  return {
    elements: [
      { kind: 'text', text: `${over.naam}, ${beginText(over.begin)}: ${lineText(respons, per)}` },
      ...(why ? [{ kind: 'text' as const, text: why }] : []),
      { kind: 'note', text: standVan(now) },
      {
        kind: 'buttons',
        buttons: [
          { label: 'Bekijk de respons', command: 'overleg.respons', input: { vergadering } },
          toPreview(vergadering),
        ],
      },
    ],
  };
}

export type ResponsPage = Line & Pagina & { shown: readonly Openstaand[]; gevraagden: readonly Gevraagd[] };

/** For the secretaris: what is in, and per organisatie and persoon what is open, who was asked, and what they said. */
export function responsCard(page: ResponsPage): Card {
  const { over, vergadering, respons, per, shown, pagina, pages, now } = page;
  const why = achterText(respons);
  const elements: Element[] = [
    { kind: 'heading', text: `Respons voor ${over.naam}` },
    { kind: 'text', text: `De vergadering is op ${beginText(over.begin)}.\n${lineText(respons, per)}` },
    ...(why ? [{ kind: 'text' as const, text: why }] : []),
    ...shown.map((one) => organisatieElement(one, page)),
    { kind: 'note', text: `${pages > 1 ? `Pagina ${pagina} van ${pages} · ` : ''}${standVan(now)}` },
  ];
  const to = (label: string, beside: { na: string } | { voor: string }): Button => {
    return { label, command: 'overleg.respons', input: { vergadering, ...beside } };
  };
  const [first, last] = [shown[0], shown.at(-1)];
  const buttons = [
    ...(pagina > 1 && first ? [to('Vorige', { voor: keyOf(first) })] : []),
    ...(pagina < pages && last ? [to('Volgende', { na: keyOf(last) })] : []),
    toPreview(vergadering),
  ];
  return { elements: [...elements, { kind: 'buttons', buttons }] };
}

/** By which a page knows its place. */
export const keyOf = ({ id, naam }: Openstaand): string => `${id === null ? 1 : 0} ${naam}`;

function organisatieElement(
  { id, naam, nummers }: Openstaand,
  { gevraagden, vergadering }: ResponsPage,
): Element {
  const open = nummers.map((nummer) => `#${nummer}`).join(', ');
  const people = gevraagden.filter(({ organisaties }) => id !== null && organisaties.includes(id));
  const asked = people.filter(({ open: own }) => own.some(({ bij }) => id !== null && bij.includes(id)));
  const lines = people.flatMap((persoon) => persoonText(persoon, open));
  const note = lines.length > 0 ? lines.join('\n') : '⚠ Hier is nog niemand om te vragen.';
  const again: Button = {
    label: `Vraag ${naam} ${asked.some(({ laatste }) => laatste) ? 'opnieuw' : 'nu'}`.slice(0, 75),
    command: 'overleg.respons.vraag',
    input: { vergadering, organisatie: id ?? 0 },
  };
  return {
    kind: 'item',
    text: `${naam}: nog open ${open}`,
    note,
    ...(asked.length > 0 ? { buttons: [again] } : {}),
  };
}

/** What was asked of somebody, and what became of that. `known`: the acties that the line above it names. */
function persoonText(persoon: Gevraagd, known: string): string[] {
  const { naam, open, nietVanMij, uitgesteld, overgeslagen, alleenTermijn } = persoon;
  const own = open.map(({ nummer }) => `#${nummer}`).join(', ');
  const parts = [
    ...(own === '' || own === known ? [] : [own]),
    ...(own === '' ? [] : [askedText(persoon)]),
    ...(uitgesteld ? [`uitgesteld tot ${momentText(uitgesteld.toTemporalInstant())} uur`] : []),
    ...nietVanMij.map(({ nummer, tekst }) => `#${nummer}: «niet van mij»${tekst ? ` (${tekst})` : ''}`),
    ...(overgeslagen ? ['overgeslagen'] : []),
    ...(alleenTermijn ? ['wil alleen de aanlevertermijn'] : []),
  ];
  return parts.length > 0 ? [`${naam}: ${parts.join(' · ')}`] : [];
}

function askedText({ id, laatste, bereik }: Gevraagd): string {
  const missed = bereik === null ? '' : ' · ⚠ niet te bereiken';
  if (!laatste) return `nog niet gevraagd${missed}`;
  const { bericht, geplandOp, soort, inhoud } = laatste;
  if (bericht?.status === 'mislukt') return '⚠ niet bereikt';
  const at = momentText((bericht?.verzondenOp ?? geplandOp).toTemporalInstant());
  const via = bericht?.platform ? ` via ${PLATFORMEN[bericht.platform]}` : '';
  const to = bericht?.persoon && bericht.persoon.id !== id ? ` aan ${bericht.persoon.naam}` : '';
  const wat =
    typeof inhoud === 'object' && inhoud !== null && 'opnieuw' in inhoud
      ? 'opnieuw gevraagd'
      : soortText(soort).toLowerCase();
  return `gevraagd ${at} uur${to}${via} (${wat})${missed}`;
}
