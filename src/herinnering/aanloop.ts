import { atLocalTime, toLocal } from '../kalender/datum.ts';
import { type Dagen, plusWerkdagen } from '../kalender/werkdag.ts';
import { STANDAARD } from './standaard.ts';

/** The steps of the run-up to a vergadering, in its order; the last one comes after it. */
export const STAPPEN = [
  'agendacommissie',
  'uitvraag',
  'herinnering',
  'aanlevertermijn',
  'coulance',
  'escalatie',
  'stukken',
  'aankondiging',
  'dag_ervoor',
  'na_afloop',
] as const;

export type Stap = (typeof STAPPEN)[number];

/** Who a step is for. `hogerop`: who answers for a trekker that does not. */
export type Doelgroep = 'trekkers' | 'hogerop' | 'secretaris' | 'agendacommissie' | 'leden';

/** One step as it is for one vergadering. */
export type Stapplan = {
  /** Working days from the vergadering: before it if negative, after it if positive. */
  werkdagen: number;
  /** "HH:MM" in Europe/Amsterdam. */
  tijd: string;
  aan: Doelgroep;
  tekst: string;
  actief: boolean;
  /** The secretaris has switched on that bestuurders are written to. */
  bestuurders: boolean;
};

export type Aanloop = Record<Stap, Stapplan>;

/** The steps that ask for updates, the later the more it says. */
export const VRAAGSTAPPEN: readonly Stap[] = ['uitvraag', 'herinnering', 'aanlevertermijn', 'coulance'];

/** Whether it comes after the vergadering. */
export const isErna = (plan: Pick<Stapplan, 'werkdagen'> | undefined): boolean =>
  plan !== undefined && plan.werkdagen > 0;

/** What the record says of a step: of the overleg, or of the vergadering. */
type Afwijking = {
  stap: string;
  werkdagen?: number | null;
  tijd?: string | null;
  aan?: Doelgroep | null;
  tekst?: string | null;
  actief?: boolean | null;
  bestuurders?: boolean;
};

/** The run-up of one vergadering: the default, with what the overleg and then the vergadering has different. */
export function aanloopVan({
  overleg,
  stappen,
}: {
  overleg: { stappen: readonly Afwijking[] };
  stappen: readonly Afwijking[];
}): Aanloop {
  const plans = STAPPEN.map((stap) => {
    const { naam: _, uit, ...plan } = STANDAARD[stap];
    const own = overleg.stappen.find((row) => row.stap === stap);
    const here = stappen.find((row) => row.stap === stap);
    return [
      stap,
      {
        werkdagen: own?.werkdagen ?? plan.werkdagen,
        tijd: own?.tijd ?? plan.tijd,
        aan: own?.aan ?? plan.aan,
        tekst: own?.tekst ?? plan.tekst,
        actief: here?.actief ?? own?.actief ?? uit === undefined,
        bestuurders: here?.bestuurders ?? false,
      },
    ] as const;
  });
  return Object.fromEntries(plans) as Aanloop;
}

/** When a step is, for a vergadering that begins then. `vrij`: times off that do not count as working days. */
export function momentVan(
  { werkdagen, tijd }: Pick<Stapplan, 'werkdagen' | 'tijd'>,
  begin: Temporal.Instant,
  vrij: readonly Dagen[],
): Temporal.Instant {
  return atLocalTime(plusWerkdagen(toLocal(begin).toPlainDate(), werkdagen, vrij), tijd);
}

/** So many working days after its moment what comes after a vergadering is still of use. */
const NA_AFLOOP = 10;

/** From when on what is said about a vergadering is of no use: it begins, or for a step after it that is long ago. */
export function eindeVan(
  plan: Pick<Stapplan, 'werkdagen' | 'tijd'> | undefined,
  begin: Temporal.Instant,
  vrij: readonly Dagen[],
): Temporal.Instant {
  if (!plan || !isErna(plan)) return begin;
  return momentVan({ ...plan, werkdagen: plan.werkdagen + NA_AFLOOP }, begin, vrij);
}

/** Until when is asked for updates: the end of the day of the aanlevertermijn, or else the vergadering itself. */
export function termijnVan(
  { aanlevertermijn }: Aanloop,
  begin: Temporal.Instant,
  vrij: readonly Dagen[],
): Temporal.Instant {
  if (!aanlevertermijn.actief) return begin;
  const end = momentVan({ ...aanlevertermijn, tijd: EINDE_DAG }, begin, vrij);
  return Temporal.Instant.compare(end, begin) < 0 ? end : begin;
}

const EINDE_DAG = '17:00';
