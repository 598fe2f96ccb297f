import { dayOf, isoDay } from './calendar.ts';
import {
  type Action,
  about,
  bySecretaris,
  codeOf,
  type Deed,
  type Happening,
  oneOf,
  present,
  type Scene,
  someDay,
} from './deed.ts';
import { emailOf } from './fate.ts';
import { drawNaAfloop, drawStap } from './world.ts';

const planned = (from: number, to: number): Action =>
  bySecretaris((scene) => ({
    text: `overleg plan ${scene.random.chance(0.85) ? 'RBA' : 'AGC'} ${someDay(scene, from, to)}`,
  }));

const STAPPEN = [
  'uitvraag',
  'herinnering',
  'aanlevertermijn',
  'coulance',
  'escalatie',
  'aankondiging',
  'dag_ervoor',
  'na_afloop',
];

const isOff = ({ actief }: { actief: boolean | null }) => actief === false;

const stapUit = (vergadering: number, stap: string, uit: boolean): Deed['say'] => {
  return { command: 'overleg.herinneringen.stapuit', input: { vergadering, stap, uit } };
};

const bestuurders = (vergadering: number, stap: string, aan: boolean): Deed['say'] => {
  return { command: 'overleg.bestuurders.zet', input: { vergadering, stap, aan } };
};

const stil = (vergadering: number, stil: boolean): Deed['say'] => {
  return { command: 'overleg.herinneringen.stil', input: { vergadering, stil } };
};

const skip = (vergadering: number, persoon: number, over: boolean): Deed['say'] => {
  return { command: 'overleg.herinneringen.persoon', input: { vergadering, persoon, over } };
};

/** Asks all organisaties of the overleg, by a day. */
const akkoord = ({ random, now }: Scene, vorige: { vorige?: number }): Deed['say'] => {
  const uiterlijk = isoDay(dayOf(now) + random.int(1, 25));
  const text = { titel: 'Verklaring', link: 'https://voorbeeld.example/verklaring', versie: `${now}` };
  return { command: 'akkoord.vragen', input: { ...vorige, ...text, uiterlijk, overleg: 'RBA' } };
};

/** What the secretaris does. */
export const SECRETARIS: readonly Happening[] = [
  [5, 'plans', planned(12, 45)],
  [3, 'plans late', planned(1, 12)],
  [
    4,
    'moves',
    about((one, scene) => {
      const van = isoDay(dayOf(one.begin));
      return { text: `overleg verplaats ${codeOf(one)} van ${van} naar ${someDay(scene, 1, 45)}` };
    }),
  ],
  [
    1,
    'cancels',
    about(({ id, begin }) => ({
      command: 'overleg.afzeggen',
      input: { vergadering: id, begin: new Date(begin).toISOString() },
    })),
  ],
  [
    1,
    'moves to another room',
    about((one, { now }) => ({ text: `overleg plaats ${codeOf(one)} Zaal ${now}` })),
  ],
  [
    1,
    'has somebody leave',
    bySecretaris((scene) => {
      const persoon = oneOf(
        scene.random,
        present(scene).filter(({ rol }) => rol !== 'secretaris'),
      );
      return persoon && { command: 'persoon.vertrokken', input: { persoon: persoon.id } };
    }),
  ],
  [
    1,
    'adds somebody',
    bySecretaris(({ stand }) => {
      const nummer = stand.personen.length + 1;
      return { text: `persoon toevoegen Persoon ${nummer} ${emailOf(nummer)} O1 trekker` };
    }),
  ],
  [
    1,
    'names a contact',
    bySecretaris((scene) => {
      const { org, email } = scene.random.pick(present(scene));
      return { command: 'organisatie.contact', input: { organisatie: `O${org}`, wie: email } };
    }),
  ],
  [
    1,
    'changes the run-up',
    about((one, { random }) => {
      const { stap, werkdagen, tijd } = drawStap(random);
      return { text: `overleg aanloop ${codeOf(one)} ${stap} ${-werkdagen} werkdagen, ${tijd}` };
    }),
  ],
  [
    1,
    'has something said afterwards',
    about((one, { random }) => {
      const { werkdagen, tijd, aan } = drawNaAfloop(random);
      const stand = random.chance(0.8) ? `aan, ${werkdagen} werkdagen erna, ${tijd}, aan ${aan}` : 'uit';
      return { text: `overleg aanloop ${codeOf(one)} na afloop ${stand}` };
    }),
  ],
  [1, 'switches a step off', about(({ id }, { random }) => stapUit(id, random.pick(STAPPEN), true))],
  [
    1,
    'switches a step on',
    about(
      ({ id, eigen }) => stapUit(id, eigen.find(isOff)?.stap ?? '', false),
      ({ eigen }) => eigen.some(isOff),
    ),
  ],
  [2, 'switches bestuurders on', about(({ id }, { random }) => bestuurders(id, random.pick(STAPPEN), true))],
  [
    1,
    'switches bestuurders off',
    about(
      ({ id, eigen }) => bestuurders(id, eigen.find((one) => one.bestuurders)?.stap ?? '', false),
      ({ eigen }) => eigen.some((one) => one.bestuurders),
    ),
  ],
  [1, 'silences', about(({ id }) => stil(id, true))],
  [
    1,
    'silences no more',
    about(
      ({ id }) => stil(id, false),
      ({ door }) => !door,
    ),
  ],
  [1, 'skips somebody', about(({ id }, { random, stand }) => skip(id, random.pick(stand.personen).id, true))],
  [
    1,
    'skips somebody no more',
    about(
      ({ id, overgeslagen }, { random }) => skip(id, random.pick(overgeslagen), false),
      ({ overgeslagen }) => overgeslagen.length > 0,
    ),
  ],
  [
    1,
    'sends now',
    about(({ id: vergadering, begin }, { random }) => ({
      command: 'overleg.herinneringen.verstuur',
      input: { vergadering, begin: new Date(begin).toISOString(), stap: random.pick(STAPPEN) },
    })),
  ],
  [5, 'asks to agree to a text', bySecretaris((scene) => akkoord(scene, {}))],
  [
    1,
    'asks to agree to a new version',
    bySecretaris((scene) => {
      const ronde = oneOf(
        scene.random,
        scene.stand.rondes.filter(({ gesloten }) => !gesloten),
      );
      return ronde && akkoord(scene, { vorige: ronde.id });
    }),
  ],
  [
    1,
    'has a holiday',
    bySecretaris(({ random, now }) => {
      const van = dayOf(now) + random.int(5, 40);
      const naam = random.pick(['Herfst', 'Kerst', 'Mei', 'Bouwvak']);
      const days = `${isoDay(van)} t/m ${isoDay(van + random.int(2, 12))}`;
      return { command: 'vakantie.toevoegen', input: { naam, van: days } };
    }),
  ],
];
