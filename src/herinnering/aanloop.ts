import { atLocalTime, toLocal } from '../kalender/datum.ts';
import { type Dagen, plusWerkdagen } from '../kalender/werkdag.ts';

/** The steps of the run-up to a vergadering, in its order. */
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
] as const;

export type Stap = (typeof STAPPEN)[number];

/** Who a step is for. `hogerop`: who answers for a trekker that does not. */
export type Doelgroep = 'trekkers' | 'hogerop' | 'secretaris' | 'agendacommissie' | 'leden';

/** One step as it is for one vergadering. */
export type Stapplan = {
  /** Working days from the vergadering: before it if negative. */
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

type Standaard = Omit<Stapplan, 'actief' | 'bestuurders'> & { naam: string };

/** The run-up of an overleg of which nothing else was said. */
export const STANDAARD: Record<Stap, Standaard> = {
  agendacommissie: {
    naam: 'Agendacommissie',
    werkdagen: -20,
    tijd: '09:00',
    aan: 'agendacommissie',
    tekst: 'Tijd om de agenda voor te bereiden.',
  },
  uitvraag: {
    naam: 'Uitvraag',
    werkdagen: -15,
    tijd: '09:00',
    aan: 'trekkers',
    tekst: 'We horen graag hoe het staat.',
  },
  herinnering: {
    naam: 'Herinnering',
    werkdagen: -10,
    tijd: '09:00',
    aan: 'trekkers',
    tekst: 'Nog even: we horen graag hoe het staat.',
  },
  aanlevertermijn: {
    naam: 'Aanlevertermijn',
    werkdagen: -8,
    tijd: '09:00',
    aan: 'trekkers',
    tekst: 'Laatste oproep: we horen graag hoe het staat.',
  },
  coulance: {
    naam: 'Coulance',
    werkdagen: -7,
    tijd: '09:00',
    aan: 'trekkers',
    tekst: 'De aanlevertermijn is voorbij, maar het kan nog even.',
  },
  escalatie: {
    naam: 'Escalatie',
    werkdagen: -6,
    tijd: '09:00',
    aan: 'hogerop',
    tekst: 'Hier is nog niets over gemeld. Kun jij zorgen dat het gebeurt?',
  },
  stukken: {
    naam: 'Stukken rond',
    werkdagen: -5,
    tijd: '09:00',
    aan: 'secretaris',
    tekst: 'Zo staan de updates ervoor nu de stukken rond moeten zijn.',
  },
  aankondiging: {
    naam: 'Aankondiging',
    werkdagen: -5,
    tijd: '09:00',
    aan: 'leden',
    tekst: 'Zo staat de doe-agenda ervoor:',
  },
  dag_ervoor: {
    naam: 'Dag ervoor',
    werkdagen: -1,
    tijd: '09:00',
    aan: 'leden',
    tekst: 'Zo staat de doe-agenda ervoor:',
  },
};

/** The steps that ask for updates, the later the more it says. */
export const VRAAGSTAPPEN: readonly Stap[] = ['uitvraag', 'herinnering', 'aanlevertermijn', 'coulance'];

/** For whom a step can be: what it says is made for them. */
export const KAN_AAN: Record<Stap, readonly Doelgroep[]> = {
  agendacommissie: ['agendacommissie', 'secretaris'],
  uitvraag: ['trekkers'],
  herinnering: ['trekkers'],
  aanlevertermijn: ['trekkers'],
  coulance: ['trekkers'],
  escalatie: ['hogerop'],
  stukken: ['secretaris', 'agendacommissie'],
  aankondiging: ['leden', 'secretaris', 'agendacommissie'],
  dag_ervoor: ['leden', 'secretaris', 'agendacommissie'],
};

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
    const { naam: _, ...plan } = STANDAARD[stap];
    const own = overleg.stappen.find((row) => row.stap === stap);
    const here = stappen.find((row) => row.stap === stap);
    return [
      stap,
      {
        werkdagen: own?.werkdagen ?? plan.werkdagen,
        tijd: own?.tijd ?? plan.tijd,
        aan: own?.aan ?? plan.aan,
        tekst: own?.tekst ?? plan.tekst,
        actief: here?.actief ?? own?.actief ?? true,
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
