import type { Tx } from '../../src/db/database.ts';
import { planComing } from '../../src/herinnering/plan-herinneringen.ts';
import { dayOf, HOUR, isoDay, isWorkday, momentOn, weekday } from './calendar.ts';
import type { Random } from './random.ts';
import type { Persoon, Stand, Vergadering } from './record.ts';
import { drawVoorkeur } from './world.ts';

/** What somebody asks of Doebot, or a change of the record for which there is no verb on this branch yet. */
type Deed = Said | Change;
export type Said = {
  who: string;
  say: { text: string } | { command: string; input: Record<string, string | number> };
};
type Change = { change: (tx: Tx) => Promise<unknown>; only?: number[] };

type Scene = { random: Random; stand: Stand; now: number };
type Action = (scene: Scene) => Deed | undefined;

const present = ({ stand }: Scene) => stand.personen.filter(({ weg }) => !weg);
const ofRol = (scene: Scene, rol: string) => present(scene).filter((persoon) => persoon.rol === rol);
const secretaris = (scene: Scene) => ofRol(scene, 'secretaris')[0]?.email ?? '';
const oneOf = <T>(random: Random, list: readonly T[]): T | undefined =>
  list.length > 0 ? random.pick(list) : undefined;

const coming = ({ stand, now }: Scene) =>
  stand.vergaderingen.filter(({ begin, door }) => door && begin > now);

/** On a Dutch working day, so many days ahead. */
function someDay({ random, now }: Scene, from: number, to: number): string {
  let day = dayOf(now) + random.int(from, to);
  while (!isWorkday(day)) day += 1;
  return `${isoDay(day)} ${random.pick(['10:00', '09:00', '13:30', '16:00'])}`;
}

const codeOf = ({ stand }: Scene, { overleg }: Vergadering) => (stand && overleg === 1 ? 'RBA' : 'AGC');

const at = (now: number) => new Date(now);
const dateOf = (day: number) => new Date(isoDay(day));

const about = (make: (scene: Scene, vergadering: Vergadering) => Deed | undefined): Action => {
  return (scene) => {
    const vergadering = oneOf(scene.random, coming(scene));
    return vergadering && make(scene, vergadering);
  };
};

const of = (make: (scene: Scene, persoon: Persoon) => Deed | undefined): Action => {
  return (scene) => {
    const persoon = oneOf(scene.random, present(scene));
    return persoon && make(scene, persoon);
  };
};

/** Somebody who works for an organisatie that carries the actie says something about it. */
const report =
  (word: string): Action =>
  (scene) => {
    const actie = oneOf(scene.random, scene.stand.acties);
    const who = oneOf(
      scene.random,
      present(scene).filter(
        ({ org, rol }) => rol === 'secretaris' || actie?.trekkers.some((one) => one.org === org),
      ),
    );
    return actie && who && { who: who.email, say: { text: `actie ${actie.nummer} ${word}` } };
  };

const planned = (from: number, to: number): Action => {
  return (scene) => ({
    who: secretaris(scene),
    say: { text: `overleg plan ${scene.random.chance(0.85) ? 'RBA' : 'AGC'} ${someDay(scene, from, to)}` },
  });
};

const stepOf = (actief: boolean | null, bestuurders: boolean): Action =>
  about(({ random }, { id: vergaderingId }) => {
    const stap = random.pick([
      'uitvraag',
      'herinnering',
      'aanlevertermijn',
      'coulance',
      'aankondiging',
      'dag_ervoor',
    ]);
    const row = { vergaderingId, stap: stap as 'uitvraag' };
    const key = { vergaderingId, stap: row.stap };
    return {
      change: async (tx) => {
        await tx.vergaderingstap.deleteMany({ where: key });
        await tx.vergaderingstap.create({ data: { ...row, actief, bestuurders } });
      },
    };
  });

