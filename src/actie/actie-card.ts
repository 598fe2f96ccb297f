import type { Button, Card, Element } from '../chat/card.ts';
import { momentText } from '../kalender/datum.ts';
import { datumText } from '../kalender/maand.ts';
import { bereikbaarAls } from '../persoon/persoon.ts';
import { isEnded, type Status, statusText, type Trekker, trekkersText } from './actie.ts';
import type { StoredActie } from './stored-actie.ts';
import { meldingNow } from './update.ts';

type Update = NonNullable<StoredActie['laatste']>;

/** What a card of an actie shows beside the actie itself. */
type Around = {
  /** The asker gets the buttons to report on it, others those to ask for it and to follow it. */
  mayUpdate: boolean;
  /** How often in a row nothing had changed, for who is to see that. */
  stil: number;
  /** Why nobody can answer for it. */
  warnings: readonly string[];
};

/** Everything about one actie. */
export function actieCard(
  actie: StoredActie,
  now: Temporal.Instant,
  { mayUpdate, stil, warnings }: Around,
): Card {
  const contact = contactText(actie.trekkers);
  const elements: Element[] = [
    { kind: 'heading', text: `#${actie.nummer} ${actie.titel}` },
    {
      kind: 'facts',
      facts: [
        { label: 'Status', value: standText(actie) },
        { label: 'Trekkers', value: trekkersText(actie.trekkers) },
        ...(contact ? [{ label: 'Contact', value: contact }] : []),
        { label: 'Thema', value: `${actie.thema.nummer}. ${actie.thema.naam}` },
        { label: 'Pijler', value: actie.thema.pijler.naam },
        { label: 'Doelgroep', value: actie.doelgroep },
        { label: 'Bereik', value: bereikText(actie.bereik) },
        { label: 'Financiering', value: actie.financiering },
        ...relatedFacts(actie),
      ],
    },
    { kind: 'text', text: laatsteText(actie) },
    ...meldingFacts(actie),
    ...(stil > 1 ? [{ kind: 'note' as const, text: `${stil} keer achter elkaar ongewijzigd gemeld` }] : []),
    ...(warnings.length > 0 ? [{ kind: 'text' as const, text: warnings.join('\n') }] : []),
    { kind: 'note', text: standVan(now) },
  ];
  const buttons = [
    ...(actie.opgegaanIn === null
      ? mayUpdate
        ? meldButtons(actie)
        : verzoekButtons(actie)
      : [bekijkButton(actie.opgegaanIn)]),
    ...(actie.laatste ? [historieButton(actie)] : []),
    ...(mayUpdate ? [] : [volgButton(actie)]),
  ];
  if (buttons.length > 0) elements.push({ kind: 'buttons', buttons });
  return { elements, shareable: true };
}

/** What the last update says beside its toelichting. */
function meldingFacts(actie: StoredActie): Element[] {
  const { volgendeStap, verwachtOp, knelpunt, document, toelichting } = meldingNow(actie);
  const facts = [
    ...(actie.laatste?.soort === 'ongewijzigd' ? [{ label: 'Toelichting', value: toelichting }] : []),
    { label: 'Volgende stap', value: volgendeStap },
    { label: 'Verwachte datum', value: verwachtOp ? datumText(verwachtOp) : '' },
    { label: 'Bespreken in het overleg', value: knelpunt },
    { label: 'Document', value: document },
  ].filter(({ value }) => value !== '');
  return facts.length > 0 ? [{ kind: 'facts', facts }] : [];
}

/** Who is named for it and has not left, each once. */
function contactText(trekkers: StoredActie['trekkers']): string {
  const named = trekkers.flatMap(({ persoon }) => (persoon && !persoon.vertrokkenOp ? persoon : []));
  return [...new Set(named.map(bereikbaarAls))].join('; ');
}

