import { datumText } from '../kalender/maand.ts';
import type { Rol } from '../persoon/persoon.ts';
import { mag } from '../persoon/rechten.ts';
import { isEnded, isWorse, OVERGANGEN, STATUSSEN, type Status } from './actie.ts';
import type { Melding } from './update.ts';

/** In characters: what a report can still print as a paragraph. */
export const MAX_LENGTE: Record<'toelichting' | 'volgendeStap' | 'knelpunt' | 'document', number> = {
  toelichting: 3000,
  volgendeStap: 500,
  knelpunt: 1000,
  document: 1000,
};

/** Why a melding is not accepted: at which field of the form, and a Dutch sentence that says what is possible. */
export type Bezwaar = { veld: keyof Melding; zin: string };

/** Of what a melding is about. `van`: how the actie stood before it; `today`: in the Netherlands. */
type Context = { nummer: number; van: Melding; asker: { rol: Rol }; today: Temporal.PlainDate };

type Regel = (melding: Melding, context: Context) => Bezwaar | undefined;

/** All rules for a report, the first that objects is told. */
const REGELS: Regel[] = [mayReopen, isPossible, isExplained, isAhead, isLink, fits];

export function bezwaarTegen(melding: Melding, context: Context): Bezwaar | undefined {
  for (const regel of REGELS) {
    const bezwaar = regel(melding, context);
    if (bezwaar) return bezwaar;
  }
  return undefined;
}

const naamOf = (status: Status): string => STATUSSEN[status].naam.toLowerCase();

function mayReopen(_: Melding, { nummer, van, asker }: Context): Bezwaar | undefined {
  if (!isEnded(van.status) || mag(asker, 'alle acties melden')) return undefined;
  return {
    veld: 'status',
    zin: `Actie #${nummer} is ${naamOf(van.status)}. Alleen de secretaris kan die heropenen.`,
  };
}

function isPossible({ status }: Melding, { nummer, van }: Context): Bezwaar | undefined {
  const possible = OVERGANGEN[van.status];
  if (possible.includes(status)) return undefined;
  const names = possible.map((one) => `«${naamOf(one)}»`).join(', ');
  const zin = `Actie #${nummer} is ${naamOf(van.status)}. Heropen de actie eerst: kies ${names}, en schrijf erbij waarom.`;
  return { veld: 'status', zin };
}

/** What got worse, or was reopened, needs words of its own: those of the last time explain nothing new. */
function isExplained(melding: Melding, { nummer, van }: Context): Bezwaar | undefined {
  if (melding.toelichting !== '' && melding.toelichting !== van.toelichting) return undefined;
  const naam = STATUSSEN[melding.status].naam.toLowerCase();
  if (isEnded(van.status)) {
    return { veld: 'toelichting', zin: `Schrijf erbij waarom actie #${nummer} weer open gaat.` };
  }
  if (isWorse(van.status, melding.status)) {
    const zin = `Schrijf er in één zin bij waarom, bijvoorbeeld: «actie ${nummer} ${naam} Wachten op besluit over de financiering».`;
    return { veld: 'toelichting', zin };
  }
  if (slips(melding, van) && !isEnded(melding.status)) {
    const was = van.verwachtOp ? datumText(van.verwachtOp) : '';
    const zin = `De verwachte datum was ${was}. Schrijf in de toelichting waarom die verandert.`;
    return { veld: 'toelichting', zin };
  }
  return undefined;
}

/** A promised date that is put off or dropped. */
function slips({ verwachtOp }: Melding, van: Melding): boolean {
  if (van.verwachtOp === null) return false;
  return verwachtOp === null || Temporal.PlainDate.compare(verwachtOp, van.verwachtOp) > 0;
}

function isAhead({ verwachtOp }: Melding, { van, today }: Context): Bezwaar | undefined {
  const kept = verwachtOp && van.verwachtOp?.equals(verwachtOp);
  if (!verwachtOp || kept || Temporal.PlainDate.compare(verwachtOp, today) >= 0) return undefined;
  return { veld: 'verwachtOp', zin: `${datumText(verwachtOp)} is al geweest. Kies een dag vanaf vandaag.` };
}

function isLink({ document }: Melding): Bezwaar | undefined {
  if (document === '' || (URL.canParse(document) && /^https?:\/\/[^\s/]+\.[^\s]+$/i.test(document)))
    return undefined;
  return {
    veld: 'document',
    zin: 'Dit is geen link. Plak het hele adres van het document, dat met https:// begint.',
  };
}

function fits(melding: Melding): Bezwaar | undefined {
  for (const veld of ['toelichting', 'volgendeStap', 'knelpunt', 'document'] as const) {
    const [length, max] = [melding[veld].length, MAX_LENGTE[veld]];
    if (length > max) {
      return {
        veld,
        zin: `Je ${NAMEN[veld]} is ${length} tekens lang; hoogstens ${max} kan. Er is niets opgeslagen: maak de tekst korter en stuur hem opnieuw.`,
      };
    }
  }
  return undefined;
}

const NAMEN = {
  toelichting: 'toelichting',
  volgendeStap: 'volgende stap',
  knelpunt: 'knelpunt',
  document: 'link',
} as const;
