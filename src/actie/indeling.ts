import type { Vocabulary } from './filter.ts';
import { type Found, hit, spans } from './herkenning.ts';
import { contentWords, plain } from './woord.ts';

const TELWOORDEN = 'een twee drie vier vijf zes zeven acht negen tien'.split(' ');

export function literal(text: string): Found | undefined {
  return hit(text, / (?:woorden|tekst) ([^|]+?) $/, ([, woorden = '']) => ({ soort: 'woorden', woorden }));
}

export function thema(text: string, { themas }: Vocabulary): Found | undefined {
  const byNumber = hit(
    text,
    / (?:themas?|th) (?:nr |nummer )?(\d{1,4}|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien)(?= )/,
    ([, word = '']) => {
      const nummer = TELWOORDEN.includes(word) ? TELWOORDEN.indexOf(word) + 1 : Number(word);
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
      const said = / themas? $/.test(text.slice(0, from + 1));
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
    return [full, full.replace(/^van /, '')].map((name) => ({ name, naam }));
  });
  for (const { name, naam } of names.sort((a, b) => b.name.length - a.name.length)) {
    const found = hit(text, new RegExp(` (?:pijler )?${name}(?= )`), () => ({ soort: 'pijler', naam }));
    if (found) return found;
  }
  return undefined;
}

export function doelgroep(text: string, { doelgroepen }: Vocabulary): Found | undefined {
  const match =
    / (?:(?:met )?(?:als )?doelgroep|voor|gericht op|bedoeld voor) (?:(?:de|het|een|mensen met een|mensen met) )*/.exec(
      text,
    );
  if (!match) return undefined;
  const start = match.index + match[0].length;
  const said = spans(text).filter(({ from, words }) => from === start && contentWords(words).length > 0);
  const known = said
    .reverse()
    .find(({ words }) =>
      doelgroepen.some((one) => ` ${plain(one)} `.includes(` ${words} `) || plain(one).includes(words)),
    );
  return known && { from: match.index, to: known.to, filter: { soort: 'doelgroep', woorden: known.words } };
}
