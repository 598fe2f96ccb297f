import { standVan } from '../actie/actie-card.ts';
import type { Naast, Pagina } from '../actie/pagina.ts';
import type { Button, Card, Element } from '../chat/card.ts';
import { PLATFORMEN, type PlatformName } from '../chat/platform.ts';
import { dagText, tijdText, toLocal } from '../kalender/datum.ts';
import { dagVanText, vergaderingText } from '../overleg/vergadering.ts';
import { STAPPEN, type Stap } from './aanloop.ts';
import type { Soort } from './herinnering.ts';
import type { About } from './herinnering-card.ts';
import { soortText } from './soort.ts';
import type { Regel, Toestand } from './stored-regel.ts';

/** What is sent about one step on one day. */
export type Ronde = { sleutel: string; soort: Soort; trede: number; regels: Regel[] };

/** By which a page knows its place: the day, then the order of the run-up. What goes daily is one, at the end. */
const keyOf = ({ op, soort, trede }: Regel): string => {
  if (soort === 'respons') return '9999 respons';
  const order = String((STAPPEN as readonly Soort[]).indexOf(soort) + 1).padStart(2, '0');
  return `${toLocal(op).toPlainDate()} ${order} ${soort} ${trede}`;
};

/** The place in the list from which what comes after the vergadering stands. */
const sleutelNa = (begin: Temporal.Instant): string => `${toLocal(begin).toPlainDate()} 99`;

/** By step and day, in order of time. */
export function rondesVan(regels: readonly Regel[]): Ronde[] {
  const rondes = [...Map.groupBy(regels, keyOf)].flatMap(([sleutel, same]) => {
    const [first] = same;
    return first ? [{ sleutel, soort: first.soort, trede: first.trede, regels: same }] : [];
  });
  return rondes.sort((a, b) => (a.sleutel < b.sleutel ? -1 : 1));
}

export type Regie = {
  over: About;
  vergadering: number;
  stil: boolean;
  /** Steps and persons that the secretaris took out, for this vergadering only. */
  uit: readonly Stap[];
  overgeslagen: readonly { id: number; naam: string }[];
  /** The one before, of which something is still planned. */
  vorige: { id: number; begin: Temporal.Instant } | undefined;
  now: Temporal.Instant;
};

export type HerinneringenPage = Regie & Pagina & { rondes: readonly Ronde[] };

/** For the secretaris: who gets what and when, by step and day. */
export function herinneringenCard(page: HerinneringenPage): Card {
  const { over, vergadering, stil, vorige, rondes, pagina, pages, now } = page;
  const shown = rondes.slice(page.from, page.to);
  const naast = (label: string, beside: Naast): Button => {
    return { label, command: 'overleg.herinneringen', input: { vergadering, ...beside } as Button['input'] };
  };
  const [first, last] = [shown[0], shown.at(-1)];
  const empty = rondes.length === 0 && !stil;
  return {
    elements: [
      { kind: 'heading', text: `Herinneringen voor ${over.naam}` },
      { kind: 'text', text: `${vergaderingText(over.begin, now)}.` },
      ...(stil ? [{ kind: 'text' as const, text: STIL }] : []),
      ...(pagina === 1 ? outElements(page) : []),
      ...shown.map((ronde) => rondeElement(ronde, page)),
      ...(empty ? [{ kind: 'text' as const, text: 'Er is niets gepland.' }] : []),
      { kind: 'note', text: `${pages > 1 ? `Pagina ${pagina} van ${pages} · ` : ''}${standVan(now)}` },
      {
        kind: 'buttons',
        buttons: [
          ...(pagina > 1 && first ? [naast('Vorige', { voor: first.sleutel })] : []),
          ...(pagina < pages && last ? [naast('Volgende', { na: last.sleutel })] : []),
          ...(vorige
            ? [
                {
                  label: `Na de vergadering van ${dagVanText(vorige.begin)}`,
                  command: 'overleg.herinneringen',
                  input: { vergadering: vorige.id, na: sleutelNa(vorige.begin) },
                },
              ]
            : []),
          { label: 'Logboek', command: 'overleg.herinneringen.log', input: { vergadering } },
          {
            label: stil ? 'Deze vergadering weer aanzetten' : 'Deze vergadering stilzetten',
            command: 'overleg.herinneringen.stil',
            input: { vergadering, stil: !stil },
          },
        ],
      },
    ],
  };
}

