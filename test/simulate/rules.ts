import { type Days, dayOf, minutesOf, momentOn, within, workdaysFrom } from './calendar.ts';
import type { Actie, Persoon, Stand, Vergadering } from './record.ts';

/**
 * Who is to get what, and when, worked out again from the rules in words. Nothing here comes from src: what the engine
 * and this agree on was said twice.
 */
export type Step = {
  stap: string;
  werkdagen: number;
  tijd: string;
  aan: string;
  actief: boolean;
  bestuurders: boolean;
  /** The secretaris had it sent at that moment. */
  nu: number | null;
};

const RULES: readonly (readonly [string, number, string])[] = [
  ['agendacommissie', -20, 'agendacommissie'],
  ['uitvraag', -15, 'trekkers'],
  ['herinnering', -10, 'trekkers'],
  ['aanlevertermijn', -8, 'trekkers'],
  ['coulance', -7, 'trekkers'],
  ['escalatie', -6, 'hogerop'],
  ['stukken', -5, 'secretaris'],
  ['aankondiging', -5, 'leden'],
  ['dag_ervoor', -1, 'leden'],
  ['na_afloop', 1, 'secretaris'],
];

/** The steps that ask, in their order: a later one says all that an earlier one would. */
export const ASKS = ['uitvraag', 'herinnering', 'aanlevertermijn', 'coulance'];

/** Asks its reader for updates: a step that does, or what they put off. */
export const isQuestion = (soort: string): boolean => ASKS.includes(soort) || soort === 'later';

export function stepsOf({ stappen, eigen }: Vergadering): Step[] {
  return RULES.map(([stap, werkdagen, aan]) => {
    const standing = stappen.find((one) => one.stap === stap);
    const here = eigen.find((one) => one.stap === stap);
    return {
      stap,
      werkdagen: standing?.werkdagen ?? werkdagen,
      tijd: standing?.tijd ?? '09:00',
      aan: standing?.aan ?? aan,
      actief: here?.actief ?? standing?.actief ?? stap !== 'na_afloop',
      bestuurders: here?.bestuurders ?? false,
      nu: here?.nu ?? null,
    };
  });
}

/** From when on it is of no use: at the vergadering, or for what comes after it ten working days later. */
export const endOf = ({ werkdagen, tijd }: Step, begin: number, vrij: readonly Days[]): number =>
  werkdagen > 0 ? momentOn(workdaysFrom(dayOf(begin), werkdagen + 10, vrij), minutesOf(tijd)) : begin;

export const persoonOf = ({ personen }: Stand, id: number | undefined): Persoon | undefined =>
  personen.find((persoon) => persoon.id === id && !persoon.weg);

/** May be told of their own acties; only a trekker is asked without being named. */
const REPORTS = ['trekker', 'deelnemer', 'bestuurder', 'secretaris', 'beheerder'];

export const worksAs = ({ org, rol, ook }: Persoon, at: number, rollen: readonly string[]) =>
  [{ org, rol }, ...ook].some((place) => place.org === at && rollen.includes(place.rol));

export function carries(persoon: Persoon, actie: Actie, stand: Stand): boolean {
  return actie.trekkers.some(({ org, persoon: named }) =>
    persoonOf(stand, named ?? undefined)
      ? named === persoon.id && worksAs(persoon, org, REPORTS)
      : worksAs(persoon, org, ['trekker']),
  );
}

export const ended = ({ status }: Actie) => status === 'afgerond' || status === 'gestopt';

/** What this persoon is still to report on before that vergadering. */
export function openFor(stand: Stand, vergadering: Vergadering, persoon: Persoon, at: number): Actie[] {
  if (!vergadering.vraagt) return [];
  const before = Math.min(vergadering.begin, at);
  const held = stand.vergaderingen.filter(
    (one) => one.overleg === vergadering.overleg && one.gepland && one.begin < before,
  );
  const since = Math.max(...held.map(({ begin }) => begin), Number.NEGATIVE_INFINITY);
  return stand.acties.filter(
    (actie) =>
      !ended(actie) &&
      (actie.laatste === null || actie.laatste < since) &&
      !actie.niet.includes(persoon.id) &&
      carries(persoon, actie, stand),
  );
}

