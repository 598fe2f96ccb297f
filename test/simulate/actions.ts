import { dagenInWoorden } from '../../src/bereikbaar/instelling.ts';
import { dayOf, isoDay } from './calendar.ts';
import { CLOUDS } from './clouds.ts';
import { type Action, byAnyone, type Happening, inAnswer, oneOf, present } from './deed.ts';
import { SECRETARIS } from './secretaris.ts';
import { drawVoorkeur } from './world.ts';

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

/** All that can happen in a regio; what comes first begins it. */
export const ACTIONS: readonly Happening[] = [
  ...SECRETARIS,
  [6, 'reports', report('loopt Het gaat goed')],
  [3, 'reports the same', report('ongewijzigd')],
  [1, 'ends', report('afgerond Het is klaar')],
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
