import { dayOf, momentOn, workdaysFrom } from './calendar.ts';
import { ownMoment } from './moment.ts';
import type { Actie, Persoon, Ronde, Stand } from './record.ts';
import { carries, ended, persoonOf, secretarissen, worksAs } from './rules.ts';

/**
 * What has a date that is not a vergadering: organisaties that are asked to agree to a text by a day, and acties that
 * were to be done by one. Worked out again from the rules in words, as in rules.ts.
 */
export type Wanted = {
  what: 'akkoord' | 'verwacht';
  /** Of the ronde, or of the actie and its day. */
  about: string;
  trede: number;
  persoon: Persoon;
  moment: number;
  /** From then on it is of no use. */
  until: number;
};

/** No vergadering has a secretaris of its own here. */
export const REGIO = { overleg: 0, begin: 0 };

const NINE = 9 * 60;
/** The secretaris hears how it ended. */
export const ENDS = 3;

/** All that is to be sent, as the record stands. */
export const wantedOf = (stand: Stand): Wanted[] => [
  ...stand.rondes.flatMap((ronde) => ofRonde(stand, ronde)),
  ...stand.acties.flatMap((actie) => ofActie(stand, actie)),
];

/**
 * Asked at once, whatever they want to hear of; reminded five working days and one before the last day, but for who
 * wants only the aanlevertermijn; and how it ended on the working day after.
 */
function ofRonde(stand: Stand, { id, gesloten, gevraagd, uiterlijk, delen }: Ronde): Wanted[] {
  if (gesloten) return [];
  const until = momentOn(uiterlijk + 1, 0);
  const [what, about] = ['akkoord' as const, `${id}`];
  const open = delen.filter(({ status }) => status === 'open');
  const asked = [...new Set(open.flatMap(({ org }) => askedFor(stand, org)))];
  const reminders = [5, 1]
    .map((before, index) => ({ trede: index + 1, day: workdaysFrom(uiterlijk, -before, stand.vrij) }))
    .filter(({ day }) => day > dayOf(gevraagd));
  const end = momentOn(workdaysFrom(uiterlijk, 1, stand.vrij), NINE);
  return [
    ...asked.flatMap((persoon) => [
      { what, about, trede: 0, persoon, moment: gevraagd, until },
      ...(persoon.alleenTermijn ? [] : reminders).map(({ trede, day }) => {
        const moment = ownMoment(momentOn(day, NINE), persoon, until, stand.vrij);
        return { what, about, trede, persoon, moment, until };
      }),
    ]),
    ...secretarissen(stand, REGIO).flatMap((one) => {
      const persoon = persoonOf(stand, one);
      if (!persoon) return [];
      return [{ what, about, trede: ENDS, persoon, moment: end, until: momentOn(uiterlijk + 30, 0) }];
    }),
  ];
}

/** The contact of the organisatie, or all its trekkers; never a bestuurder. */
function askedFor({ personen }: Stand, org: number): Persoon[] {
  const there = personen.filter(({ weg, rol }) => !weg && rol !== 'bestuurder');
  const contact = there.find(({ contactVan }) => contactVan.includes(org));
  return contact ? [contact] : there.filter((persoon) => worksAs(persoon, org, ['trekker']));
}

/** Whoever carries it is asked once per day on which it was to be done, on the working day after that. */
function ofActie(stand: Stand, actie: Actie): Wanted[] {
  const { id, verwacht, laatste, niet } = actie;
  if (verwacht === null || laatste === null || dayOf(laatste) > verwacht || ended(actie)) return [];
  const until = momentOn(verwacht + 60, 0);
  const asked = stand.personen.filter(
    (persoon) =>
      !persoon.weg &&
      persoon.rol !== 'bestuurder' &&
      !persoon.alleenTermijn &&
      !niet.includes(persoon.id) &&
      carries(persoon, actie, stand),
  );
  return asked.map((persoon) => {
    const day = workdaysFrom(verwacht, 1, stand.vrij);
    const moment = ownMoment(momentOn(day, NINE), persoon, until, stand.vrij);
    return { what: 'verwacht', about: `${id} ${verwacht}`, trede: 0, persoon, moment, until };
  });
}