/** As far as it decides who has to do with it. */
type About = Pick<Vergadering, 'overleg' | 'begin'>;

function holders(stand: Stand, { begin }: About, of: (zetel: Stand['zetels'][number]) => boolean): number[] {
  const day = dayOf(Math.max(begin, stand.at));
  const held = stand.zetels.filter(
    (zetel) => of(zetel) && zetel.van <= day && (zetel.tot === null || zetel.tot >= day),
  );
  return [...new Set(held.map(({ persoon }) => persoon))].filter((id) => persoonOf(stand, id));
}

export function secretarissen(stand: Stand, vergadering: About): number[] {
  const { overleg } = vergadering;
  const seated = holders(
    stand,
    vergadering,
    (zetel) => zetel.overleg === overleg && zetel.rol === 'secretaris',
  );
  if (seated.length > 0) return seated;
  return stand.personen.filter(({ weg, rol }) => !weg && rol === 'secretaris').map(({ id }) => id);
}

const SEATED = ['voorzitter', 'lid'];

/** Whose a step is. Of what asks: everybody who has something open is one of them. */
export function audience(stand: Stand, vergadering: Vergadering, { aan }: Step, at: number): number[] {
  const leden = (of: (zetel: Stand['zetels'][number]) => boolean) =>
    holders(stand, vergadering, (zetel) => of(zetel) && SEATED.includes(zetel.rol));
  if (aan === 'leden') return leden(({ overleg }) => overleg === vergadering.overleg);
  if (aan === 'secretaris') return secretarissen(stand, vergadering);
  if (aan === 'agendacommissie')
    return [...new Set([...leden(({ code }) => code === 'AGC'), ...secretarissen(stand, vergadering)])];
  const present = stand.personen.filter(({ weg }) => !weg);
  return present.filter((one) => openFor(stand, vergadering, one, at).length > 0).map(({ id }) => id);
}

const awayOn = (stand: Stand, persoon: number, day: number) =>
  stand.afwezig.find((days) => days.persoon === persoon && within(day, days));

/** The vervanger, or theirs if they are away too. */
function standIn(stand: Stand, persoon: number, day: number, seen: number[] = []): number | undefined {
  const next = awayOn(stand, persoon, day)?.vervanger ?? undefined;
  if (next === undefined || seen.includes(next) || next === persoon || !persoonOf(stand, next))
    return undefined;
  return awayOn(stand, next, day) ? standIn(stand, next, day, [...seen, persoon]) : next;
}

type Who = { stand: Stand; vergadering: About; persoon: Persoon; bestuurders: boolean; day: number };

const mayBe = (stand: Stand, id: number | undefined, bestuurders: boolean) =>
  bestuurders || persoonOf(stand, id)?.rol !== 'bestuurder';

/** Who answers for somebody, the nearest first: vervanger, contact of the organisatie, secretaris. */
export function ladder({ stand, vergadering, persoon, bestuurders, day }: Who): number[] {
  const contact = stand.personen.find(({ contactVan }) => contactVan.includes(persoon.org))?.id;
  const chain = [standIn(stand, persoon.id, day), contact, ...secretarissen(stand, vergadering)];
  const fit = chain.flatMap((id) => {
    // Of who is away, whoever stands in for them.
    const there = id !== undefined && awayOn(stand, id, day) ? standIn(stand, id, day) : id;
    const fits = there !== persoon.id && persoonOf(stand, there) && mayBe(stand, there, bestuurders);
    return there !== undefined && fits ? [there] : [];
  });
  return [...new Set(fit)];
}

export function receiver(who: Who): number | undefined {
  const { stand, persoon, day, bestuurders } = who;
  const own = mayBe(stand, persoon.id, bestuurders) ? persoon.id : undefined;
  if (own !== undefined && !awayOn(stand, own, day)) return own;
  return ladder(who)[0] ?? own;
}
