import { type Found, hit, spans } from './herkenning.ts';
import type { Vocabulary } from './lezing.ts';
import { contentWords, hasWords, plain } from './woord.ts';

const TELWOORDEN = 'een twee drie vier vijf zes zeven acht negen tien'.split(' ');
const RANGWOORDEN = 'eerste tweede derde vierde vijfde zesde zevende achtste negende tiende'.split(' ');

export function literal(text: string): Found | undefined {
  return hit(text, / (?:woorden|tekst) ([^|]+?) $/, ([, woorden = '']) => ({ soort: 'woorden', woorden }));
}

export function thema(text: string, { themas }: Vocabulary): Found | undefined {
  const byNumber = hit(
    text,
    new RegExp(
      ` (?:(?:themas?|th) (?:nr |nummer )?(\\d{1,4}|${TELWOORDEN.join('|')})|(\\d{1,4})e thema|(${RANGWOORDEN.join('|')}) thema)(?= )`,
    ),
    (match) => {
      const word = match.slice(1).find((one) => one !== undefined) ?? '';
      const named = Math.max(TELWOORDEN.indexOf(word), RANGWOORDEN.indexOf(word)) + 1;
      const nummer = named || Number(word);
      return { soort: 'thema', nummer, naam: themas.find((one) => one.nummer === nummer)?.naam };
    },
  );
  return byNumber ?? longestRun(text, themas);
}

/** The thema whose name has the longest row of words of the text: two that say something, or one after «thema». */
function longestRun(text: string, themas: Vocabulary['themas']): Found | undefined {
  const runs = themas.flatMap(({ nummer, naam }) => {
    const name = ` ${plain(naam)} `;
    return spans(text).flatMap(({ from, to, words }) => {
      const said = / themas? $/.test(text.slice(0, from));
      const enough = words.length >= 9 && contentWords(words).length >= (said ? 1 : 2);
      return enough && name.includes(` ${words} `) ? [{ from, to, nummer, naam }] : [];
    });
  });
  const best = runs.sort((a, b) => b.to - b.from - (a.to - a.from))[0];
  return (
    best && { from: best.from, to: best.to, filter: { soort: 'thema', nummer: best.nummer, naam: best.naam } }
  );
}

export function pijler(text: string, { pijlers }: Vocabulary): Found | undefined {
  const names = pijlers.flatMap((naam) => {
    const full = plain(naam);
    return [full, full.replace(/^van /, '')].map((name) => ({ name: name.replaceAll(' ', ' ?'), naam }));
  });
  for (const { name, naam } of names.sort((a, b) => b.name.length - a.name.length)) {
    const found = hit(text, new RegExp(` (?:pijler )?${name}(?= )`), () => ({ soort: 'pijler', naam }));
    if (found) return found;
  }
  return undefined;
}

const VOOR =
  / (?:(?:met |als |de |voor |op |het |bij |van |uit |onder )*doelgroep(?:en)?|voor|gericht op|bedoeld voor|ten behoeve van|tbv) (?:(?:de|het|een|als|is|van|uit|in|met|op|die|mensen|personen|kandidaten) )*/g;

/** The words behind «doelgroep» or «voor», as many of them as one doelgroep has. */
export function doelgroep(text: string, { doelgroepen }: Vocabulary): Found | undefined {
  for (const match of text.matchAll(VOOR)) {
    const start = match.index + match[0].length;
    const known = spans(text)
      .filter(({ from }) => from === start)
      .reverse()
      .find(({ words }) => {
        const said = contentWords(words);
        const ends = said.at(-1) ?? ' ';
        return words.endsWith(ends) && doelgroepen.some((one) => hasWords(one, said.join(' ')));
      });
    if (known) {
      const woorden = contentWords(known.words).join(' ');
      return { from: match.index, to: known.to, filter: { soort: 'doelgroep', woorden } };
    }
  }
  return undefined;
}