/** All that can happen in a regio, with how often: one more is one more line. */
export const ACTIONS: readonly (readonly [number, string, Action])[] = [
  [5, 'plans', planned(12, 45)],
  [3, 'plans late', planned(1, 12)],
  [
    4,
    'moves',
    about((scene, one) => ({
      who: secretaris(scene),
      say: { text: `overleg verplaats ${codeOf(scene, one)} naar ${someDay(scene, 1, 45)}` },
    })),
  ],
  [
    1,
    'cancels',
    about((scene, { id, begin }) => ({
      who: secretaris(scene),
      say: { command: 'overleg.afzeggen', input: { vergadering: id, begin: new Date(begin).toISOString() } },
    })),
  ],
  [6, 'reports', report('loopt Het gaat goed')],
  [4, 'reports the same', report('ongewijzigd')],
  [1, 'ends', report('afgerond Het is klaar')],
  [
    3,
    'undoes',
    ({ random, stand }) => {
      const actie = oneOf(
        random,
        stand.acties.filter(({ update }) => update !== null),
      );
      const who = stand.personen.find(({ id }) => id === actie?.door);
      if (!actie || !who) return undefined;
      const input = { nummer: actie.nummer, update: actie.update ?? 0 };
      return { who: who.email, say: { command: 'update.ongedaan', input } };
    },
  ],
  [
    1,
    'leaves',
    of((scene, { id, rol }) =>
      rol === 'secretaris'
        ? undefined
        : { who: secretaris(scene), say: { command: 'persoon.vertrokken', input: { persoon: id } } },
    ),
  ],
  [
    1,
    'comes',
    (scene) => {
      const nummer = scene.stand.personen.length + 1;
      const email = `${nummer % 2 === 1 ? 's' : 't'}${nummer}@voorbeeld.example`;
      return {
        who: secretaris(scene),
        say: { text: `persoon toevoegen Persoon ${nummer} ${email} O1 trekker` },
      };
    },
  ],
  [
    4,
    'is away',
    of(({ random, now, stand }, { id: persoonId }) => {
      const van = dayOf(now) + random.int(-1, 10);
      const others = stand.personen.filter(({ id }) => id !== persoonId);
      const vervangerId = random.chance(0.6) ? random.pick(others).id : null;
      const days = { van: dateOf(van), tot: dateOf(van + random.int(0, 20)) };
      return {
        change: (tx) =>
          tx.afwezigheid.create({ data: { persoonId, vervangerId, ...days, gemeldOp: at(now) } }),
        only: [],
      };
    }),
  ],
  [
    1,
    'is back',
    ({ now }) => ({
      change: (tx) => tx.afwezigheid.updateMany({ data: { ingetrokkenOp: at(now) } }),
      only: [],
    }),
  ],
  [
    2,
    'sets when',
    of(({ random }, { id }) => {
      const wish = drawVoorkeur(random);
      return {
        change: async (tx) => {
          await tx.voorkeur.deleteMany({ where: { persoonId: id } });
          await tx.voorkeur.create({ data: { persoonId: id, ...wish } });
        },
        only: [id],
      };
    }),
  ],
  [1, 'switches a step off', stepOf(false, false)],
  [1, 'switches a step on', stepOf(true, false)],
  [2, 'switches bestuurders on', stepOf(null, true)],
  [
    1,
    'skips',
    about(({ random, stand }, { id }) => {
      const row = { vergaderingId: id, persoonId: random.pick(stand.personen).id };
      return { change: (tx) => tx.overslaan.createMany({ data: [row], skipDuplicates: true }) };
    }),
  ],
  [
    1,
    'says not mine',
    of(({ random, stand, now }, { id }) => {
      const row = { actieId: random.pick(stand.acties).id, persoonId: id, op: at(now) };
      return { change: (tx) => tx.afgewezen.createMany({ data: [row], skipDuplicates: true }), only: [id] };
    }),
  ],
  [
    1,
    'puts off',
    about(({ random, stand, now }, { id, begin }) => {
      const { id: persoonId } = random.pick(stand.personen);
      let day = dayOf(now) + random.int(1, 3);
      while (!isWorkday(day) || weekday(day) > 5) day += 1;
      const until = momentOn(day, 9 * 60);
      if (until > begin - 12 * 24 * HOUR) return undefined;
      const row = { vergaderingId: id, persoonId, soort: 'later' as const, geplandOp: at(until) };
      return { change: (tx) => tx.herinnering.create({ data: row }), only: [] };
    }),
  ],
  [
    1,
    'takes a holiday',
    ({ random, now }) => {
      const van = dayOf(now) + random.int(5, 40);
      const days = { van: dateOf(van), tot: dateOf(van + random.int(2, 12)) };
      return { change: (tx) => tx.vakantie.create({ data: { naam: `V${now}`, ...days, vrij: true } }) };
    },
  ],
];

/** Does what has no verb yet as such a verb would: the change, and all that is coming planned again. */
export async function carryOut(tx: Tx, { change, only }: Change, now: Temporal.Instant) {
  await change(tx);
  if (only === undefined || only.length > 0) await planComing(tx, now, only);
}
