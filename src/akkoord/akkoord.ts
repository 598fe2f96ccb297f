import { wilHoren } from '../herinnering/herinnering.ts';
import { atLocalTime, toLocal } from '../kalender/datum.ts';
import { type Dagen, plusWerkdagen } from '../kalender/werkdag.ts';

/** What an organisatie said to a text; `open`: nothing yet, which is never a yes. */
export type AkkoordStatus = 'open' | 'akkoord' | 'niet_akkoord';

/** The icon never stands without the word. */
export const ANTWOORDEN: Record<AkkoordStatus, string> = {
  open: '⏳ Nog geen antwoord',
  akkoord: '✅ Akkoord',
  niet_akkoord: '⛔ Niet akkoord',
};

/** From then on nothing can be answered: the day after the last one begins. */
export const eindeVan = (uiterlijk: Temporal.PlainDate): Temporal.Instant =>
  atLocalTime(uiterlijk.add({ days: 1 }), '00:00');

/** How far along it is that the secretaris hears who did not answer. */
export const AFLOOP = 3;

/** Whether this persoon wants it: who wants only the aanlevertermijn is asked, and told how it ended, but not reminded. */
export const wilLezen = (trede: number, voorkeur: { alleenTermijn: boolean }): boolean =>
  trede === 0 || trede === AFLOOP || wilHoren('akkoord', voorkeur);

/** How many working days before the last day is reminded, at 09:00. */
const HERINNERD = [5, 1];
const TIJD = '09:00';

/** When is asked, at once, and reminded: as far as that is on a later day. */
export function vraagMomenten(
  gevraagd: Temporal.Instant,
  uiterlijk: Temporal.PlainDate,
  vrij: readonly Dagen[],
): { trede: number; moment: Temporal.Instant }[] {
  const today = toLocal(gevraagd).toPlainDate();
  const reminders = HERINNERD.map((werkdagen, index) => {
    return { trede: index + 1, dag: plusWerkdagen(uiterlijk, -werkdagen, vrij) };
  }).filter(({ dag }) => Temporal.PlainDate.compare(dag, today) > 0);
  return [
    { trede: 0, moment: gevraagd },
    ...reminders.map(({ trede, dag }) => ({ trede, moment: atLocalTime(dag, TIJD) })),
  ];
}

/** The working day after the last one. */
export const afloopMoment = (uiterlijk: Temporal.PlainDate, vrij: readonly Dagen[]): Temporal.Instant =>
  atLocalTime(plusWerkdagen(uiterlijk, 1, vrij), TIJD);

/** How long after the last day it is of use to hear how it ended. */
const GEDULD = { days: 30 };

export const afloopUiterlijk = (uiterlijk: Temporal.PlainDate): Temporal.Instant =>
  atLocalTime(uiterlijk.add(GEDULD), '00:00');

/** "2 van 7 akkoord, 1 niet akkoord, 4 nog geen antwoord": silence is counted by itself. */
export function telling(akkoorden: readonly { status: AkkoordStatus }[]): string {
  const count = (status: AkkoordStatus) => akkoorden.filter((one) => one.status === status).length;
  const rest = [
    [count('niet_akkoord'), 'niet akkoord'],
    [count('open'), 'nog geen antwoord'],
  ] as const;
  const parts = rest.flatMap(([aantal, wat]) => (aantal > 0 ? [`${aantal} ${wat}`] : []));
  return [`${count('akkoord')} van ${akkoorden.length} akkoord`, ...parts].join(', ');
}
