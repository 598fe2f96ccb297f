import { STATUSSEN, type Status } from './actie.ts';
import { type Found, GEEN, hit, spans } from './herkenning.ts';
import { isTypo, plain } from './woord.ts';

/** A day as people write it, or the previous vergadering; what stands behind it is another filter. */
const DAG =
  '(?:(?:het |de )?(?:vorige?|laatste) [a-z]+|[0-9]{1,2} [a-z]{3,9}(?: [0-9]{4})?|[0-9]{1,4} [0-9]{1,2} [0-9]{1,4}|gisteren|eergisteren|vandaag)';

export function changedSince(text: string): Found | undefined {
  const pattern = new RegExp(
    ` (?:gewijzigde?|veranderde?|gemelde?|nieuwe?|bijgewerkte?|updates?) (?:is |zijn |er |acties )*(?:sinds|vanaf|na|sedert) (${DAG}|[^|]+? $)(?= |$)`,
  );
  return hit(text, pattern, ([, sinds = '']) => ({ soort: 'gewijzigd', sinds: sinds.trim() }));
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
    hit(text, / trekkers? (?:is |zijn )?(?:nog )?(?:nader te bepalen|onbekend|niet bekend|tbd)(?= )/, () => ({
      soort: 'zonder_trekker',
    }))
  );
}

export function mine(text: string): Found | undefined {
  return hit(
    text,
    / (?:(?:van )?(?:mijn|onze|ons)(?: eigen)?(?: organisatie| club)?|van (?:mij|ons))(?= )/,
    () => ({ soort: 'mijn' }),
  );
}

/** How people say a status. The longest first, so that «nog niet uitgewerkt» is not read as anything shorter. */
const STATUS_WOORDEN: [RegExp, Status][] = [
  [
    /(?:(?:die|dat|moet|moeten|dient|dienen|er|nog|niet|nader|verder|te|wacht(?:en)? op) )*(?:(?:worden|te worden|zijn) )?(?:uit ?te ?werken|uit werken|(?<! al | reeds | inmiddels )uitgewerkte?|uitwerken|(?<=nadere )uitwerking)(?: (?:te )?(?:worden|zijn|hebben))?/,
    'nader_uit_te_werken',
  ],
  [
    /vertraag(?:d|de|t)|vertraging|achterstand|achter (?:op|lopen|loopt)(?: (?:de )?(?:schema|planning))?|lop(?:en|t) achter|loopt achter|vastgelopen|uitgelopen/,
    'vertraagd',
  ],
  [/(?:hele?maal )?(?:afgeron(?:de?|t)|klaar|gereed|voltooide?|afgehandelde?|af|voltooit)/, 'afgerond'],
  [/gestopte?|gestaakte?|stopgezette?|stop gezet|beeindigde?|afgeblazen|geschrapte?/, 'gestopt'],
  [
    /loopt|lopende?|lopen|liep|in uitvoering|uitgevoerd|actieve?|van start(?: gegaan)?|gestarte?|begonnen/,
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
  const typed = spans(text).find(
    ({ words }) =>
      words.length >= 6 && Object.values(STATUSSEN).some(({ naam }) => isTypo(words, plain(naam))),
  );
  const meant =
    typed && Object.entries(STATUSSEN).find(([, { naam }]) => isTypo(typed.words, plain(naam)))?.[0];
  return typed && meant
    ? { from: typed.from, to: typed.to, filter: { soort: 'status', status: meant as Status } }
    : undefined;
}
