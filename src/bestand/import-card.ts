import { standVan } from '../actie/actie-card.ts';
import type { Button, Card, Element } from '../chat/card.ts';
import { kort, MAX_RIJEN } from './blad.ts';
import type { Proef } from './stored-import.ts';
import type { Verschil } from './verschil.ts';

/** How many lines a page has: what fits one message on every platform. */
const PAGE = 10;

const text = (text: string): Element => ({ kind: 'text', text });
const note = (text: string): Element => ({ kind: 'note', text });
const acties = (count: number): string => (count === 1 ? '1 actie' : `${count} acties`);

/** One thing that a file would change, or that is wrong in it. */
export type Regel = { text: string; note?: string };

/** Errors first, then what is new and what changes, in the order of the file. `max`: characters of a text. */
export function regelsVan({ fouten, nieuw, gewijzigd }: Verschil, max = 120): Regel[] {
  const wat = (waarde: string) => (waarde === '' ? '(leeg)' : `«${kort(waarde, max)}»`);
  return [
    ...fouten.map(({ cel, zin }) => ({ text: `❌ ${cel ? `${cel}: ` : ''}${zin}` })),
    ...nieuw.map(({ nummer, titel }) => ({ text: `➕ Nieuw: #${nummer} ${kort(titel, max)}` })),
    ...gewijzigd.map(({ nummer, titel, velden }) => ({
      text: `✏️ #${nummer} ${kort(titel, 60)}`,
      note: velden.map(({ veld, van, naar }) => `${veld}: ${wat(van)} → ${wat(naar)}`).join('\n'),
    })),
  ];
}

/** "2 nieuw, 1 gewijzigd, 43 ongewijzigd, 0 fouten". */
export function tellingText({ nieuw, gewijzigd, ongewijzigd, fouten }: Verschil): string {
  const wrong = fouten.length === 1 ? '1 fout' : `${fouten.length} fouten`;
  return `${nieuw.length} nieuw, ${gewijzigd.length} gewijzigd, ${ongewijzigd} ongewijzigd, ${wrong}`;
}

/** What is good to know and not wrong: columns that are not read, acties that the file does not name. */
export function meldingen({
  gelezen: { genegeerd },
  verschil: { ontbreekt },
}: Pick<Proef, 'gelezen' | 'verschil'>) {
  const one = ontbreekt === 1;
  return [
    ...(genegeerd.length > 0
      ? [
          `Niet gelezen: ${genegeerd.length === 1 ? 'de kolom' : 'de kolommen'} ${kort(genegeerd.join(', '), 200)}.`,
        ]
      : []),
    ...(ontbreekt > 0
      ? [
          `${acties(ontbreekt)} ${one ? 'staat' : 'staan'} niet in het bestand. Die ${one ? 'blijft zoals die is' : 'blijven zoals ze zijn'}.`,
        ]
      : []),
  ];
}

/** What a file would change, a page at a time. */
export function proefCard(proef: Proef, asked: number, now: Temporal.Instant): Card {
  const { bestand, verschil, anders } = proef;
  const regels = regelsVan(verschil);
  const pages = Math.max(1, Math.ceil(regels.length / PAGE));
  const pagina = Math.min(asked, pages);
  const shown = regels.slice((pagina - 1) * PAGE, pagina * PAGE);
  const buttons = proefButtons(proef, pagina, pages);
  const where = pages > 1 ? `Pagina ${pagina} van ${pages} · ` : '';
  return {
    elements: [
      { kind: 'heading', text: `Proef: ${kort(bestand, 80)}` },
      ...(anders ? [text(CHANGED)] : []),
      text(`${tellingText(verschil)}.`),
      ...meldingen(proef).map(note),
      ...shown.map((regel): Element => ({ kind: 'item', ...regel })),
      text(nextText(verschil)),
      note(`${where}${standVan(now)}`),
      ...(buttons.length > 0 ? [{ kind: 'buttons' as const, buttons }] : []),
    ],
  };
}

const CHANGED =
  'De doe-agenda is intussen veranderd. Er is nog niets toegepast: dit is wat het bestand nu zou veranderen.';

function nextText({ fouten, nieuw, gewijzigd }: Verschil): string {
  if (fouten.length > 0) return 'Er is niets veranderd. Verbeter de fouten en stuur het bestand opnieuw.';
  if (nieuw.length + gewijzigd.length === 0)
    return 'Het bestand is gelijk aan de doe-agenda: er valt niets te veranderen.';
  return 'Er is nog niets veranderd. «Toepassen» voert alles in één keer door.';
}

function proefButtons(
  { id, verschil: { fouten, nieuw, gewijzigd } }: Proef,
  pagina: number,
  pages: number,
): Button[] {
  const canApply = fouten.length === 0 && nieuw.length + gewijzigd.length > 0;
  const to = (label: string, page: number) => {
    return { label, command: 'import.toon', input: { import: id, pagina: page } };
  };
  return [
    ...(canApply
      ? [
          {
            label: 'Toepassen',
            command: 'import.toepassen',
            input: { import: id },
            style: 'primary' as const,
          },
          { label: 'Annuleren', command: 'import.annuleer', input: { import: id } },
        ]
      : []),
    ...(pagina > 1 ? [to('Vorige', pagina - 1)] : []),
    ...(pagina < pages ? [to('Volgende', pagina + 1)] : []),
  ];
}

export function appliedCard({ bestand, verschil }: Proef, now: Temporal.Instant): Card {
  const { nieuw, gewijzigd, ongewijzigd } = verschil;
  const [first, last] = [nieuw.at(0)?.nummer, nieuw.at(-1)?.nummer];
  const which =
    first === undefined ? '' : first === last ? ` (#${first})` : ` (#${first} tot en met #${last})`;
  return {
    elements: [
      { kind: 'heading', text: `Toegepast: ${kort(bestand, 80)}` },
      text(`${nieuw.length} nieuw${which}, ${gewijzigd.length} gewijzigd, ${ongewijzigd} ongewijzigd.`),
      note(standVan(now)),
    ],
  };
}

export function cancelledCard(bestand: string, now: Temporal.Instant): Card {
  return {
    elements: [text(`Geannuleerd: er is niets veranderd door «${kort(bestand, 80)}».`), note(standVan(now))],
  };
}

export function howCard(): Card {
  return {
    elements: [
      { kind: 'heading', text: 'Acties importeren' },
      text(
        'Stuur me hier, in ons eigen gesprek, een XLSX- of CSV-bestand. Je ziet eerst wat er zou veranderen; daarna kies je zelf of het wordt toegepast.',
      ),
      text('Begin met een export: typ «export». Een actie zonder nummer in het bestand is een nieuwe actie.'),
      note(`Hoogstens ${MAX_RIJEN} acties en 10 MB.`),
    ],
  };
}
