import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { install } from '../../src/regio/install.ts';
import { connectSlack } from '../../src/slack/slack.ts';
import { connectTeams } from '../../src/teams/teams.ts';
import { PEOPLE } from '../conversations.ts';
import { at } from '../moments.ts';
import { slackDriver } from '../slack/slack-driver.ts';
import { type Talk, talkOn } from '../talk.ts';
import { teamsDriver } from '../teams/teams-driver.ts';
import { cardOf } from '../teams/teams-person.ts';

const TNO = 'trekker@tno.example';
const PASSPORT = 'trekker@passport4work.example';

/** What stands in the conversation with TNO, as JSON, and how often it was edited. */
type Shown = () => { text: string; edited: boolean }[];

const stages = {
  slack: async (talk: Talk) => {
    const deps = { ask: talk.ask, now: talk.clock.now, log: talk.log };
    const driver = await slackDriver((config) => connectSlack(config, deps), PEOPLE, { now: talk.clock.now });
    const { id } = driver.person(TNO).member;
    const shown: Shown = () =>
      driver.fake.posts
        .filter(({ to }) => to === id)
        .map(({ blocks, replaced }) => ({ text: JSON.stringify(blocks), edited: replaced > 0 }));
    return { driver, shown };
  },
  teams: async (talk: Talk) => {
    const deps = { ask: talk.ask, now: talk.clock.now, log: talk.log };
    const driver = await teamsDriver((config) => connectTeams(config, deps), PEOPLE);
    const { id } = driver.member(TNO);
    const shown: Shown = () =>
      driver.fake.posts
        .filter(({ conversation }) => conversation.includes(id))
        .map((post) => ({ text: JSON.stringify(cardOf(post)), edited: post.edited }));
    return { driver, shown };
  },
};

describe.each(['slack', 'teams'] as const)('in %s', (name) => {
  let talk: Talk;
  let stage: Awaited<ReturnType<(typeof stages)['slack' | 'teams']>>;
  beforeAll(async () => {
    talk = await talkOn('postgres');
    stage = await stages[name](talk);
    for (const tenant of stage.driver.connection.tenants) await install(talk.db, name, tenant);
  });
  afterAll(async () => {
    await stage.driver.stop();
    await talk.close();
  });

  test('a message is edited where it stands when somebody else has reported, and takes it back', async () => {
    await stage.driver.say(TNO, 'actie 12');
    const before = stage.shown().length;
    const asked = () => stage.shown().slice(before);
    talk.clock.moveTo(at('2026-12-17T09:00'));
    await talk.passTo(at('2026-12-17T09:05'), stage.driver.connection);
    expect(asked()).toHaveLength(1);
    expect(asked()[0]?.text).toContain('Nog 2 acties.');
    await talk.say(PASSPORT, 'actie 10 loopt Gehoord van TNO');
    await talk.passTo(at('2026-12-17T09:10'), stage.driver.connection);
    expect(asked()).toHaveLength(1);
    expect(asked()[0]).toMatchObject({ edited: true });
    expect(asked()[0]?.text).toContain('Klaar: #10');
    await talk.say(PASSPORT, 'Ongedaan maken');
    await talk.passTo(at('2026-12-17T09:15'), stage.driver.connection);
    expect(asked()).toHaveLength(1);
    expect(asked()[0]?.text).toContain('Nog 2 acties.');
  });
});
