import { abbreviation } from './financiering.ts';
import { type Found, hit } from './herkenning.ts';
import type { Vocabulary } from './lezing.ts';
import { plain } from './woord.ts';

/** The areas that a bereik or an organisatie names. */
const areasOf = ({ organisaties }: Vocabulary) => [
  ...new Set(organisaties.flatMap(({ deelregio }) => deelregio ?? [])),
];

export function place(text: string, words: Vocabulary): Found | undefined {
  for (const { id, naam, deelregio, ...rest } of words.organisaties) {
    if (!deelregio || !naam.startsWith('gemeente ')) continue;
    const name = plain(naam).replace(/^gemeente /, '');
    const found = hit(text, new RegExp(` (?:in|binnen|bereik) (?:de )?(?:gemeente )?${name}(?= )`), () => ({
      soort: 'bereik',
      woord: plain(deelregio),
      exact: false,
    }));
    if (found) return { ...found, anders: [{ label: `Trekker ${naam}`, filter: `trekker ${rest.code}` }] };
  }
  return hit(text, LOKAAL, () => ({ soort: 'bereik', woord: 'lokale keuze', exact: false }));
}

export function trekker(text: string, words: Vocabulary): Found | undefined {
  const cue = '(?:trekkers? |van |bij |door |als |het |de |onder )*';
  for (const { name, organisatie } of namesIn(words)) {
    const { id, naam, code, deelregio } = organisatie;
    const found = hit(text, new RegExp(` ${cue}${name}(?= )`), () => ({ soort: 'trekker', id, naam }));
    if (!found) continue;
    const said = /trekker|trekt|getrokken/.test(text.slice(Math.max(0, found.from - 12), found.to + 12));
    return said
      ? found
      : {
          ...found,
          anders: otherReadings({ naam, code, deelregio, name: name.replaceAll(' ?', ' ') }, words),
        };
  }
  return undefined;
}

/** What a name of an organisatie can mean besides who carries an actie. */
function otherReadings(
  { naam, deelregio, name }: { naam: string; code: string; deelregio: string | null; name: string },
  words: Vocabulary,
) {
  const short = abbreviation(name, words);
  const paid = words.financieringen.some((one) => ` ${plain(one)} `.includes(` ${short} `));
  if (deelregio && naam.startsWith('gemeente '))
    return [{ label: `Bereik ${deelregio}`, filter: `bereik ${deelregio}` }];
  return paid ? [{ label: `Financiering ${short.toUpperCase()}`, filter: `financiering ${short}` }] : [];
}

type Naam = { name: string; organisatie: Vocabulary['organisaties'][number] };

/** Made once of a vocabulary: it is asked for every part of a text. */
const NAMEN = new WeakMap<Vocabulary, Naam[]>();

/** All names of all organisaties as patterns, the longest first. */
function namesIn(words: Vocabulary): Naam[] {
  const known = NAMEN.get(words);
  if (known) return known;
  const pairs = words.synoniemen.map(({ woord, betekenis }) => [plain(woord), plain(betekenis)] as const);
  const names = words.organisaties
    .flatMap((organisatie) =>
      namesOf(organisatie, pairs).map((name) => ({ name: name.replaceAll(' ', ' ?'), organisatie })),
    )
    .sort((a, b) => b.name.length - a.name.length);
  NAMEN.set(words, names);
  return names;
}

/** By name, code, the abbreviation in the name, and without «gemeente» or «netwerk». */
function namesOf(
  { code, naam }: { code: string; naam: string },
  pairs: readonly (readonly [string, string])[],
): string[] {
  const full = plain(naam.replace(/\(.*?\)/g, ''));
  const short = [/\((.+?)\)/.exec(naam)?.[1] ?? code, code].map(plain);
  const bare = full.replace(/^gemeente | (?:netwerk|college)$/g, '');
  const also = pairs.flatMap(([a, b]) => {
    return [full, bare, ...short].includes(a) ? [b] : [full, bare, ...short].includes(b) ? [a] : [];
  });
  return [...new Set([full, bare, ...short, ...also])].filter((name) => name.length > 1);
}

export function group(text: string, { groepen }: Vocabulary): Found | undefined {
  const cue = / (?:trek\w*|van|bij|door|ligt|liggen|doen|doet) /.test(text);
  for (const { naam } of groepen) {
    const name = plain(naam).replace(/^gemeenten$/, 'gemeenten?');
    // A word that is in many titels too is a group only where who carries it is asked.
    if (name.length < 10 && !cue && naam !== 'gemeenten') continue;
    const found = hit(text, new RegExp(` (?:trekkers? |van |bij |door |de |het )*${name}(?= )`), () => ({
      soort: 'groep',
      naam,
    }));
    if (found) return found;
  }
  return undefined;
}

const REGIOBREED =
  / (?:(?:in|voor|over|met|als|het|de|een|bereik) )*(?:regionaal|regionale|regiobrede?|regio breed|(?:hele|gehele) (?:arbeidsmarkt)?regio)(?: bereik| niveau)?(?= )/;
const LOKAAL =
  / (?:(?:met|als|het|de|een|op|bereik) )*(?:lokaal bereik|lokaal niveau|lokale acties|lokaal te kiezen|lokaal gekozen|lokaal(?= $)|(?:waar |die )?(?:elke |iedere |de )?gemeenten? (?:(?:er|dat|het|ze) )*(?:zelf|lokaal) (?:(?:over|mogen|mag|kunnen|kan|te) )*(?:kiezen|kiest|bepalen|bepaalt|beslissen|beslist|invullen|invult))(?= )/;

export function bereik(text: string, words: Vocabulary): Found | undefined {
  const names = [...areasOf(words).map((one) => plain(one).replaceAll(' ', ' ?')), 'lokale keuze'];
  for (const name of names) {
    const found = hit(
      text,
      new RegExp(` (?:in |binnen |met |als |bereik |deelregio |gebied |de |regio )*${name}(?= )`),
      () => ({
        soort: 'bereik',
        woord: name.replaceAll(' ?', ' '),
        exact: false,
      }),
    );
    if (found) return found;
  }
  return hit(text, REGIOBREED, () => ({ soort: 'bereik', woord: 'regionaal', exact: true }));
}
