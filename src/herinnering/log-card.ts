import { standVan } from '../actie/actie-card.ts';
import type { Naast, Pagina } from '../actie/pagina.ts';
import type { Button, Card } from '../chat/card.ts';
import { momentText } from '../kalender/datum.ts';
import { beginText, dagVanText } from '../overleg/vergadering.ts';
import type { Soort } from './herinnering.ts';
import { soortText } from './soort.ts';
import { DOELGROEPEN, werkdagenText } from './stap.ts';

type Inhoud = Record<string, unknown>;

const text = (inhoud: Inhoud, name: string): string => {
  const value = inhoud[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};
const stapText = (inhoud: Inhoud): string => soortText(text(inhoud, 'stap') as Soort).toLowerCase();
const dateText = (inhoud: Inhoud, name: string): string =>
  text(inhoud, name) === '' ? '' : beginText(Temporal.Instant.from(text(inhoud, name)));

type Woorden = Record<string, (inhoud: Inhoud) => string>;

/** «zette de plaats van de vergadering van … op «Stadhuis»», or took it away. */
const waarRegel =
  (name: 'plaats' | 'link') =>
  (inhoud: Inhoud): string => {
    const wat = `de ${name} van de vergadering van ${dateText(inhoud, 'van')}`;
    const naar = text(inhoud, name);
    return naar === '' ? `haalde ${wat} weg` : `zette ${wat} op «${naar}»`;
  };

/** What was put off may be of others than who did so: who stands in puts off what they got. */
function vraagText({ personen }: Inhoud): string {
  const count = Array.isArray(personen) ? personen.length : 1;
  return count === 1 ? 'een vraag' : `de vraag aan ${count} personen`;
}

const vakantieText = (inhoud: Inhoud): string => {
  const dagen = inhoud['dagen'];
  return `${text(inhoud, 'naam')} (${Array.isArray(dagen) ? dagen.join('; ') : text(inhoud, 'dagen')})`;
};

/** The lines that name no overleg: the days off of the regio, which move the run-up of all. */
export const REGIOREGELS: Woorden = {
  'vakantie toegevoegd': (inhoud) => `voegde ${vakantieText(inhoud)} toe`,
  'vakantie gewijzigd': (inhoud) => `wijzigde ${vakantieText(inhoud)}`,
  'vakantie weg': (inhoud) => `haalde ${vakantieText(inhoud)} weg`,
  'vakantie telt': (inhoud) =>
    `liet ${vakantieText(inhoud)} ${inhoud['vrij'] === true ? 'meetellen' : 'niet meer meetellen'}`,
};

/** Each line of the log that is about the run-up, in words. */
export const LOGREGELS: Woorden = {
  ...REGIOREGELS,
  'aanloop gewijzigd': (inhoud) =>
    `wijzigde ${stapText(inhoud)}: ${settingText(inhoud['van'])} → ${settingText(inhoud['naar'])}`,
  'persoon overgeslagen': (inhoud) => `sloeg ${text(inhoud, 'naam')} over`,
  'persoon niet meer overgeslagen': (inhoud) => `zette ${text(inhoud, 'naam')} weer aan`,
  'stap overgeslagen': (inhoud) => `sloeg ${stapText(inhoud)} over voor één vergadering`,
  'stap niet meer overgeslagen': (inhoud) => `zette ${stapText(inhoud)} weer aan`,
  'vergadering stilgezet': () => 'zette de vergadering stil',
  'vergadering weer aangezet': () => 'zette de vergadering weer aan',
  'nu verstuurd': (inhoud) => `verstuurde ${stapText(inhoud)} meteen, aan ${text(inhoud, 'mensen')} personen`,
  'opnieuw gevraagd': (inhoud) => `vroeg ${text(inhoud, 'organisatie')} opnieuw`,
  bestuurders: (inhoud) =>
    `zette ${stapText(inhoud)} aan bestuurders ${inhoud['bestuurders'] === true ? 'aan' : 'uit'}`,
  aankondiging: (inhoud) =>
    `zette de aankondiging aan bestuurders ${inhoud['bestuurders'] === true ? 'aan' : 'uit'}`,
  'overleg gepland': (inhoud) => `plande een vergadering op ${dateText(inhoud, 'begin')}`,
  'overleg verplaatst': (inhoud) =>
    `verplaatste de vergadering van ${dateText(inhoud, 'van')} naar ${dateText(inhoud, 'naar')}`,
  'overleg plaats': waarRegel('plaats'),
  'overleg link': waarRegel('link'),
  uitgesteld: (inhoud) => `stelde ${vraagText(inhoud)} uit tot ${dateText(inhoud, 'tot')}`,
  'uitstel ingetrokken': (inhoud) => `trok het uitstel van ${vraagText(inhoud)} in`,
  'overleg geannuleerd': (inhoud) => `zegde de vergadering van ${dateText(inhoud, 'van')} af`,
};

function settingText(of: unknown): string {
  const { werkdagen, tijd, aan, tekst, actief } = (of ?? {}) as Inhoud;
  return [
    ...(typeof werkdagen === 'number' ? [werkdagenText(werkdagen)] : []),
    ...(typeof tijd === 'string' ? [`${tijd} uur`] : []),
    ...(typeof aan === 'string' ? [DOELGROEPEN[aan as keyof typeof DOELGROEPEN] ?? aan] : []),
    ...(typeof tekst === 'string' ? [`«${tekst}»`] : []),
    ...(typeof actief === 'boolean' ? [actief ? 'aan' : 'uit'] : []),
  ].join(', ');
}

type Row = { id: number; op: Date; wat: string; inhoud: unknown; persoon: { naam: string } | null };

/** By which a page knows its place; the newest first. */
export const keyOf = ({ id }: { id: number }): string => String(1_000_000_000_000 - id);

/** Which vergadering it was about, if only one: " · over de vergadering van 14 oktober 2027". */
function overText(inhoud: unknown, { begins }: LogPage): string {
  const id = (inhoud as Inhoud | null)?.['vergadering'];
  const begin = typeof id === 'number' ? begins.get(id) : undefined;
  return begin ? ` · over de vergadering van ${dagVanText(begin)}` : '';
}

type LogPage = Pagina & {
  overleg: { code: string; naam: string };
  /** The one that the log was opened from. */
  vergadering: number;
  rows: readonly Row[];
  /** When each vergadering of the overleg begins, by its number. */
  begins: ReadonlyMap<number, Temporal.Instant>;
  now: Temporal.Instant;
};

/** Who changed what about the run-up of an overleg, the newest first. */
export function logCard(page: LogPage): Card {
  const { overleg, vergadering, rows, from, to, pagina, pages, now } = page;
  const { code } = overleg;
  const shown = rows.slice(from, to);
  const naast = (label: string, beside: Naast): Button => {
    const input = { vergadering, ...beside } as Button['input'];
    return { label, command: 'overleg.herinneringen.log', input };
  };
  const [first, last] = [shown[0], shown.at(-1)];
  return {
    elements: [
      { kind: 'heading', text: `Logboek van ${overleg.naam} (${code})` },
      ...(rows.length === 0 ? [{ kind: 'text' as const, text: 'Er is nog niets gewijzigd.' }] : []),
      ...shown.map(({ op, wat, inhoud, persoon }) => ({
        kind: 'item' as const,
        text: `${persoon?.naam ?? 'Doebot'} ${LOGREGELS[wat]?.((inhoud ?? {}) as Inhoud) ?? wat}`,
        note: `${momentText(op.toTemporalInstant())} uur${overText(inhoud, page)}`,
      })),
      { kind: 'note', text: `${pages > 1 ? `Pagina ${pagina} van ${pages} · ` : ''}${standVan(now)}` },
      {
        kind: 'buttons',
        buttons: [
          ...(pagina > 1 && first ? [naast('Vorige', { voor: keyOf(first) })] : []),
          ...(pagina < pages && last ? [naast('Volgende', { na: keyOf(last) })] : []),
          { label: 'Wie krijgt wat', command: 'overleg.herinneringen', input: { vergadering } },
        ],
      },
    ],
  };
}
