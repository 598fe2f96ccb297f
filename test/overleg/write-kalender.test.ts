import ical from 'node-ical';
import { describe, expect, test } from 'vitest';
import { writeKalender } from '../../src/overleg/write-kalender.ts';
import { at, START } from '../moments.ts';

const vergadering = (over: object) => ({
  regioId: 1,
  id: 7,
  overlegId: 3,
  begin: new Date(at('2027-04-12T10:00').epochMilliseconds),
  status: 'gepland' as const,
  plaats: '',
  link: '',
  versie: 0,
  stil: false,
  overleg: { code: 'RBA', naam: 'Regionaal Beraad Arbeidsmarkt' },
  ...over,
});

const write = (...vergaderingen: object[]) =>
  writeKalender({
    naam: 'Overleg',
    regio: 'zk-ijmond',
    vergaderingen: vergaderingen.map(vergadering),
    verloopt: at('2027-11-23T09:00'),
    now: START,
  });

/** As another program reads it. */
const read = (text: string, id = 7) => {
  const event = ical.sync.parseICS(text)[`vergadering-zk-ijmond-${id}@doebot`];
  if (event?.type !== 'VEVENT') throw new Error('no such event');
  return event;
};

describe('a calendar file', () => {
  test('says when a vergadering is, in summer and in winter time, in the zone of Amsterdam', () => {
    const text = write({}, { id: 8, begin: new Date(at('2027-01-11T10:00').epochMilliseconds) });
    expect(read(text).start.toISOString()).toBe('2027-04-12T08:00:00.000Z');
    expect(read(text, 8).start.toISOString()).toBe('2027-01-11T09:00:00.000Z');
    expect(text).toContain('DTSTART;TZID=Europe/Amsterdam:20270412T100000');
    expect(text).toContain('BEGIN:VTIMEZONE\r\nTZID:Europe/Amsterdam');
    expect(text).toContain('DTSTAMP:20261123T080000Z');
  });

  test('keeps its name and counts its changes', () => {
    expect([read(write({ versie: 4 })).sequence, read(write({ versie: 4 })).status]).toEqual([
      4,
      'CONFIRMED',
    ]);
  });

  test('says that a vergadering is off', () => {
    const { status, summary } = read(write({ status: 'geannuleerd', versie: 1 }));
    expect([status, summary]).toEqual(['CANCELLED', 'Gaat niet door: Regionaal Beraad Arbeidsmarkt (RBA)']);
  });

  test('keeps every mark of a place and a link, in lines of 75 bytes at most', () => {
    const plaats = `Stadhuis, zaal 3; «Café» \\ ingang B: ${'é😀'.repeat(40)}`;
    const link = 'https://teams.example/l/meetup?a=1,2;b=3';
    const text = write({ plaats, link });
    expect([read(text).location, read(text).url]).toEqual([plaats, link]);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
  });

  test('says two weeks before it ends that it has to be renewed', () => {
    const last = Object.values(ical.sync.parseICS(write())).find((one) => one?.type === 'VEVENT');
    expect(last).toMatchObject({
      summary: 'Vernieuw deze agenda: vraag Doebot om «overleg agenda»',
      datetype: 'date',
    });
    expect(write()).toContain('DTSTART;VALUE=DATE:20271109');
  });
});
