/** A text as its words: lower case, without accents and signs, single spaces. `zoektekst` in the database does the same. */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’‘`]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** Words that say nothing about which actie is meant: of grammar, of politeness, of asking. */
const GRAMMATICA = `de het een t n en of van voor in op met naar bij om te aan uit door over er dan als is zijn was waren
  wordt worden word ben bent heb hebt heeft hebben had die dat deze dit daar hier ik je jij jou jouw u uw wij we ons onze
  ze hun hij wie wat waar welke welk wanneer wnr waarom hoe zo ook nog al alle alles allemaal niet geen wel maar dus
  na onder tot tussen via per om ermee ervan erover mee eens even toch graag nu nou momenteel moment vandaag op s m kan
  kun kunt kunnen mag moet moeten zou zal gaat ga gaan nr ons binnen vanuit zelf mij me mijn iets iemand tegen af`;
const BELEEFDHEID = `alsjeblieft alstublieft aub svp bedankt dank dankjewel groet groeten mvg hallo hoi hey beste geachte goedemorgen
  goedemiddag goedenavond goedendag doebot vertel vertellen zeggen zeg weet weten willen wil laat laten zien geef geven
  toon tonen lijst lijstje overzicht zoek zoeken opzoeken vraag vraagje benieuwd bekijken kijken alvast straks even
  hoor horen lezen eigenlijk precies misschien`;
const VRAGEN = `staat staan stand stavaza status zaken ervoor voor ver gevorderd voortgang verloop verloopt zit loopt lopen lopende
  gebeurt gebeurd nieuws nieuw update updates laatste bekend actie acties aktie akties actiepunt actiepunten punt punten
  onderwerp nummer trekker trekkers trekt trekken getrokken verantwoordelijk verantwoordelijke doet doen pakt oppakt
  houdt bezig mee betrokken gaande gaan hoeveel hvl aantal totaal stuks komt te maken heten heet genaamd rondom rond
  betreft betreffende omtrent thema themas pijler geeft verzorgt regelt leidt coordineert organiseert uitvoert voert trekkersrol
  organisatie organisaties partij partijen persoon contactpersoon aanspreekpunt eigenaar financiering gefinancierd budget kosten
  kost betaalt betaald doelgroep bereik bron toelichting beschrijving omschrijving inhoud titel naam agenda doeagenda doen
  klaar afgerond vertraagd vertraging gestopt gereed opgepakt gestart begonnen start gebied kader project projecten traject initiatief
  samen tijd datum week maand vorige volgende details detail meer nieuwste recente actuele huidige ooit inmiddels ondertussen speelt
  spelen gebeuren gekomen terecht geworden bedoeld ingevuld gepland planning opgeleverd resultaat resultaten zien eruit verder
  dingen ding zaak iets ander andere anders vanmiddag vanochtend vanavond morgen straks zometeen geweest bijpraten
  doe afgesproken daarvoor hiervoor contact bellen info informatie elke beide hebben we jullie jouw ligt liggen hangt valt vallen hoort horen gaat`;

const STIL = new Set(`${GRAMMATICA} ${BELEEFDHEID} ${VRAGEN}`.split(/\s+/));

/** Words of titels that are in any sentence: on their own they mean no actie. */
const ZWAK = new Set(
  `nieuw nieuwe extra goed goede beter verder verdere actief actieve maken bereiken benaderen zetten inzet inzetten mensen
  werk werken kansen keuze keuzes focus samen samenwerking gericht aandacht op tot eerste intensieve regionale lokale
  regio regionaal lokaal ruimte beeld vorm middel middelen nodig optimaal volledig oplossen oplossingen vragen betaald
  gebruik creeren versterken versterking verbinden verbinding stimuleren ondersteuning uitwerken opzetten inrichten`.split(
    /\s+/,
  ),
);
export const isWeak = (woord: string): boolean => ZWAK.has(woord);

/** The words to search for, each once. */
export function contentWords(text: string): string[] {
  return [...new Set(plain(text).split(' '))].filter((word) => word !== '' && !STIL.has(word)).slice(0, 40);
}

/** How many letters to change, add, leave out or swap to get from one word to the other; `max + 1` if more than that. */
export function distance(a: string, b: string, max: number): number {
  if (Math.abs(a.length - b.length) > max) return max + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped && i > 1 && j > 1) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    before = last;
    last = row;
  }
  return Math.min(last[b.length] ?? 0, max + 1);
}

/** How many typing mistakes a word of that many letters may have and still be the same word. */
export const typosIn = (letters: number): number =>
  letters < 4 ? 0 : letters < 8 ? 1 : letters < 12 ? 2 : 3;

/** Whether one word is the other one with typing mistakes; short words must begin alike. */
export function isTypo(a: string, b: string): boolean {
  const max = typosIn(Math.min(a.length, b.length));
  if (max === 0 || (a[0] !== b[0] && a.length < 8)) return false;
  return distance(a, b, max) <= max;
}
