import { dagenInWoorden } from '../../src/bereikbaar/instelling.ts';
import { dayOf, isoDay } from './calendar.ts';
import { CLOUDS } from './clouds.ts';
import {
  type Action,
  byAnyone,
  type Deed,
  type Happening,
  inAnswer,
  oneOf,
  present,
  type Scene,
} from './deed.ts';
import type { Actie } from './record.ts';
import { SECRETARIS } from './secretaris.ts';
import { drawVoorkeur } from './world.ts';

/** Somebody who works for an organisatie that carries the actie says something about it. */
const bySomeoneOf =
  (say: (actie: Actie, scene: Scene) => Deed['say']): Action =>
  (scene) => {
    const actie = oneOf(scene.random, scene.stand.acties);
    const who = oneOf(
      scene.random,
      present(scene).filter(
        ({ org, rol }) => rol === 'secretaris' || actie?.trekkers.some((one) => one.org === org),
      ),
    );
    return actie && who && { who: who.email, say: say(actie, scene) };
  };

const report = (word: string): Action => bySomeoneOf(({ nummer }) => ({ text: `actie ${nummer} ${word}` }));

const expected = ({ nummer, update }: Actie, { random, now }: Scene): Deed['say'] => {
  const verwachtOp = isoDay(dayOf(now) + random.int(0, 15));
  const input = {
    nummer,
    na: update ?? 0,
    status: 'loopt',
    toelichting: `Klaar op ${verwachtOp}`,
    verwachtOp,
  };
  return { command: 'update.opslaan', input };
};

/** Somebody of an organisatie that is asked says yes or no. */
const agree: Action = (scene) => {
  const { random, stand } = scene;
  const ronde = oneOf(
    random,
    stand.rondes.filter(({ gesloten }) => !gesloten),
  );
  const deel = ronde && oneOf(random, ronde.delen);
  const who = oneOf(
    random,
    present(scene).filter(({ org }) => org === deel?.org),
  );
  if (!deel || !who) return undefined;
  const input = { ronde: ronde.id, organisatie: deel.org, stand: deel.status };
  return random.chance(0.7)
    ? { who: who.email, say: { command: 'akkoord.geven', input } }
    : { who: who.email, say: { command: 'akkoord.weigeren', input: { ...input, reden: 'Te duur' } } };
};

/** All that can happen in a regio; what comes first begins it. */
export const ACTIONS: readonly Happening[] = [
  ...SECRETARIS,
  [6, 'reports', report('loopt Het gaat goed')],
  [3, 'reports the same', report('ongewijzigd')],
  [1, 'ends', report('afgerond Het is klaar')],
  [5, 'says when it is done', bySomeoneOf(expected)],
  [2, 'answers about a text', agree],
  [
    3,
    'presses Ongewijzigd',
    inAnswer(({ bericht }, { random, stand }) => {
      const { nummer, update } = random.pick(stand.acties);
      return { command: 'herinnering.ongewijzigd', input: { bericht, nummer, na: update ?? 0 } };
    }),
  ],
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
    4,
    'is away',
    byAnyone((_, { random, now, stand }) => {
      const van = dayOf(now) + random.int(-1, 10);
      const vervanger = random.chance(0.6) ? random.pick(stand.personen).email : '';
      const days = { van: isoDay(van), tot: isoDay(van + random.int(0, 20)) };
      return { command: 'afwezig.opslaan', input: { ...days, vervanger } };
    }),
  ],
  [
    2,
    'is back',
    byAnyone(
      () => ({ text: 'ik ben er weer' }),
      ({ id }, { stand, now }) =>
        stand.afwezig.some(({ persoon, tot }) => persoon === id && tot >= dayOf(now)),
    ),
  ],
  [
    2,
    'sets when',
    byAnyone((_, { random }) => {
      const { dagen, tijd, alleenTermijn } = drawVoorkeur(random);
      const input = {
        dagen: dagenInWoorden(dagen),
        tijd: tijd ?? 'gewoon',
        waarover: alleenTermijn ? 'termijn' : 'gewoon',
      };
      const platform = random.pick(['gewoon', 'gewoon', ...CLOUDS]);
      return { command: 'instellingen.opslaan', input: { ...input, platform, datums: 'kort' } };
    }),
  ],
  [
    2,
    'says not mine',
    inAnswer(({ bericht }, { random, stand }) => ({
      command: 'herinnering.afwijzen',
      input: { bericht, nummer: random.pick(stand.acties).nummer },
    })),
  ],
  [
    2,
    'puts off',
    inAnswer(({ bericht }, { random }) => ({
      command: 'herinnering.uitstellen',
      input: { bericht, wanneer: random.pick(['morgen', 'over drie dagen', 'na mijn verlof']) },
    })),
  ],
  [
    1,
    'takes up what was put off',
    inAnswer(
      ({ bericht }) => ({ command: 'herinnering.toch_nu', input: { bericht } }),
      ({ id }, { stand }) => stand.uitgesteld.some(({ persoon }) => persoon === id),
    ),
  ],
];
