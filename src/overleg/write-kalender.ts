import ICAL from 'ical.js';
import { toLocal } from '../kalender/datum.ts';
import { ZONE } from '../kalender/werkdag.ts';
import type { KalenderVergadering } from './stored-kalender.ts';

export type Kalender = {
  naam: string;
  /** The code of the regio: it makes the name of a vergadering one in the world. */
  regio: string;
  vergaderingen: readonly KalenderVergadering[];
  /** From then on its address does not work any more. */
  verloopt: Temporal.Instant;
  now: Temporal.Instant;
};

/** The rules of summer time as they have been since 1996. */
const TIJDZONE = [
  'BEGIN:VTIMEZONE',
  `TZID:${ZONE}`,
  'BEGIN:DAYLIGHT',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'DTSTART:19960331T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n');

/** Job: vergaderingen as a calendar file (RFC 5545), to subscribe to. */
export function writeKalender({ naam, regio, vergaderingen, verloopt, now }: Kalender): string {
  const kalender = new ICAL.Component('vcalendar');
  const values = {
    version: '2.0',
    prodid: '-//Doebot//Overleg//NL',
    calscale: 'GREGORIAN',
    method: 'PUBLISH',
  };
  for (const [name, value] of Object.entries(values)) kalender.addPropertyWithValue(name, value);
  kalender.addPropertyWithValue('x-wr-calname', naam);
  kalender.addPropertyWithValue('refresh-interval', 'PT4H').setParameter('value', 'DURATION');
  kalender.addPropertyWithValue('x-published-ttl', 'PT4H');
  kalender.addSubcomponent(ICAL.Component.fromString(TIJDZONE));
  for (const vergadering of vergaderingen) kalender.addSubcomponent(eventOf(vergadering, regio, now));
  kalender.addSubcomponent(renewalOf(regio, verloopt, now));
  return `${kalender.toString()}\r\n`;
}

/** How long one takes is not known; without a length a calendar would not keep the time free. */
const DUUR = { hours: 2 };

function eventOf(vergadering: KalenderVergadering, regio: string, now: Temporal.Instant): ICAL.Component {
  const { id, begin, status, versie, plaats, link, overleg } = vergadering;
  const off = status === 'geannuleerd';
  const event = newEvent(`vergadering-${regio}-${id}@doebot`, now);
  const start = begin.toTemporalInstant();
  for (const [name, at] of [
    ['dtstart', start],
    ['dtend', start.add(DUUR)],
  ] as const) {
    event.addPropertyWithValue(name, localTime(at)).setParameter('tzid', ZONE);
  }
  event.addPropertyWithValue('sequence', versie);
  event.addPropertyWithValue('status', off ? 'CANCELLED' : 'CONFIRMED');
  event.addPropertyWithValue('transp', off ? 'TRANSPARENT' : 'OPAQUE');
  event.addPropertyWithValue('summary', `${off ? 'Gaat niet door: ' : ''}${overleg.naam} (${overleg.code})`);
  const where = plaats || link;
  if (where) event.addPropertyWithValue('location', where);
  if (link) event.addPropertyWithValue('url', link);
  const lines = [...(link ? [`Online: ${link}`] : []), EINDE];
  event.addPropertyWithValue('description', lines.join('\n'));
  return event;
}

const EINDE = 'Hoe laat het afloopt, weet Doebot niet. Hier staat twee uur.';

/** Two weeks before a calendar stops to be kept up, it says so itself. */
function renewalOf(regio: string, verloopt: Temporal.Instant, now: Temporal.Instant): ICAL.Component {
  const event = newEvent(`vernieuwen-${regio}-${verloopt.epochMilliseconds}@doebot`, now);
  const day = toLocal(verloopt).toPlainDate().subtract({ weeks: 2 });
  event.addPropertyWithValue('dtstart', ICAL.Time.fromDateString(day.toString()));
  event.addPropertyWithValue('transp', 'TRANSPARENT');
  event.addPropertyWithValue('summary', 'Vernieuw deze agenda: vraag Doebot om «overleg agenda»');
  return event;
}

function newEvent(uid: string, now: Temporal.Instant): ICAL.Component {
  const event = new ICAL.Component('vevent');
  event.addPropertyWithValue('uid', uid);
  event.addPropertyWithValue(
    'dtstamp',
    ICAL.Time.fromDateTimeString(now.toString({ smallestUnit: 'second' })),
  );
  return event;
}

const localTime = (at: Temporal.Instant): ICAL.Time =>
  ICAL.Time.fromDateTimeString(toLocal(at).toPlainDateTime().toString({ smallestUnit: 'second' }));
