import { isAanleiding, isVraagtaal } from './gewoon.ts';
import type { Said } from './lezing.ts';
import { formsOf } from './werkwoord.ts';
import { plain } from './woord.ts';

const words = (text: string): string[] => text.trim().split(/\s+/);
const verbs = (text: string): string[] => words(text).flatMap(formsOf);

/** By these a list is asked for; they narrow nothing, so that a list may leave them out. */
const VRAGEND = new Set([
  ...words(`actie acties aktie akties actiepunt actiepunten actielijst doeagenda agenda project projecten initiatief initiatieven
    onderwerp onderwerpen punt punten zaken ding dingen nummer nummers nrs titel titels naam namen lijst lijstje opsomming overzicht overzichtje
    rij rijtje info informatie stuk stuks hoeveel hoevele hvl aantal aantallen totaal totale veel staat staan stond ziet eruit geheel gedeeltelijk
    deels volledig helemaal eigenlijk precies misschien toevallig zeker echt inderdaad natuurlijk gewoon inmiddels ondertussen intussen
    momenteel moment thans vandaag straks huidig huidige actueel actuele bekend alleen enkel uitsluitend slechts samen gezamenlijk gezamenlijke
    mede toe zien doen doet behoeve vooralsnog tijd bepaald bepaalde belangstelling gezien gegeven genoemd genoemde gekregen gebeurd gebeurt speelt spelen
    regio arbeidsmarktregio doe bijpraten hoogte kort snel even bestaat bestaan kant plek deel onderdeel`),
  ...verbs(`vragen weten zeggen vertellen mededelen meedelen berichten informeren aangeven doorgeven opgeven geven tonen sturen zoeken opzoeken
    uitzoeken nakijken bekijken kijken horen lezen inzien nagaan vernemen ontvangen krijgen nemen noemen vermelden opnoemen opsommen verstrekken
    verschaffen delen hebben bestaan bevatten omvatten tellen meetellen rekenen zitten vallen behoren komen gaan vormen treden betreffen maken
    gelden heten staan toesturen inlichten laten spelen gebeuren meerekenen`),
]);

/** What says of which kind the filter beside it is: understood where one of that kind was read. */
const BIJ: { soorten: Said['soort'][]; woorden: Set<string> }[] = [
  {
    soorten: ['trekker', 'groep', 'mijn', 'zonder_trekker', 'zonder_contact'],
    woorden: new Set([
      ...words(`trekker trekkers trekkersrol trekkerschap medetrekker kar verantwoordelijk verantwoordelijke verantwoordelijken eigenaar
        eigenaren organisatie organisaties partij partijen hoede rol bezig zet aanzet beurt actief doen doet doe gedaan`),
      ...verbs(
        'trekken optrekken doen liggen optreden fungeren vervullen betrekken leiden regelen verzorgen oppakken aanpakken uitvoeren werken dragen horen zijn',
      ),
      ...words('getrokken trok trokken betrokken'),
    ]),
  },
  { soorten: ['thema'], woorden: new Set(words('thema themas onderwerp onderwerpen gebied')) },
  { soorten: ['pijler'], woorden: new Set(words('pijler pijlers')) },
  {
    soorten: ['bereik'],
    woorden: new Set([...words('bereik gebied kader deelregio'), ...verbs('lopen spelen gelden')]),
  },
  {
    soorten: ['doelgroep'],
    woorden: new Set([
      ...words('doelgroep doelgroepen groep groepen mensen personen'),
      ...verbs('richten bedoelen helpen gericht'),
    ]),
  },
  {
    soorten: ['financiering'],
    woorden: new Set([
      ...words('financiering geld gelden budget middelen bron kosten potje pot fonds rekening extra'),
      ...verbs('betalen bekostigen financieren dekken komen lopen'),
    ]),
  },
  { soorten: ['status', 'open'], woorden: new Set(words('status statussen stand fase stadium voortgang')) },
  {
    soorten: ['gewijzigd', 'zonder_update'],
    woorden: new Set([
      ...words('update updates nieuw nieuws wijziging wijzigingen verandering'),
      ...verbs('melden wijzigen veranderen'),
    ]),
  },
];

/** They turn something round: what it is was not read. And they ask for something else than acties. */
const KEERT = new Set(
  words('niet geen zonder behalve noch nooit niemand niets uitgezonderd waarom hoezo wanneer wnr hoelang'),
);

/**
 * The words of a text that a list would leave out though they may narrow it. `left`: what no filter took. `searched`: the words
 * that titels are searched for; beside those, other words of any text tell no more than they do.
 */
export function notUnderstood(left: string, filters: readonly Said[], searched: readonly string[]): string[] {
  const beside = BIJ.filter(({ soorten }) => filters.some(({ soort }) => soorten.includes(soort)));
  return [...new Set(plain(left).split(' '))].filter((word) => {
    if (word === '' || searched.includes(word)) return false;
    if (KEERT.has(word)) return true;
    const known =
      isVraagtaal(word) ||
      isAanleiding(word) ||
      VRAGEND.has(word) ||
      beside.some(({ woorden }) => woorden.has(word));
    return !known;
  });
}
