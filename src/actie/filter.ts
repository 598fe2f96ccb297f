import { financiering } from './financiering.ts';
import { isGewoon } from './gewoon.ts';
import type { Recogniser } from './herkenning.ts';
import { doelgroep, literal, pijler, thema } from './indeling.ts';
import type { Reading, Said, Vocabulary } from './lezing.ts';
import { notUnderstood } from './lijstwoord.ts';
import { bereik, group, place, trekker } from './naam.ts';
import { mendJoints, mendWords } from './spelling.ts';
import { changedSince, mine, numbers, open, status, without } from './toestand.ts';
import { contentWords, plain } from './woord.ts';

/**
 * What a text is read as, tried from top to bottom, each on what the ones above left. A word that can be two things is taken by the
 * row that stands first, unless words around it ("uit PoW", "in Haarlem") belong to another row.
 */
const RECOGNISERS: { naam: string; waarom: string; vind: Recogniser }[] = [
  { naam: 'zoals getypt', waarom: '«woorden zorg» asks for the text itself', vind: literal },
  { naam: 'gewijzigd sinds', waarom: 'a date has numbers that are no thema', vind: changedSince },
  { naam: 'nummers', waarom: '«acties 12 en 14», before a number is anything else', vind: numbers },
  { naam: 'zonder', waarom: '«zonder trekker» has a word that would else mean something', vind: without },
  { naam: 'mijn', waarom: 'short, and never part of a name', vind: mine },
  { naam: 'thema', waarom: 'said by its own word, or by words of its name', vind: thema },
  {
    naam: 'financiering',
    waarom: '«uit PoW» and «betaald door PoW» are about money; PoW alone is a trekker',
    vind: financiering,
  },
  { naam: 'plaats', waarom: '«in Haarlem» is a place; Haarlem alone is who carries it', vind: place },
  {
    naam: 'trekker',
    waarom: 'most ask who carries it; before the bereik, for «IJmond Werkt»',
    vind: trekker,
  },
  {
    naam: 'pijler',
    waarom: 'a whole name; «werkgelegenheid» is also in names of themas, which are said with «thema»',
    vind: pijler,
  },
  {
    naam: 'groep',
    waarom: 'words for several organisaties, after the organisaties and the pijlers («onderwijs naar werk»)',
    vind: group,
  },
  { naam: 'open', waarom: '«nog niet afgerond» is more than one status', vind: open },
  { naam: 'status', waarom: 'after the pijlers: «werk naar werk nader uit te werken»', vind: status },
  { naam: 'doelgroep', waarom: 'said by «doelgroep» or «voor»', vind: doelgroep },
  { naam: 'bereik', waarom: 'areas that are no organisatie', vind: bereik },
];

/** Reads what acties are asked for, in any order; what means nothing is left as `rest`, to be searched for. */
export function readFilters(typed: string, words: Vocabulary): Reading {
  let text = mend(` ${plain(typed).replaceAll('al dan niet', 'ook')} `, words).replace(
    / themas? (\d+) (?:en|of) (\d+)(?= )/g,
    ' thema $1 thema $2',
  );
  const filters: Said[] = [];
  const anders: Reading['anders'] = [];
  for (const { vind } of RECOGNISERS) {
    for (
      let found = vind(text, words), turns = 0;
      found && turns < 10;
      found = vind(text, words), turns += 1
    ) {
      const before = NIET.exec(text.slice(0, found.from + 1))?.[0].length ?? 0;
      const after =
        found.filter.soort === 'status' ? (NOG_NIET.exec(text.slice(found.to))?.[0].length ?? 0) : 0;
      filters.push(before + after > 0 ? { ...found.filter, niet: true } : found.filter);
      anders.push(...(found.anders ?? []));
      const from = found.from + (before > 0 ? 1 - before : 0);
      text = `${text.slice(0, from)} | ${text.slice(found.to + after)}`;
    }
  }
  const subject = subjectOf(text, filters);
  const onbegrepen = notUnderstood(withoutNames(text, filters), filters, subject);
  const begrepen = plain(typed)
    .split(' ')
    .filter((word) => !onbegrepen.includes(word))
    .join(' ');
  return { filters: withoutOwnGroup(filters, words), rest: subject.join(' '), onbegrepen, begrepen, anders };
}

/** "Haarlem, ook als zij onder «gemeenten» valt": what an organisatie carries with its group is its own already. */
function withoutOwnGroup(filters: readonly Said[], { groepen }: Vocabulary): Said[] {
  const carriers = filters.flatMap((one) => (one.soort === 'trekker' ? [one.naam] : []));
  const leden = (groep: string) => groepen.find(({ naam }) => naam === groep)?.leden ?? [];
  return filters.filter(
    (one) => one.soort !== 'groep' || !leden(one.naam).some((lid) => carriers.includes(lid)),
  );
}

/** Words of filters, which people mistype too. */
const VORMWOORDEN =
  `trekker trekkers status thema pijler doelgroep bereik financiering budget vertraagd vertraagde afgerond afgeronde
  lopende uitgewerkt uitwerken gewijzigd update updates zonder middelen subsidie gefinancierd`.split(/\s+/);

/** The text with the words and names that filters are said by as they should be written. */
function mend(text: string, words: Vocabulary): string {
  const names = [
    ...words.organisaties.flatMap(({ naam, deelregio }) => [
      naam.replace(/\(.*?\)|gemeente /g, ''),
      deelregio ?? '',
    ]),
    ...words.pijlers,
    ...words.groepen.map(({ naam }) => naam),
  ];
  const rest = [...words.themas.map(({ naam }) => naam), ...words.doelgroepen, ...words.financieringen];
  const known = [...names, ...rest].flatMap((name) => plain(name).split(' '));
  const long = known.filter((word) => word.length >= 5);
  const right = new Set(words.titels.flatMap((titel) => plain(titel).split(' ')));
  return mendWords(mendJoints(text, names), new Set([...long, ...VORMWOORDEN]), right);
}

/** The words that no filter took and that say what the acties are about. */
function subjectOf(text: string, filters: readonly Said[]): string[] {
  // Behind «over» a plain word is meant: "acties over samen leren".
  const about = /(?<= )(?:over|rond|rondom|betreffende|omtrent|inzake) (?:(?:de|het|een) )?([a-z]+)/.exec(
    text,
  )?.[1];
  return contentWords(withoutNames(text, filters)).filter((word) => word === about || !isGewoon(word));
}

/** A thema that was read by its number may be named as well. */
function withoutNames(text: string, filters: readonly Said[]): string {
  const said = filters.flatMap((one) => (one.soort === 'thema' ? plain(one.naam ?? '').split(' ') : []));
  return plain(text)
    .split(' ')
    .filter((word) => !said.includes(word))
    .join(' ');
}

/** Behind a status it turns it round: "lopen nog niet". */
const NOG_NIET = /^ (?:(?:er|ze|die|al|nu|daar|hier|dan|momenteel) )*(?:nog )?(?:steeds )?niet(?= )/;

/** What turns round the filter that follows it. */
const NIET =
  / (?:(?:nog )?niet|behalve|zonder|exclusief|uitgezonderd|buiten|geen|anders dan)(?: die| van| in| bij| door| de| het| uit)* $/;
