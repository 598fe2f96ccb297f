import type { Button, Card, Element } from '../chat/card.ts';
import { momentText } from '../kalender/datum.ts';
import { datumText } from '../kalender/maand.ts';
import { isEnded, STATUSSEN, type Status, statusText, type Trekker, trekkersText } from './actie.ts';
import type { StoredActie } from './stored-actie.ts';
import { meldingNow } from './update.ts';

type Update = NonNullable<StoredActie['laatste']>;

/**
 * Everything about one actie. `mayUpdate`: the asker gets the buttons to report on it, others those to ask for it and to
 * follow it.
 * `stil`: how often in a row nothing had changed, for who is to see that.
 */
export function actieCard(
  actie: StoredActie,
  now: Temporal.Instant,
  { mayUpdate, stil }: { mayUpdate: boolean; stil: number },
): Card {
  const elements: Element[] = [
    { kind: 'heading', text: `#${actie.nummer} ${actie.titel}` },
    {
      kind: 'facts',
      facts: [
        { label: 'Status', value: statusText(actie.status) },
        { label: 'Trekkers', value: trekkersText(actie.trekkers) },
        { label: 'Thema', value: `${actie.thema.nummer}. ${actie.thema.naam}` },
        { label: 'Pijler', value: actie.thema.pijler.naam },
        { label: 'Doelgroep', value: actie.doelgroep },
        { label: 'Bereik', value: bereikText(actie.bereik) },
        { label: 'Financiering', value: actie.financiering },
      ],
    },
    { kind: 'text', text: laatsteText(actie) },
    ...meldingFacts(actie),
    ...(stil > 1 ? [{ kind: 'note' as const, text: `${stil} keer achter elkaar ongewijzigd gemeld` }] : []),
    { kind: 'note', text: standVan(now) },
  ];
  const buttons = [
    ...(mayUpdate ? meldButtons(actie) : verzoekButtons(actie)),
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

/** "Stand van …": every answer says from when its figures are. */
export const standVan = (now: Temporal.Instant): string => `Stand van ${momentText(now)} uur`;

/** The source writes a bereik in capitals; names of areas keep theirs. */
function bereikText(bereik: string): string {
  const words = bereik
    .toLowerCase()
    .replaceAll('ijmond', 'IJmond')
    .replaceAll('zuid-kennemerland', 'Zuid-Kennemerland');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The buttons that report on an actie; they know which update they were made after. */
export function meldButtons({ nummer, updateId }: Pick<StoredActie, 'nummer' | 'updateId'>): Button[] {
  return [
    { label: 'Bijwerken', command: 'update.formulier', input: { nummer } },
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

/** One line of a list. */
export const actieLine = ({ nummer, titel }: Pick<StoredActie, 'nummer' | 'titel'>): string =>
  `#${nummer} ${titel}`;

/** "🟢 Loopt · trekker: UWV": the small print of a line of a list. */
export function actieNote({ status, trekkers }: { status: Status; trekkers: readonly Trekker[] }): string {
  return `${STATUSSEN[status].icoon} ${STATUSSEN[status].naam} · trekker: ${trekkersText(trekkers)}`;
}
