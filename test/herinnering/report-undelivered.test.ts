import { expect, test } from 'vitest';
import { DeliveryError } from '../../src/chat/platform.ts';
import { at } from '../moments.ts';
import { talkFor } from '../scene.ts';
import { SECRETARIS, UWV } from '../talk.ts';

const talk = talkFor('postgres');

const failFor = (emails: string[], final: boolean) => {
  talk.platform.fails = ({ address }) => {
    if (emails.some((email) => JSON.stringify(address).includes(email)))
      throw new DeliveryError('geen antwoord', { final });
  };
};

test('the secretaris hears once, in one message, who could not be reached', async () => {
  failFor([UWV, 'trekker@tno.example'], true);
  await talk.passTo(at('2026-12-18T09:00'));
  const reports = talk.sent.filter(
    ({ to, text }) => to === SECRETARIS && /^\d+ pers\w+ niet bereikt/.test(text),
  );
  expect(reports).toHaveLength(1);
  expect(reports[0]?.text).toContain('2 personen niet bereikt');
  expect(reports[0]?.text).toContain('Trekker UWV (trekker@uwv.example), UWV');
  expect(await talk.say(SECRETARIS, 'overleg')).toContain('Niet bezorgd: 2 berichten');
});

test('what keeps failing is tried again with growing pauses, then reported', async () => {
  const attempts: string[] = [];
  talk.platform.fails = ({ address }) => {
    if (!JSON.stringify(address).includes(UWV)) return;
    attempts.push(talk.clock.now().toString());
    throw new DeliveryError('geen antwoord');
  };
  await talk.passTo(at('2026-12-18T09:00'));
  expect(attempts).toHaveLength(9);
  const minutes = attempts.slice(1).map((time, index) => {
    return Math.round(
      Temporal.Instant.from(attempts[index] ?? time)
        .until(time)
        .total('minutes'),
    );
  });
  expect(minutes).toEqual([1, 2, 4, 8, 16, 32, 64, 128]);
  const reports = talk.sent.filter(
    ({ to, text }) => to === SECRETARIS && /^\d+ pers\w+ niet bereikt/.test(text),
  );
  expect(reports).toHaveLength(1);
});

test('what cannot reach the secretaris is not reported to the same secretaris for ever', async () => {
  failFor([SECRETARIS, UWV], true);
  await talk.passTo(at('2027-01-05T09:00'));
  const rows = await talk.inRegio((tx) => tx.bericht.findMany({ where: { soort: 'niet-bezorgd' } }));
  // One for each of the four times that UWV was asked.
  expect(rows.length).toBeLessThanOrEqual(4);
});
