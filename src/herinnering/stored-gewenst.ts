import { voorkeurVan, withVoorkeur } from '../bereikbaar/stored-bereikbaar.ts';
import { momentVoor } from '../bereikbaar/voorkeur.ts';
import type { Tx } from '../db/database.ts';
import { latest } from '../kalender/datum.ts';
import type { Dagen } from '../kalender/werkdag.ts';
import type { StoredVergadering } from '../overleg/stored-vergadering.ts';
import { AANWEZIG } from '../persoon/stored-persoon.ts';
import {
  type Aanloop,
  type Doelgroep,
  eindeVan,
  isErna,
  momentVan,
  STAPPEN,
  type Stap,
  type Stapplan,
  termijnVan,
} from './aanloop.ts';
import { aanvangVan, bereikVooraf } from './bereik.ts';
import { planVan, type Soort, vraagtVoorTermijn, wilHoren } from './herinnering.ts';
import { laterDan, nuVan } from './nu.ts';
import { responsMomenten } from './respons.ts';
import { doelgroepVan } from './stored-doelgroep.ts';

/** One message to be: whose, what and when. */
export type Planned = { persoonId: number; soort: Soort; trede: number; moment: Temporal.Instant };

export type Context = { aanloop: Aanloop; vrij: readonly Dagen[]; now: Temporal.Instant };

/** Everything that is to be said about a vergadering, each at the moment that its receiver wants it. */
export async function gewenst(tx: Tx, vergadering: StoredVergadering, context: Context): Promise<Planned[]> {
  const { aanloop, vrij, now } = context;
  const steps: Planned[] = [];
  const groepen = new Map<Doelgroep, number[]>();
  const groep = async (aan: Doelgroep) => {
    const persons = groepen.get(aan) ?? (await doelgroepVan(tx, aan, vergadering, now));
    groepen.set(aan, persons);
    return persons;
  };
  const begin = vergadering.begin.toTemporalInstant();
  const isOver = (einde: Temporal.Instant) => Temporal.Instant.compare(einde, now) <= 0;
  for (const stap of STAPPEN.filter((one) => aanloop[one].actief)) {
    if (isOver(eindeVan(aanloop[stap], begin, vrij))) continue;
    const persons = await groep(aanloop[stap].aan);
    // Worked out once: it is the same for everybody, and takes longer than the rest.
    const moments = momentsOf(stap, vergadering, context);
    steps.push(...persons.flatMap((persoonId) => moments.map((one) => ({ ...one, persoonId }))));
  }
  const secretarissen = isOver(begin) ? [] : await groep('secretaris');
  const told = secretarissen.length > 0 ? forSecretaris(vergadering, context) : [];
  steps.push(...secretarissen.flatMap((persoonId) => told.map((one) => ({ ...one, persoonId }))));
  return asWanted(tx, steps, vergadering, context);
}

/** What was sent sooner, when it still came before the vergadering, says nothing of what comes after it. */
function stuurtNu(vergadering: StoredVergadering, stap: Stap, plan: Stapplan): Temporal.Instant | undefined {
  const nu = nuVan(vergadering, stap);
  const before = nu && Temporal.Instant.compare(nu, vergadering.begin.toTemporalInstant()) < 0;
  return before && isErna(plan) ? undefined : nu;
}

/** The moments of a step; an escalatie goes a step further up on each following working day that is left. */
function momentsOf(
  stap: Stap,
  vergadering: StoredVergadering,
  { aanloop, vrij }: Context,
): Omit<Planned, 'persoonId'>[] {
  const begin = vergadering.begin.toTemporalInstant();
  const nu = stuurtNu(vergadering, stap, aanloop[stap]);
  const first = nu ?? momentVan(aanloop[stap], begin, vrij);
  if (stap !== 'escalatie') return [{ soort: stap, trede: 0, moment: first }];
  const { werkdagen, tijd } = aanloop.escalatie;
  const moments = [0, 1, 2].map((step) => {
    const at = werkdagen + step;
    const moment = nu ? laterDan(nu, step, vrij) : momentVan({ werkdagen: at, tijd }, begin, vrij);
    return { soort: stap, trede: step + 1, moment, left: nu !== undefined || step === 0 || at < 0 };
  });
  return moments.filter(({ left }) => left).map(({ left: _, ...one }) => one);
}

/** What each secretaris hears of the run-up itself: who cannot be reached, and how the response stands. */
function forSecretaris(
  vergadering: StoredVergadering,
  { aanloop, vrij }: Context,
): Omit<Planned, 'persoonId'>[] {
  const begin = vergadering.begin.toTemporalInstant();
  const vooraf = bereikVooraf(aanloop);
  const bereik = vooraf
    ? [{ soort: 'bereik' as const, trede: 0, moment: momentVan(vooraf, begin, vrij) }]
    : [];
  const uitgezet = { aanloop, nu: nuVan(vergadering, 'uitvraag'), begin, vrij };
  const respons = responsMomenten(uitgezet).map((moment) => {
    return { soort: 'respons' as const, trede: 0, moment };
  });
  return [...bereik, ...respons];
}

/** Without whom it must not reach, and each moment moved to when its receiver wants to be written to. */
async function asWanted(
  tx: Tx,
  steps: readonly Planned[],
  vergadering: StoredVergadering,
  { aanloop, vrij }: Context,
): Promise<Planned[]> {
  const begin = vergadering.begin.toTemporalInstant();
  const skipped = await tx.overslaan.findMany({ where: { vergaderingId: vergadering.id } });
  const people = await tx.persoon.findMany({
    where: { id: { in: steps.map(({ persoonId }) => persoonId) }, ...AANWEZIG },
    include: withVoorkeur,
  });
  const known = new Map(people.map((persoon) => [persoon.id, persoon]));
  const deadline = termijnVan(aanloop, begin, vrij);
  const aanvang = aanvangVan(aanloop);
  // Heard afterwards there is nothing left to arrange.
  const start = aanvang && !isErna(aanvang) ? momentVan(aanvang, begin, vrij) : begin;
  return steps.flatMap((step) => {
    const persoon = known.get(step.persoonId);
    if (!persoon || skipped.some(({ persoonId }) => persoonId === step.persoonId)) return [];
    const voorkeur = voorkeurVan(persoon);
    const { soort } = step;
    // Goes to somebody else: what this persoon wants for themselves says nothing about it.
    if (soort === 'escalatie') return [step];
    const plan = planVan(soort, aanloop);
    if (persoon.rol === 'bestuurder' && plan && !plan.bestuurders) return [];
    if (!wilHoren(soort, voorkeur)) return [];
    const uiterlijk = vraagtVoorTermijn(soort)
      ? deadline
      : soort === 'bereik'
        ? start
        : eindeVan(plan, begin, vrij);
    const moment = momentVoor(step.moment, voorkeur, { uiterlijk, vrij });
    // What comes after the vergadering is never early.
    return [{ ...step, moment: isErna(plan) ? latest(moment, step.moment) : moment }];
  });
}
