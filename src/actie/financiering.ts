import { type Found, GEEN, hit, spans } from './herkenning.ts';
import type { Vocabulary } from './lezing.ts';
import { contentWords, hasPhrase, plain } from './woord.ts';

const GELD =
  '(?:fin|gefinancierd|gefinancieerd|financiert|financieren|financiering|bekostigd|bekostigt|bekostiging|betaald|betaalt|gedekt|geld|gelden|budget|middelen|subsidie|dekking|pot|potje|fonds)';

export function financiering(text: string, words: Vocabulary): Found | undefined {
  const lacks = hit(text, new RegExp(` ${GEEN} (?:${GELD})(?! nodig)(?= )`), () => ({
    soort: 'financiering',
    woorden: 'te bepalen',
  }));
  if (lacks) return lacks;
  const open = hit(
    text,
    new RegExp(
      ` (?:waarvan )?(?:de |het )?${GELD} (?:nog |is |zijn )*(?:nader te bepalen|te bepalen|onbekend|onzeker|tbd)(?: is| zijn)?(?= )`,
    ),
    () => ({ soort: 'financiering', woorden: 'te bepalen' }),
  );
  if (open) return open;
  const cues = [
    new RegExp(` ${GELD} (?:(?:is|zijn|wordt|worden|komt|van|door|uit|met|via|vanuit|de|het|t|${GELD}) )*`),
    / (?:uit|via|vanuit) (?:(?:de|het|een|t) )?/,
  ];
  for (const cue of cues) {
    const match = cue.exec(text);
    if (!match) continue;
    const start = match.index + match[0].length;
    const source = spans(text)
      .filter(({ from }) => from === start)
      .reverse()
      .find(({ words: said }) => isSource(said, words));
    if (!source) continue;
    const tail = new RegExp(`^ (?:${GELD})(?= )`).exec(text.slice(source.to))?.[0].length ?? 0;
    return {
      from: match.index,
      to: source.to + tail,
      filter: { soort: 'financiering', woorden: abbreviation(sourceOf(source.words), words) },
    };
  }
  return sourceBefore(text, words);
}

/** "Tozo-middelen", "PoW-geld": the source stands before the word. */
function sourceBefore(text: string, words: Vocabulary): Found | undefined {
  const money = new RegExp(`(?: als)? ${GELD}(?= )`).exec(text);
  if (!money) return undefined;
  const source = spans(text).find(({ to, words: said }) => to === money.index && isSource(said, words));
  if (!source) return undefined;
  const woorden = abbreviation(sourceOf(source.words), words);
  return {
    from: source.from - 1,
    to: money.index + money[0].length,
    filter: { soort: 'financiering', woorden },
  };
}

const isSource = (said: string, words: Vocabulary): boolean => {
  const source = sourceOf(said);
  return (
    contentWords(source).length > 0 &&
    words.financieringen.some((one) => hasPhrase(one, abbreviation(source, words)))
  );
};

/** "budget ijmond werkt", "tozo middelen": which, without that it is money. */
const sourceOf = (said: string) =>
  said.replace(new RegExp(`^(?:(?:het|de) )?(?:${GELD} )+|(?: ${GELD})+$`, 'g'), '').trim();

/** The short form of a synoniem, where the sources write that. */
export function abbreviation(said: string, { synoniemen, financieringen }: Vocabulary): string {
  const known = financieringen.some((one) => ` ${plain(one)} `.includes(` ${said} `));
  return known ? said : plain(synoniemen.find(({ betekenis }) => plain(betekenis) === said)?.woord ?? said);
}
