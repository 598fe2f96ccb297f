import { expect, test } from 'vitest';
import type { Platform } from '../../src/chat/platform.ts';
import { cardText } from '../../src/chat/text.ts';
import { composeBereik } from '../../src/herinnering/compose-bereik.ts';
import { planHerinneringen } from '../../src/herinnering/plan-herinneringen.ts';
import { findVergadering } from '../../src/overleg/stored-vergadering.ts';
import { at } from '../moments.ts';
import { talkFor } from '../scene.ts';
import { SECRETARIS, UWV } from '../talk.ts';

const talk = talkFor('postgres');

const lists = () =>
  talk.sent
    .filter(({ to, text }) => to === SECRETARIS && text.includes('Bereikbaar voor'))
    .map(({ text }) => text);
const missingOn = (missing: string[]): Platform => ({
  ...talk.platform,
  find: async (tenant, email) => (missing.includes(email) ? undefined : talk.platform.find(tenant, email)),
});
/** Looks who can be reached, of which each beat does some; everybody has been looked up by then. */
async function lookUp(on: Platform) {
  talk.clock.moveTo(at('2026-12-02T12:00'));
  for (let beat = 0; beat < 5; beat += 1) await talk.runOn(on);
}
/** To the day before the agendacommissie of 10 December. */
async function passBereik(missing: string[]) {
  const on = missingOn(missing);
  await lookUp(on);
  await talk.passTo(at('2026-12-09T12:00'), on);
}

test('the secretaris hears before anybody is written to who cannot be reached, why, and what to do', async () => {
  await passBereik([UWV]);
  const [list] = lists();
  expect(lists()).toHaveLength(1);
  expect(list).toMatch(
    /Van de \d+ personen die ik ga aanschrijven of als invaller nodig kan hebben, kan ik er 1 niet bereiken\. Regel dit vóór 10 december 2026, 09:00 uur: dan begint de aanloop\./,
  );
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
  expect(await known(undefined, new Date('2026-12-09T08:00:00Z'))).toMatch(
    /Ik kan iedereen bereiken die ik ga aanschrijven of als invaller nodig kan hebben: \d+ personen\.\nDe vergadering/,
  );
  expect(await known(UWV, null)).toMatch(
    /Ik kan \d+ personen bereiken die ik ga aanschrijven of als invaller nodig kan hebben\.\nVan 1 persoon weet ik het nog niet\./,
  );
});

test('who cannot be reached is listed too where an escalatie or an absence leads to them, and as what', async () => {
  const [jan, piet] = ['jan@uwv.example', 'piet@uwv.example'];
  await talk.say(SECRETARIS, `persoon toevoegen Jan ${jan} UWV deelnemer`);
  await talk.say(SECRETARIS, `persoon toevoegen Piet ${piet} UWV deelnemer`);
  await talk.say(SECRETARIS, 'contact UWV Jan');
  await talk.say(UWV, 'afwezig t/m 9 januari, vervanger Piet');
  await passBereik([jan, piet]);
  const [list] = lists();
  expect(list).toContain('kan ik er 2 niet bereiken');
  expect(list).toContain(`Jan (${jan}), UWV · als contact van de organisatie`);
  expect(list).toContain(`Piet (${piet}), UWV · als vervanger`);
});

test('without an uitvraag it comes the day before what is first then', async () => {
  await talk.say(SECRETARIS, 'overleg aanloop agendacommissie uit');
  await talk.say(SECRETARIS, 'overleg aanloop uitvraag uit');
  await talk.passTo(at('2026-12-23T08:59'));
  expect(lists()).toEqual([]);
  await talk.passTo(at('2026-12-23T09:00'));
  expect(lists()).toHaveLength(1);
});

test('a secretaris who wants messages on one day of the week only gets it before the run-up all the same', async () => {
  await talk.inRegio(async (tx) => {
    const { id: persoonId } = await tx.persoon.findFirstOrThrow({ where: { email: SECRETARIS } });
    await tx.voorkeur.create({ data: { persoonId, dagen: [5] } });
    const { id } = await tx.vergadering.findFirstOrThrow();
    await planHerinneringen(tx, id, talk.clock.now());
  });
  await lookUp(talk.platform);
  await talk.passTo(at('2026-12-04T09:00'));
  expect(lists()).toHaveLength(1);
  expect(lists()[0]).not.toContain('weet ik het nog niet');
});
