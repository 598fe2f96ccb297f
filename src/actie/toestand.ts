import type { Status } from './actie.ts';
import { type Found, GEEN, hit } from './herkenning.ts';

/** A day as people write it, or the previous vergadering; what stands behind it is another filter. */
const DAG =
  '(?:(?:het |de )?(?:vorige?|laatste) [a-z]+|[0-9]{1,2} [a-z]{3,9}(?: [0-9]{4})?|[0-9]{1,4} [0-9]{1,2} [0-9]{1,4}|gisteren|eergisteren|vandaag)';

/** A time that ends today, as people write it, with the first day of it as `requireMoment` reads it. */
const ONLANGS = '(?:afgelopen|laatste|vorige?|deze|dit) (?:week|maand|kwartaal|jaar)';

const GEWIJZIGD =
  '(?:gewijzigde?|veranderde?|gemelde?|nieuwe?|bijgewerkte?|aangepaste?|updates?|wijzigingen|veranderingen)';

export function changedSince(text: string): Found | undefined {
  const after = new RegExp(
    ` ${GEWIJZIGD} (?:is |zijn |er |acties )*(?:sinds|vanaf|na|sedert) (${ONLANGS}|${DAG}|[^|]+? $)(?= |$)`,
  );
  const within = new RegExp(
    ` ${GEWIJZIGD} (?:is |zijn |er |acties |in |de |het |tijdens )*(${ONLANGS})(?= )`,
  );
  const before = new RegExp(
    ` (?:(?:sinds|vanaf|na|sedert) (?:de |het )?(${ONLANGS}|${DAG})|(?:in )?(?:de |het )?(${ONLANGS})) (?:is |zijn |er |zijn er |al |nog |iets )*${GEWIJZIGD}(?= )`,
  );
  for (const pattern of [after, within, before]) {
    const found = hit(text, pattern, (match) => {
      const sinds = match.slice(1).find((one) => one !== undefined) ?? '';
      return {
        soort: 'gewijzigd',
        sinds: sinds.trim().replace(/^laatste (?=week|maand|kwartaal|jaar)/, 'afgelopen '),
      };
    });
    if (found) return found;
  }
  return undefined;
}

export function numbers(text: string): Found | undefined {
  return hit(
    text,
    /(?:^| (?:acties?|nummers?|nrs?)) (\d{1,6}(?: (?:en |of |t m |tm |tot en met |tot )?\d{1,6})+)(?= )/,
    ([, row = '']) => {
      const range = /^(\d+) (?:t m|tm|tot en met|tot) (\d+)$/.exec(row);
      const [first = 0, last = 0] = (range ?? []).slice(1).map(Number);
      const between = Array.from(
        { length: Math.min(500, Math.max(0, last - first + 1)) },
        (_, index) => first + index,
      );
      const all = range ? between : (row.match(/\d+/g) ?? []).map(Number);
      return { soort: 'nummers', nummers: all.filter((one) => one <= 2_147_483_647) };
    },
  );
}

export function open(text: string): Found | undefined {
  return hit(
    text,
    / (?:nog )?(?:open|openstaande?|onafgeronde?|(?:nog )?niet (?:afgerond|klaar|gereed|af)|lopen nog open)(?: staan| zijn)?(?= )/,
    () => ({ soort: 'open' }),
  );
}

/** Who carries it is still to be said: "trekker nog te bepalen", "moet de trekker nog bepaald worden", "niemand trekt". */
const OPEN_TREKKER = new RegExp(
  [
    ' (?:(?:waar|waarvan|waarbij|bij|moet|moeten|is|zijn|de|het|een|nog) )*(?:trekkers?|eigenaar|wie (?:(?:er|de|het) )*(?:trekt|trekker (?:is|wordt)))',
    '(?: (?:(?:is|zijn|moet|moeten|wordt|worden|nog|nader|er|wel|al|voor|naar) )*',
    '(?:(?:te|bepaald|gezocht|gevonden|gekozen|aangewezen|benoemd|onbekend|onduidelijk|niet (?:bekend|duidelijk|bepaald|aangewezen|gevonden)|tbd|ntb|vacant|open|ontbreekt|ontbreken)',
    '(?: (?:bepalen|kiezen|zoeken|vinden|benoemen|worden|is|zijn))*))(?= )',
    '| (?:nog )?niemand (?:(?:nog|de|het) )*(?:trekt|trekker(?: is)?|verantwoordelijk(?: is)?|doet|oppakt)(?= )',
    '| (?:zoeken|zoekt|missen|mist|ontbreekt|wachten op) (?:(?:nog|er|een|de) )*trekkers?(?= )',
    '| (?:door niemand|niet) (?:getrokken|opgepakt)(?= )',
    '| onbekende trekkers?(?= )',
    '| (?:nog )?(?:onduidelijk|onbekend|niet (?:duidelijk|bekend|bepaald)) (?:is )?wie (?:(?:de|het|er) )*(?:trekt|trekker)(?: is| wordt)?(?= )',
    '| wie trek(?:t|ken) (?:er )?nog niet(?= )',
  ].join(''),
);

