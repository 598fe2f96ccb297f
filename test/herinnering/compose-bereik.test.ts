import { expect, test } from 'vitest';
import { at } from '../moments.ts';
import { talkFor } from '../scene.ts';
import { SECRETARIS, UWV } from '../talk.ts';

const talk = talkFor('postgres');

const lists = () =>
  talk.sent
    .filter(({ to, text }) => to === SECRETARIS && text.includes('Bereikbaar voor'))
    .map(({ text }) => text);
/** Five working days before the uitvraag of 17 December. */
const passBereik = (missing: string[]) =>
  talk.passTo(at('2026-12-10T12:00'), {
    ...talk.platform,
    find: async (tenant, email) => (missing.includes(email) ? undefined : talk.platform.find(tenant, email)),
  });

test('the secretaris hears before the uitvraag who cannot be reached, why, and what to do', async () => {
  await passBereik([UWV]);
  const [list] = lists();
  expect(lists()).toHaveLength(1);
  expect(list).toMatch(/Van de \d+ personen die ik ga aanschrijven, kan ik er 1 niet bereiken/);
  expect(list).toContain('Trekker UWV (trekker@uwv.example), UWV');
  expect(list).toContain('Staat niet op Slack of Teams met dit e-mailadres');
  expect(list).toContain('Klopt het adres?');
});

test('the secretaris hears that everyone can be reached', async () => {
  await passBereik([]);
  expect(lists()).toHaveLength(1);
  expect(lists()[0]).toContain('Ik kan iedereen bereiken die ik ga aanschrijven');
});
