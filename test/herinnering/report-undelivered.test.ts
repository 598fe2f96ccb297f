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

const reports = () =>
  talk.sent.filter(({ to, text }) => to === SECRETARIS && /^\d+ pers\w+ niet bereikt/.test(text));

/** What was given up for UWV at this moment, after it was tried here and there. */
const giveUp = (platforms: ('slack' | 'mail')[]) =>
  talk.inRegio(async (tx) => {
    const { id: persoonId } = await tx.persoon.findFirstOrThrow({ where: { email: UWV } });
    const op = new Date(talk.clock.now().epochMilliseconds);
    const row = { persoonId, soort: 'hello', inhoud: {}, gemaaktOp: op, volgendeOp: op };
    const { id } = await tx.bericht.create({ data: { ...row, status: 'mislukt', fout: 'geweigerd' } });
    for (const platform of platforms)
      await tx.bezorging.create({ data: { berichtId: id, op, platform, uitkomst: 'mislukt' } });
    return id;
  });

test('the secretaris hears once, in one message, who could not be reached', async () => {
  failFor([UWV, 'trekker@tno.example'], true);
  await talk.passTo(at('2026-12-18T09:00'));
  expect(reports()).toHaveLength(1);
  expect(reports()[0]?.text).toContain('2 personen niet bereikt');
  expect(reports()[0]?.text).toContain('Trekker UWV (trekker@uwv.example), UWV');
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
  expect(reports()).toHaveLength(1);
});

test('what cannot reach the secretaris is not reported to the same secretaris for ever', async () => {
  failFor([SECRETARIS, UWV], true);
  await talk.passTo(at('2027-01-05T09:00'));
  const rows = await talk.inRegio((tx) => tx.bericht.findMany({ where: { soort: 'niet-bezorgd' } }));
  // One for each of the four times that UWV was asked.
  expect(rows.length).toBeLessThanOrEqual(4);
});

test('what fails at night is told in working hours, and not at all when it has arrived by then', async () => {
  talk.clock.moveTo(at('2026-11-28T23:00'));
  await giveUp(['slack']);
  await talk.run();
  await talk.passTo(at('2026-11-30T08:59'));
  expect(reports()).toEqual([]);
  await talk.passTo(at('2026-11-30T09:01'));
  expect(reports().map((one) => one.at)).toEqual(['30 november 2026, 09:00']);
  talk.clock.moveTo(at('2026-11-30T23:00'));
  const id = await giveUp(['slack']);
  await talk.run();
  await talk.inRegio((tx) =>
    tx.bericht.update({
      where: { regioId_id: { regioId: talk.regioId, id } },
      data: { status: 'verzonden' },
    }),
  );
  await talk.passTo(at('2026-12-01T09:01'));
  expect(reports()).toHaveLength(1);
});

test('the reason is that of the platform that was tried last', async () => {
  await giveUp(['slack', 'mail']);
  await talk.run();
  expect(reports()[0]?.text).toContain('De mailserver weigerde dit adres. Klopt het?');
  expect(await talk.say(SECRETARIS, 'niet bereikt')).toContain('Klopt het? Geprobeerd: Slack, mail.');
  await giveUp(['slack']);
  await talk.run();
  expect(reports()[1]?.text).toContain('Slack nam het bericht niet aan.');
});
