import { actieLine, bekijkButton, bereikText, standVan } from '../actie/actie-card.ts';
import type { Card } from '../chat/card.ts';
import { trekkersText } from './actie-form.ts';
import type { TrekkerGevolg } from './stored-gevolg.ts';
import { type Deel, VELDEN, VELDNAMEN, type Veld } from './velden.ts';

export type Fact = { label: string; value: string };

/** The names of themas, by number. */
export type Themanamen = ReadonlyMap<number, string>;

function veldText(veld: Veld, of: Deel, themas: Themanamen): string {
  switch (veld) {
    case 'thema':
      return of.thema === undefined ? '' : `${of.thema}. ${themas.get(of.thema) ?? ''}`;
    case 'trekkers':
      return trekkersText(of.trekkers ?? []);
    case 'bereik':
      return bereikText(of.bereik ?? '');
    case 'titel':
    case 'doelgroep':
    case 'financiering':
      return of[veld] ?? '';
  }
}

/** Each field that changes, old → new; of something new only what it is. */
export function veldFacts(van: Deel, naar: Deel, themas: Themanamen): Fact[] {
  return VELDNAMEN.filter((veld) => naar[veld] !== undefined).map((veld) => {
    const [old, now] = [veldText(veld, van, themas), veldText(veld, naar, themas)];
    return { label: VELDEN[veld].naam, value: old === '' ? now : `${old} → ${now}` };
  });
}

/** How many organisaties are named one by one. */
const NAMED = 4;

/** What becomes of herinneringen when others carry an actie, a sentence for each organisatie. */
export function trekkerZinnen(gevolgen: readonly TrekkerGevolg[]): string[] {
  const lines = gevolgen.slice(0, NAMED).map(trekkerZin);
  const rest = gevolgen.length - lines.length;
  return rest > 0 ? [...lines, `… en nog ${rest} organisaties.`] : lines;
}

function trekkerZin({ organisatie, erbij, personen, herinneringen }: TrekkerGevolg): string {
  if (personen === 0 && erbij)
    return `Bij ${organisatie} is nog geen trekker bekend: niemand krijgt daar een herinnering.`;
  if (erbij) return `${organisatie} krijgt voortaan herinneringen over deze actie en kan erop melden.`;
  const waiting =
    herinneringen > 0
      ? ` Er ${herinneringen === 1 ? 'staat nog 1 herinnering' : `staan nog ${herinneringen} herinneringen`} gepland; die gaan niet meer over deze actie.`
      : '';
  return `${organisatie} kan niet meer op deze actie melden.${waiting}`;
}

/** A change that was made, with what it changed. */
export function savedCard(
  lead: string,
  acties: readonly { nummer: number; titel: string }[],
  facts: Fact[],
  now: Temporal.Instant,
): Card {
  const lines = acties.map(actieLine);
  return {
    elements: [
      { kind: 'text', text: acties.length === 1 ? `${lead} ${lines[0]}` : [lead, ...lines].join('\n') },
      ...(facts.length > 0 ? [{ kind: 'facts' as const, facts }] : []),
      { kind: 'note', text: standVan(now) },
      { kind: 'buttons', buttons: acties.map(({ nummer }) => bekijkButton(nummer)) },
    ],
  };
}

/** `highest`: the highest number that was ever given. */
export const nummerZin = (highest: number): string =>
  `De nieuwe actie krijgt het volgende vrije nummer (nu #${highest + 1}) en de status nader uit te werken.`;

type Merged = { nummer: number; trekkers: readonly { aanduiding: string }[]; updateId: number | null };

/** What becomes of both when `gaat` goes up in `blijft`. */
export function mergeZinnen(blijft: { nummer: number }, gaat: Merged): string[] {
  const reported = gaat.updateId === null ? '' : ' met alles wat erop is gemeld';
  return [
    `#${gaat.nummer} blijft te lezen${reported}, maar telt niet meer mee en staat niet meer in de lijst. Wie erom vraagt, ziet dat hij is samengevoegd met #${blijft.nummer}.`,
    `Op #${gaat.nummer} kan niemand meer melden, en er gaan geen herinneringen meer over.`,
    'Dit kun je niet terugdraaien.',
  ];
}

/** What becomes of an actie that ends. */
export function closeZinnen(gevolgen: readonly TrekkerGevolg[]): string[] {
  const waiting = gevolgen.reduce((sum, { herinneringen }) => sum + herinneringen, 0);
  const about =
    waiting > 0 ? ` De ${waiting} geplande herinneringen aan de trekkers gaan er niet meer over.` : '';
  return [`Er wordt niet meer om een update van deze actie gevraagd.${about}`];
}
