import { standVan } from '../actie/actie-card.ts';
import type { Naast, Pagina } from '../actie/pagina.ts';
import type { Als } from '../bereikbaar/ontvanger.ts';
import type { Button, Card, Element } from '../chat/card.ts';
import { momentText } from '../kalender/datum.ts';
import { vergaderingText } from '../overleg/vergadering.ts';
import { STAPPEN } from './aanloop.ts';
import type { Soort } from './herinnering.ts';
import { type Regie, viaText } from './herinneringen-card.ts';
import { soortText } from './soort.ts';
import type { Regel } from './stored-regel.ts';

export type OntvangersPage = Regie & Pagina & { soort: Soort; regels: readonly Regel[] };

/** By which a page knows its place. */
export const keyOf = ({ op, voor, id }: Regel): string =>
  `${String(op.epochMilliseconds).padStart(15, '0')} ${voor.naam} ${id}`;

/** For the secretaris: everybody of one step, with who gets it, when and through what, or what became of it. */
export function ontvangersCard(page: OntvangersPage): Card {
  const { over, soort, regels, pagina, pages, now } = page;
  const shown = regels.slice(page.from, page.to);
  return {
    elements: [
      { kind: 'heading', text: `${soortText(soort)} voor ${over.naam}` },
      { kind: 'text', text: `${vergaderingText(over.begin, now)}.${emptyText(page)}` },
      ...shown.map((regel) => regelElement(regel, page)),
      { kind: 'note', text: `${pages > 1 ? `Pagina ${pagina} van ${pages} · ` : ''}${standVan(now)}` },
      { kind: 'buttons', buttons: buttonsOf(page, shown) },
    ],
  };
}

const emptyText = ({ regels, soort }: OntvangersPage): string =>
  regels.length === 0 ? ` ${soortText(soort)} is niet gepland.` : '';

/** In what capacity somebody gets it, in words. */
export const ALS: Record<Als, string> = {
  zelf: '',
  vervanger: 'vervanger',
  contact: 'contact van de organisatie',
  secretaris: 'secretaris',
};

function regelElement(regel: Regel, { vergadering, overgeslagen }: OntvangersPage): Element {
  const { voor, naar, toestand } = regel;
  const who = naar && naar.als !== 'zelf' ? ` → ${naar.naam} (${ALS[naar.als]})` : '';
  const can = toestand === 'gepland' && !overgeslagen.some(({ id }) => id === voor.id);
  const skip: Button = {
    label: `Sla ${voor.naam} over`.slice(0, 75),
    command: 'overleg.herinneringen.persoon',
    input: { vergadering, persoon: voor.id, over: true },
  };
  return {
    kind: 'item',
    text: `${voor.naam}, ${voor.organisatie}${who}`,
    note: stateText(regel),
    ...(can ? { buttons: [skip] } : {}),
  };
}

function stateText({ toestand, op, platform, reden, beantwoordOp, mislukt, trede }: Regel): string {
  const at = `${momentText(op)} uur`;
  const step = trede > 0 ? `stap ${trede} · ` : '';
  const tries = mislukt > 0 ? ` · ${mislukt === 1 ? '1 poging' : `${mislukt} pogingen`} mislukt` : '';
  switch (toestand) {
    case 'gepland':
      return `${step}${at} · ${viaText(platform)}`;
    case 'vervalt':
      return `${step}vervalt op ${at}: ${reden}`;
    case 'vervallen':
      return `${step}vervallen${reden ? `: ${reden}` : ''}`;
    case 'onderweg':
      return `${step}onderweg sinds ${at}${tries}`;
    case 'niet bezorgd':
      return `${step}⚠ niet bezorgd${tries}`;
    case 'verstuurd':
      return `${step}verstuurd ${at} ${viaText(platform)}${tries} · nog niet beantwoord`;
    case 'beantwoord':
      return `${step}verstuurd ${at} ${viaText(platform)}${tries} · ✔ beantwoord${beantwoordOp ? ` ${momentText(beantwoordOp)} uur` : ''}`;
  }
}

function buttonsOf(page: OntvangersPage, shown: readonly Regel[]): Button[] {
  const { soort, vergadering, regels, pagina, pages, uit } = page;
  const to = (label: string, beside: Naast): Button => {
    const input = { vergadering, soort, ...beside } as Button['input'];
    return { label, command: 'overleg.ontvangers', input };
  };
  const [first, last] = [shown[0], shown.at(-1)];
  const stap = STAPPEN.find((one) => one === soort);
  const planned = regels.some(({ toestand }) => toestand === 'gepland');
  const off = stap !== undefined && uit.includes(stap);
  return [
    ...(pagina > 1 && first ? [to('Vorige', { voor: keyOf(first) })] : []),
    ...(pagina < pages && last ? [to('Volgende', { na: keyOf(last) })] : []),
    ...(stap && planned
      ? [{ label: 'Nu versturen', command: 'overleg.herinneringen.nu', input: { vergadering, stap } }]
      : []),
    ...(stap && (planned || off)
      ? [
          {
            label: off ? `${soortText(stap)} weer aanzetten` : `${soortText(stap)} overslaan`,
            command: 'overleg.herinneringen.stapuit',
            input: { vergadering, stap, uit: !off },
          },
        ]
      : []),
  ];
}