/** The acties that went up in it, those that were split off it, and the one it was split off. */
function relatedFacts({ gesplitstVan, opgegaan, gesplitst }: StoredActie) {
  const named = (acties: StoredActie['opgegaan']) => acties.map(({ nummer }) => `#${nummer}`).join(', ');
  return [
    ...(opgegaan.length > 0 ? [{ label: 'Samengevoegd met', value: named(opgegaan) }] : []),
    ...(gesplitstVan === null ? [] : [{ label: 'Afgesplitst van', value: `#${gesplitstVan}` }]),
    ...(gesplitst.length > 0 ? [{ label: 'Hiervan afgesplitst', value: named(gesplitst) }] : []),
  ];
}

/** How it stands; of an actie that went up in another one: where it went. */
const standText = ({ status, opgegaanIn }: { status: Status; opgegaanIn?: number | null }): string =>
  typeof opgegaanIn === 'number' ? `➡ Samengevoegd met #${opgegaanIn}` : statusText(status);

export const bekijkButton = (nummer: number): Button => {
  return { label: `Bekijk #${nummer}`, command: 'actie.toon', input: { nummer } };
};

/** "Stand van …": every answer says from when its figures are. */
export const standVan = (now: Temporal.Instant): string => `Stand van ${momentText(now)} uur`;

/** The source writes a bereik in capitals; names of areas keep theirs. */
export function bereikText(bereik: string): string {
  const words = bereik
    .toLowerCase()
    .replaceAll('ijmond', 'IJmond')
    .replaceAll('zuid-kennemerland', 'Zuid-Kennemerland');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The buttons that report on an actie; they know which update they were made after. */
export function meldButtons({ nummer, updateId }: Pick<StoredActie, 'nummer' | 'updateId'>): Button[] {
  return [
    { label: 'Bijwerken', command: 'update.formulier', input: { nummer }, opens: 'form' },
    { label: 'Ongewijzigd', command: 'update.ongewijzigd', input: { nummer, na: updateId ?? 0 } },
  ];
}

/** None where there is nobody to ask, or nothing to ask for. */
function verzoekButtons({ nummer, status, trekkers }: StoredActie): Button[] {
  if (isEnded(status) || trekkers.every(({ organisatie }) => organisatie === null)) return [];
  return [{ label: 'Vraag om update', command: 'update.vraag', input: { nummer } }];
}

const volgButton = ({ nummer }: Pick<StoredActie, 'nummer'>): Button => {
  return { label: 'Volgen', command: 'volgen.begin', input: { wat: `actie ${nummer}`, ik: true } };
};

const historieButton = ({ nummer }: Pick<StoredActie, 'nummer'>): Button => {
  return { label: 'Geschiedenis', command: 'actie.historie', input: { nummer } };
};

export function laatsteText({ laatste, bron }: StoredActie): string {
  if (!laatste) return `Nog geen update. De status komt uit de doe-agenda (${bron}).`;
  return `Laatste update: ${updateText(laatste)}`;
}

/** What an update said, who gave it and when. */
export function updateText({ soort, toelichting, persoon, namens, gemeldOp }: Update): string {
  const names = namens ? `${namens.naam}, geregistreerd door ${persoon.naam}` : persoon.naam;
  const who = `${names}, ${momentText(gemeldOp.toTemporalInstant())} uur`;
  if (soort === 'ongewijzigd') return `ongewijzigd gemeld (${who})`;
  return toelichting === '' ? `alleen de status gemeld (${who})` : `${toelichting} (${who})`;
}

/** In characters: a whole page of lines this long still fits in one message of every platform. */
const MAX_LINE = 200;

const short = (text: string): string =>
  text.length > MAX_LINE ? `${text.slice(0, MAX_LINE).replace(/[\ud800-\udbff]$/, '')}…` : text;

/** One line of a list; the card of the actie has the whole titel. */
export const actieLine = ({ nummer, titel }: Pick<StoredActie, 'nummer' | 'titel'>): string =>
  `#${nummer} ${short(titel)}`;

/** "🟢 Loopt · trekker: UWV": the small print of a line of a list. */
export function actieNote(actie: {
  status: Status;
  opgegaanIn?: number | null;
  trekkers: readonly Trekker[];
}): string {
  return `${standText(actie)} · trekker: ${short(trekkersText(actie.trekkers))}`;
}
