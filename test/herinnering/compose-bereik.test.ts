import { expect, test } from 'vitest';
import { cardText } from '../../src/chat/text.ts';
import { composeBereik } from '../../src/herinnering/compose-bereik.ts';
import { findVergadering } from '../../src/overleg/stored-vergadering.ts';
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

test('the secretaris hears that everyone can be reached, or of how many it is not known yet', async () => {
  await passBereik([]);
  expect(lists()).toHaveLength(1);
  const known = (email: string | undefined, bereikOp: Date | null) =>
    talk.inRegio(async (tx) => {
      await tx.persoon.updateMany({ where: email === undefined ? {} : { email }, data: { bereikOp } });
      const { id } = await tx.vergadering.findFirstOrThrow();
      return cardText(await composeBereik(tx, await findVergadering(tx, id), talk.clock.now()));
    });
  expect(await known(undefined, new Date('2026-12-10T08:00:00Z'))).toMatch(
    /Ik kan iedereen bereiken die ik ga aanschrijven: \d+ personen\.\nDe vergadering/,
  );
  expect(await known(UWV, null)).toMatch(
    /Ik kan \d+ personen bereiken die ik ga aanschrijven\.\nVan 1 persoon weet ik het nog niet\./,
  );
});
