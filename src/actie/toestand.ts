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
    /(?:nader|nog|verder|niet) (?:te |niet |nader |verder )*(?:uit (?:te )?werken|uitgewerkte?|uitwerken)(?: te)?(?: worden| zijn)?/,
    'nader_uit_te_werken',
  ],
  [
    /(?:moet|moeten)(?: er)?(?: nog)?(?: in \S+ \S+)? (?:worden )?uitgewerkt(?: worden)?|uit te werken|nader uitwerken|nog uit werken/,
    'nader_uit_te_werken',
  ],
  [/vertraagde?|vertraging|achterstand|achter op schema|lopen achter|loopt achter|vastgelopen/, 'vertraagd'],
  [/afgeronde?|klaar|gereed|voltooide?|afgehandelde?|af/, 'afgerond'],
  [/gestopte?|gestaakte?|stopgezette?|beeindigde?/, 'gestopt'],
  [/loopt|lopende?|lopen|in uitvoering|actieve?|van start(?: gegaan)?|gestart|begonnen/, 'loopt'],
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
