import { dagText, tijdText, toLocal } from '../kalender/datum.ts';
import { datumText } from '../kalender/maand.ts';

/** How dates are written in what somebody is reminded of. */
export type Datumtaal = 'nederlands' | 'kort' | 'engels';

const KORT = new Intl.DateTimeFormat('nl-NL', { weekday: 'short', timeZone: 'UTC' });
const ENGELS = { day: 'numeric', month: 'long', year: 'numeric' } as const;

/** "14 januari 2027", "14-1-2027", "14 January 2027". */
const ZONDER_WEEKDAG: Record<Datumtaal, (date: Temporal.PlainDate) => string> = {
  nederlands: datumText,
  kort: ({ day, month, year }) => `${day}-${month}-${year}`,
  engels: (date) => date.toLocaleString('en-GB', ENGELS),
};

/** "donderdag 14 januari 2027", "do 14-1-2027", "Thursday 14 January 2027". */
const SCHRIJF: Record<Datumtaal, (date: Temporal.PlainDate) => string> = {
  nederlands: dagText,
  kort: (date) => {
    const weekday = KORT.format(Date.UTC(date.year, date.month - 1, date.day));
    return `${weekday} ${ZONDER_WEEKDAG.kort(date)}`;
  },
  engels: (date) => date.toLocaleString('en-GB', { weekday: 'long', ...ENGELS }).replace(',', ''),
};

export const datumVoor = (taal: Datumtaal): ((date: Temporal.PlainDate) => string) => SCHRIJF[taal];

export const zonderWeekdag = (taal: Datumtaal): ((date: Temporal.PlainDate) => string) =>
  ZONDER_WEEKDAG[taal];

/** As `datumVoor`, with the time: "do 14-1-2027 om 10:00 uur". */
export const beginTextIn = (taal: Datumtaal, begin: Temporal.Instant): string =>
  `${SCHRIJF[taal](toLocal(begin).toPlainDate())} om ${tijdText(begin)} uur`;
