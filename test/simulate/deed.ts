import { dayOf, isoDay, isWorkday } from './calendar.ts';
import type { Random } from './random.ts';
import type { Gevraagd, Persoon, Stand, Vergadering } from './record.ts';

type Input = Record<string, string | number | boolean>;
/** What somebody asks of Doebot: in words, or with a button or a form. */
export type Deed = { who: string; say: { text: string } | { command: string; input: Input } };

/** What there is to choose from. `gevraagd`: the last question that each persoon got. */
export type Scene = { random: Random; stand: Stand; gevraagd: Gevraagd[]; now: number };
/** Chooses what is done; undefined: there is nobody to do it, or nothing to do it to. */
export type Action = (scene: Scene) => Deed | undefined;

/** How often it is to come up, what it is called, and what is done: one more is one more line. */
export type Happening = readonly [often: number, name: string, action: Action];

export const oneOf = <T>(random: Random, list: readonly T[]): T | undefined =>
  list.length > 0 ? random.pick(list) : undefined;

export const present = ({ stand }: Scene) => stand.personen.filter(({ weg }) => !weg);

/** On a Dutch working day, so many days ahead. */
export function someDay({ random, now }: Scene, from: number, to: number): string {
  let day = dayOf(now) + random.int(from, to);
  while (!isWorkday(day)) day += 1;
  return `${isoDay(day)} ${random.pick(['10:00', '09:00', '13:30', '16:00'])}`;
}

export const codeOf = ({ overleg }: Pick<Vergadering, 'overleg'>) => (overleg === 1 ? 'RBA' : 'AGC');

/** Something that the secretaris says or presses. */
export const bySecretaris = (say: (scene: Scene) => Deed['say'] | undefined): Action => {
  return (scene) => {
    const who = present(scene).find(({ rol }) => rol === 'secretaris');
    const said = say(scene);
    return who && said && { who: who.email, say: said };
  };
};

/** The same, of a vergadering to come of which that is so. */
export const about = (
  say: (vergadering: Vergadering, scene: Scene) => Deed['say'] | undefined,
  isSo: (vergadering: Vergadering) => boolean = () => true,
): Action =>
  bySecretaris((scene) => {
    const { random, stand, now } = scene;
    const coming = stand.vergaderingen.filter(({ begin, gepland }) => gepland && begin > now);
    const vergadering = oneOf(random, coming.filter(isSo));
    return vergadering && say(vergadering, scene);
  });

/** Something that somebody, of whom that is so, says or presses for themselves. */
export const byAnyone = (
  say: (persoon: Persoon, scene: Scene) => Deed['say'] | undefined,
  isSo: (persoon: Persoon, scene: Scene) => boolean = () => true,
): Action => {
  return (scene) => {
    const persoon = oneOf(
      scene.random,
      present(scene).filter((one) => isSo(one, scene)),
    );
    const said = persoon && say(persoon, scene);
    return said && { who: persoon.email, say: said };
  };
};

/** A button of the last question that somebody, of whom that is so, got. */
export const inAnswer = (
  press: (gevraagd: Gevraagd, scene: Scene) => Deed['say'],
  isSo: (persoon: Persoon, scene: Scene) => boolean = () => true,
): Action => {
  const of = (persoon: Persoon, { gevraagd }: Scene) => gevraagd.find((one) => one.persoon === persoon.id);
  return byAnyone(
    (persoon, scene) => {
      const asked = of(persoon, scene);
      return asked && press(asked, scene);
    },
    (persoon, scene) => of(persoon, scene) !== undefined && isSo(persoon, scene),
  );
};
