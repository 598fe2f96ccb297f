import { afterEach, describe, expect, it } from 'vitest';
import { SHARE } from '../../src/chat/share.ts';
import { install } from '../../src/regio/install.ts';
import { connectTeams } from '../../src/teams/teams.ts';
import { eventually } from '../eventually.ts';
import { ANNA, cardOf as card, says } from '../script.ts';
import { talkOn, UWV } from '../talk.ts';
import { type Activity, activityOf, deliver, mentionOf, pressOf } from './activities.ts';
import { playing } from './script.ts';
import { actionCalled, seenOf } from './seen.ts';
import { type TeamsDriver, teamsDriver } from './teams-driver.ts';
import { cardOf } from './teams-person.ts';

const LABEL = 'Deel in dit kanaal';
const THREAD = '19:kanaal@thread.tacv2;messageid=1700000000000';
const GROUP = '19:groep@thread.v2';

/** Everything that everybody there sees. */
const inPublic = ({ fake }: TeamsDriver) =>
  fake.posts.filter(({ conversation, targeted }) => conversation.startsWith('19:') && targeted === undefined);

/** Asks in a channel or group; gives the private card. */
async function askIn(conversation: string, driver: TeamsDriver, email: string, text: string) {
  const { door, fake } = driver;
  const count = fake.posts.length;
  const mention = mentionOf(text, `28:${fake.config.appId}`);
  await deliver(door, activityOf(door, driver.member(email), mention, conversation));
  return eventually(() => fake.posts[count]);
}

/** The press of the button on a card; delivered twice, it is the same press. */
function pressIn(
  conversation: string,
  driver: TeamsDriver,
  email: string,
  on: Awaited<ReturnType<typeof askIn>>,
  label = LABEL,
) {
  const press = pressOf(actionCalled(cardOf(on), label), on.id);
  return activityOf(driver.door, driver.member(email), press, conversation);
}

const send = (driver: TeamsDriver, activity: Activity) => deliver(driver.door, activity);

describe('sharing an answer, with all of Doebot', () => {
  let stop: () => Promise<void>;
  afterEach(() => stop());
  const start = async () => {
    const talk = await talkOn('postgres');
    const deps = { ask: talk.ask, now: talk.clock.now, log: talk.log };
    const people = [{ email: UWV, name: 'Trekker UWV' }];
    const driver = await teamsDriver((config) => connectTeams(config, deps), people);
    for (const tenant of driver.connection.tenants) await install(talk.db, 'teams', tenant);
    stop = async () => {
      await driver.stop();
      await talk.close();
    };
    return driver;
  };

  it.each([THREAD, GROUP])(
    'shows it to everybody in %s, once, and leaves the private card',
    async (where) => {
      const driver = await start();
      const mine = await askIn(where, driver, UWV, 'actie 4');
      expect(seenOf(cardOf(mine)).buttons).toEqual(['Bijwerken', 'Ongewijzigd', LABEL]);
      expect(mine).toMatchObject({
        targeted: driver.member(UWV).id,
        message: { recipient: { isTargeted: true } },
      });
      expect(inPublic(driver)).toEqual([]);

      const press = pressIn(where, driver, UWV, mine);
      expect((await send(driver, press)).body).toMatchObject({ statusCode: 200 });
      const [shared] = inPublic(driver);
      expect(shared?.conversation).toBe(where);
      expect(shared?.message).not.toHaveProperty('recipient');
      const call = driver.fake.calls.findLast(({ method }) => method === 'POST');
      expect(call).toMatchObject({ targeted: false });
      const seen = seenOf(cardOf(shared ?? expect.fail('not shared')));
      expect(seen.buttons).toEqual([]);
      expect(seen.text).toContain('#4 Intensieve samenwerking');
      expect(seen.text).toContain('Stand van 23 november 2026, 09:00 uur\nGedeeld door Trekker UWV (UWV)');
      expect(mine.edited).toBe(false);

      for (const again of [press, pressIn(where, driver, UWV, mine)]) {
        await send(driver, again);
        const told = driver.fake.posts.at(-1);
        expect(told).toMatchObject({ targeted: driver.member(UWV).id });
        expect(told?.message.summary).toContain('Dit antwoord is al gedeeld in dit kanaal.');
      }
      expect(inPublic(driver)).toHaveLength(1);
    },
  );

  it('is not offered one to one, and a forged press there is refused', async () => {
    const driver = await start();
    expect((await driver.say(UWV, 'actie 4')).buttons).toEqual(['Bijwerken', 'Ongewijzigd']);
    const mine = await askIn(THREAD, driver, UWV, 'actie 4');
    const forged = activityOf(
      driver.door,
      driver.member(UWV),
      pressOf(actionCalled(cardOf(mine), LABEL), '1'),
    );
    await send(driver, forged);
    const told = driver.fake.posts.at(-1);
    expect(told?.message.summary).toContain('Delen kan alleen in een kanaal of een groep');
    expect(inPublic(driver)).toEqual([]);
  });
});

describe('what is shared', () => {
  const BUTTON = { label: LABEL, command: SHARE, input: { command: 'x', input: {} } };
  let driver: TeamsDriver;
  afterEach(() => driver.stop());
  const start = async () => {
    const playingNow = await playing(({ say }) =>
      'text' in say ? says('Actie 4', BUTTON) : { kind: 'shared', card: card('Gedeeld door Anna') },
    );
    driver = playingNow.driver;
    return playingNow.requests;
  };

  it('was asked where others read: the channel and the card are in the request', async () => {
    const requests = await start();
    const mine = await askIn(THREAD, driver, ANNA, 'actie 4');
    await send(driver, pressIn(THREAD, driver, ANNA, mine));
    await driver.say(ANNA, 'actie 4');
    const id = '19:kanaal@thread.tacv2';
    const { serviceUrl, config } = driver.fake;
    const there = { id, address: { serviceUrl, tenant: config.tenantId, channel: id, threads: true } };
    expect(requests.map(({ channel }) => channel)).toEqual([
      there,
      { ...there, message: mine.id },
      undefined,
    ]);
  });

  it('that the bot may not post is told to who shared it, who can try again', async () => {
    const requests = await start();
    const mine = await askIn(THREAD, driver, ANNA, 'actie 4');
    driver.fake.plan({
      method: 'POST',
      path: /activities$/,
      status: 403,
      code: 'BotNotInConversationRoster',
    });
    await send(driver, pressIn(THREAD, driver, ANNA, mine));
    const told = driver.fake.posts.at(-1) ?? expect.fail('nothing told');
    expect(told).toMatchObject({ targeted: driver.member(ANNA).id });
    expect(told.message.summary).toContain('Het delen is niet gelukt');
    expect(inPublic(driver)).toEqual([]);
    await send(driver, pressIn(THREAD, driver, ANNA, told, 'Opnieuw proberen'));
    expect(inPublic(driver)).toHaveLength(1);
    expect(requests[2]?.say).toEqual(requests[1]?.say);
    expect(requests[2]?.channel?.message).not.toBe(requests[1]?.channel?.message);
  });

  it('cannot be shared from 1:1, when the answer could only come there', async () => {
    await start();
    driver.fake.plan({ method: 'POST', path: /activities$/, status: 404, code: 'ConversationNotFound' });
    const alone = await askIn(THREAD, driver, ANNA, 'actie 4');
    expect(alone.conversation).not.toBe(THREAD);
    expect(seenOf(cardOf(alone)).buttons).toEqual([]);
  });
});
