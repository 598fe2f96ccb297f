import { isGewoon } from '../actie/gewoon.ts';
import { mendWords } from '../actie/spelling.ts';
import { numberOf } from '../actie/telwoord.ts';
import { contentWords, distance, plain } from '../actie/woord.ts';

/** Words of questions that people mistype; a word of the regio never looks like one of them. */
const VRAAGWOORDEN = new Set(
  `hoeveel wanneer welke overleg vergadering status acties veranderd gewijzigd volgende volgend trekker
  thema wijzigingen uitgewerkt vertraagd afgerond lopende financiering doelgroep hallo vorige sinds
  goedemorgen goedemiddag goedenavond`.split(/\s+/),
);

/** How people type what they say, and how it is written. */
const SPREEKTAAL = new Map(
  `der=er dr=er es=eens ff=even effe=even effen=even effies=even mekaar=elkaar wa=wat da=dat nie=niet ist=is het isser=is er
  zijner=zijn er zitter=zit er hebbie=heb je kunnie=kun je kheb=ik heb kben=ik ben kzie=ik zie kmoet=ik moet mok=moet ik moek=moet ik
  mokke=moet ik mowwe=moeten we motten=moeten mot=moet lope=lopen hoev=hoeveel vnd=vandaag gr=groet idd=inderdaad ofzo=
  zoiets= iets= x= tema=thema temas=themas teem=thema`
    .split(/\s+(?=\S+=)/)
    .map((pair) => pair.trim().split('=') as [string, string]),
);

/** The text with the words of asking spelled as they should be. */
export function mend(text: string): string {
  const written = plain(text)
    .split(' ')
    .map((word) => SPREEKTAAL.get(word) ?? word)
    .filter((word) => word !== '');
  // Before a number a thema is meant, however it is spelled.
  const named = written.join(' ').replace(/\b(t[a-z]{2,5}) (?=\d{1,2}\b)/g, (whole, word: string) => {
    return distance(word, 'thema', 1) <= 1 ? 'thema ' : whole;
  });
  return mendWords(named, VRAAGWOORDEN);
}

/** "actie twaalf", "actie eenentwintig". */
export const numbersInWords = (text: string): string =>
  text.replace(/\b(actie|nummer|nr) ([a-z]+)\b/g, (whole, before: string, word: string) => {
    const nummer = numberOf(word);
    return nummer === undefined ? whole : `${before} ${nummer}`;
  });

/** What a question starts with, wherever it stands in a longer text. */
const BEGIN = new RegExp(
  [
    '\\b(?:hoe|wie|wat|welke?|wanneer|hoeveel|waar)\\b',
    '\\b(?:de )?(?:status|stand|voortgang|stavaza)\\b',
    '\\bacties?\\b',
  ].join('|'),
  'i',
);

const saysSomething = (text: string) => contentWords(text).some((word) => !isGewoon(word));

/** The sentence that asks, of a text of several; a short text is left as it is. */
export function core(typed: string): string {
  const sentences = typed.split(/(?<=[.!?\n])\s+/).filter((one) => plain(one) !== '');
  if (sentences.length < 2 && typed.length < 60) return typed;
  const asking = sentences.filter((one) => BEGIN.test(one) && saysSomething(one));
  const sentence = asking.toSorted((a, b) => Number(b.length > 25) - Number(a.length > 25))[0] ?? typed;
  const begin = BEGIN.exec(sentence);
  // Before «weten» stands why somebody asks; what is asked stands behind it.
  const lead =
    begin &&
    /(?:\b(?:weten|zeggen|vertellen|vraag|benieuwd|aangeven|opzoeken|laten zien|nagaan)\b[^?]{0,20})$/i.test(
      sentence.slice(0, begin.index),
    );
  const asked = lead ? sentence.slice(begin.index) : sentence;
  // "Wat is de stand?" behind what it is about: it is the whole that is asked.
  const bare = !saysSomething(asked) && plain(asked).split(' ').length <= 6;
  return bare ? typed : asked;
}

/** The parts of a text between commas and full stops, in plain words; none where there is only one. */
export function clausesOf(typed: string): string[] {
  const parts = typed
    .split(/[,;:.!?\n]+\s|\s[-–]\s/)
    .map((part) => polite(mend(part)))
    .filter((part) => part !== '');
  return parts.length > 1 ? parts.slice(0, 8) : [];
}

/** Without what people say before they ask. */
export function polite(text: string): string {
  const before =
    /^(?:(?:beste|geachte|hallo|hoi|hey|dag|goedemorgen|goedemiddag|goedenavond|goedendag|ha|doebot|bot|collega|ok|oke|en|zeg) )+(?=\S+ \S+)/;
  const after =
    / (?:aub|svp|alsjeblieft|alstublieft|alvast bedankt|bedankt|dank je wel|dankjewel|dank|groet(?:en|jes)?|mvg|graag|hoor|he|toch)+$/;
  const ask =
    /^(?:ik (?:wil|zou) (?:graag |even )*(?:weten |willen weten )|(?:kun|kan|kunt|zou) (?:je|jij|u) (?:me|mij|ons)? ?(?:even |misschien |eens )*(?:kunnen )?(?:zeggen|vertellen|laten zien|laten weten|aangeven) |weet (?:je|jij|u) (?:toevallig |misschien |ook )*|vertel (?:me|mij) (?:eens )?)(?=\S+ \S+)/;
  return text.replace(before, '').replace(after, '').replace(after, '').replace(ask, '').trim();
}