export function without(text: string): Found | undefined {
  return (
    hit(
      text,
      new RegExp(` ${GEEN} (?:updates?|melding(?:en)?|bericht|reactie|bijgewerkt|gemeld)(?= )`),
      () => ({ soort: 'zonder_update' }),
    ) ??
    hit(text, new RegExp(` ${GEEN} (?:trekkers?|eigena+r(?:en)?|verantwoordelijken?)(?= )`), () => ({
      soort: 'zonder_trekker',
    })) ??
    hit(text, new RegExp(` ${GEEN} contact(?:en|persoon|personen)?(?= )`), () => ({
      soort: 'zonder_contact',
    })) ??
    hit(text, OPEN_TREKKER, () => ({ soort: 'zonder_trekker' }))
  );
}

export function mine(text: string): Found | undefined {
  return hit(
    text,
    / (?:(?:van |op |bij )?(?:mijn|onze|ons|m n)(?: eigen)?(?: organisatie| club| naam| bord(?:je)?| lijst(?:je)?)?|(?:van|bij|voor|onder|door) (?:mij|ons))(?= )/,
    () => ({ soort: 'mijn' }),
  );
}

/** How people say a status. The longest first, so that «nog niet uitgewerkt» is not read as anything shorter. */
const STATUS_WOORDEN: [RegExp, Status][] = [
  [
    /(?:(?:die|dat|moet|moeten|dient|dienen|er|nog|niet|nader|verder|te|wacht(?:en)? op) )*(?:(?:worden|te worden|zijn) )?(?:uit ?te ?werken|uit werken|in uitwerking|(?<! al | reeds | inmiddels )uitgewerkte?|uitwerken|(?<=nadere )uitwerking)(?: (?:te )?(?:worden|zijn|hebben|moeten?|dienen))*|(?:moet(?:en)?|gaan|gaat) (?:er |nog |pas )*(?:beginnen|starten|van start(?: gaan)?|opgestart worden|gestart worden)/,
    'nader_uit_te_werken',
  ],
  [
    /vertraag(?:d|de|t)|vertraging|achterstand|achter (?:op|lopen|loopt)(?: (?:de )?(?:schema|planning))?|lop(?:en|t) achter|loopt achter|vastgelopen|uitgelopen|liggen achter|ligt achter|stagneren|stagneert|haperen|hapert|te laat/,
    'vertraagd',
  ],
  [
    /(?:hele?maal )?(?:afgeron(?:de?|t)|klaar|gereed|voltooide?|afgehandelde?|afgesloten|af|voltooit)/,
    'afgerond',
  ],
  [
    /gestopte?|gestaakte?|stopgezette?|stop gezet|beeindigde?|afgeblazen|geschrapte?|vervallen|gestaakte?|stilgelegde?/,
    'gestopt',
  ],
  [
    /loopt|lopende?|lopen|liep|in uitvoering|uitgevoerd|actieve?|van start(?: gegaan)?|(?:op)?gestarte?|begonnen|aan de gang|in gang(?: gezet)?|op gang|gaande|onderweg/,
    'loopt',
  ],
];

export function status(text: string): Found | undefined {
  for (const [said, status] of STATUS_WOORDEN) {
    const found = hit(
      text,
      new RegExp(` (?:status |(?:nog |al |is |zijn |wordt |worden |op )+)?(?:${said.source})(?= )`),
      () => ({ soort: 'status', status }),
    );
    if (found) return found;
  }
  return undefined;
}