const STIL = '✖ Deze vergadering is stilgezet: er wordt niets meer over verstuurd.';

/** What was taken out, with the button that puts it back. */
function outElements({ uit, overgeslagen, vergadering }: HerinneringenPage): Element[] {
  return [
    ...uit.map((stap): Element => {
      const label = `${soortText(stap)} weer aanzetten`;
      const input = { vergadering, stap, uit: false };
      return {
        kind: 'item',
        text: `✖ ${soortText(stap)} is overgeslagen voor deze vergadering`,
        buttons: [{ label, command: 'overleg.herinneringen.stapuit', input }],
      };
    }),
    ...overgeslagen.map(({ id, naam }): Element => {
      const label = `${naam} niet overslaan`.slice(0, 75);
      const input = { vergadering, persoon: id, over: false };
      return {
        kind: 'item',
        text: `✖ ${naam} is overgeslagen voor deze vergadering`,
        buttons: [{ label, command: 'overleg.herinneringen.persoon', input }],
      };
    }),
  ];
}

function rondeElement({ soort, trede, regels }: Ronde, { vergadering }: HerinneringenPage): Element {
  const days = regels.map(({ op }) => toLocal(op).toPlainDate()).sort(Temporal.PlainDate.compare);
  const [first, last] = [days[0], days.at(-1)];
  const day = first && last && !first.equals(last) ? `${dagText(first)} t/m ${dagText(last)}` : undefined;
  const times = [...new Set(regels.map(({ op }) => tijdText(op)))].sort();
  const when = times.length > 1 ? `vanaf ${times[0]} uur` : `${times[0]} uur`;
  const naam = `${soortText(soort)}${trede > 0 ? ` ${trede}` : ''}`;
  return {
    kind: 'item',
    text: `${naam}: ${day ?? (first ? dagText(first) : '')}, ${when}`,
    note: countsText(regels),
    buttons: [
      { label: `${soortText(soort)} bekijken`, command: 'overleg.ontvangers', input: { vergadering, soort } },
    ],
  };
}

/** "29 gepland: 20 via Slack, 9 nog op geen platform · 3 gaan niet uit (er staat niets meer open)". */
function countsText(regels: readonly Regel[]): string {
  const per = Map.groupBy(regels, ({ toestand }) => toestand);
  const count = (toestand: Toestand) => {
    const rows = per.get(toestand) ?? [];
    if (rows.length === 0) return [];
    return [`${rows.length} ${countedText(toestand, rows.length)}${whyText(toestand, rows)}`];
  };
  return TOESTANDEN.flatMap(count).join(' · ');
}

function countedText(toestand: Toestand, count: number): string {
  if (toestand !== 'vervalt') return toestand;
  return count === 1 ? 'gaat niet uit' : 'gaan niet uit';
}

const TOESTANDEN: Toestand[] = [
  'gepland',
  'onderweg',
  'verstuurd',
  'beantwoord',
  'niet bezorgd',
  'vervallen',
  'vervalt',
];

function whyText(toestand: Toestand, rows: readonly Regel[]): string {
  const reasons = [...new Set(rows.flatMap(({ reden }) => reden ?? []))];
  if (toestand !== 'gepland') return reasons.length > 0 ? ` (${reasons.join('; ')})` : '';
  const per = Map.groupBy(rows, ({ platform }) => platform);
  return `: ${[...per].map(([platform, { length }]) => `${length} ${viaText(platform)}`).join(', ')}`;
}

export const viaText = (platform: PlatformName | undefined): string =>
  platform ? `via ${PLATFORMEN[platform]}` : 'nog op geen platform';
