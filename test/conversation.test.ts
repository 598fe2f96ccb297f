import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Platform } from '../src/chat/platform.ts';
import { changesNothing } from '../src/connect.ts';
import { connectMail } from '../src/mail/mail.ts';
import { install, installMail } from '../src/regio/install.ts';
import { connectSlack } from '../src/slack/slack.ts';
import { connectTeams } from '../src/teams/teams.ts';
import { consoleDriver } from './console/console-driver.ts';
import { conversations, PEOPLE, type Step } from './conversations.ts';
import { conversations as agenda } from './conversations-agenda.ts';
import { akkoordConversations } from './conversations-akkoord.ts';
import { bereikbaarConversations } from './conversations-bereikbaar.ts';
import { herinneringConversations } from './conversations-herinnering.ts';
import { meldenConversations } from './conversations-melden.ts';
import { conversationsPersonen } from './conversations-personen.ts';
import { regieConversations } from './conversations-regie.ts';
import { ritmeConversations } from './conversations-ritme.ts';
import { volgenConversations } from './conversations-volgen.ts';
import type { Driver, Seen } from './driver.ts';
import { mailDriver } from './mail/mail-driver.ts';
import { slackDriver } from './slack/slack-driver.ts';
import { type Talk, talkOn } from './talk.ts';
import { teamsDriver } from './teams/teams-driver.ts';

type Stage = { talk: Talk; driver: Driver; platform: Platform };

/** What people say and see, by subject. */
const tables: Record<string, Step[]> = {
  ...conversations,
  ...meldenConversations,
  ...conversationsPersonen,
  ...agenda,
  ...volgenConversations,
  ...regieConversations,
  ...herinneringConversations,
  ...bereikbaarConversations,
  ...ritmeConversations,
  ...akkoordConversations,
};

/** Doebot with one platform, over that platform's own protocol. */
const stages: Record<Driver['name'], (talk: Talk) => Promise<Omit<Stage, 'talk'>>> = {
  console: async (talk) => {
    const driver = consoleDriver(talk.ask);
    const send: Platform['send'] = async (letter) => {
      driver.deliver(letter);
      return {};
    };
    return { driver, platform: { ...talk.platform, send } };
  },
  slack: async (talk) => {
    const deps = { ask: talk.ask, now: talk.clock.now, log: talk.log };
    const driver = await slackDriver((config) => connectSlack(config, deps), PEOPLE, { now: talk.clock.now });
    return { driver, platform: driver.connection };
  },
  teams: async (talk) => {
    const deps = { ask: talk.ask, now: talk.clock.now, log: talk.log };
    const driver = await teamsDriver((config) => connectTeams(config, deps), PEOPLE);
    return { driver, platform: driver.connection };
  },
  mail: async (talk) => {
    const [tenant = ''] = await installMail(talk.db);
    const deps = {
      ask: talk.ask,
      now: talk.clock.now,
      log: talk.log,
      tenants: [tenant],
      reads: changesNothing,
    };
    const driver = await mailDriver((config) => connectMail(config, deps), { tenant, now: talk.clock.now });
    return { driver, platform: driver.connection };
  },
};

/** Without what differs between platforms: white space and marks between a label and its value. */
const plain = (text: string) => text.replace(/[\s:•]+/g, ' ').trim();

async function take(step: Step, { driver, talk, platform }: Stage): Promise<Seen> {
  if ('say' in step) return driver.say(step.who, step.say);
  if ('press' in step) return driver.press(step.who, step.press);
  if ('fill' in step) return driver.fill(step.who, step.fill);
  await talk.passTo(step.until, platform);
  const letters = await driver.letters(step.who);
  return {
    text: letters.map(({ text }) => text).join('\n'),
    buttons: letters.flatMap(({ buttons }) => buttons),
  };
}

describe.each(Object.keys(stages) as Driver['name'][])('in %s', (name) => {
  let stage: Stage;

  beforeAll(async () => {
    // Each subject on the embedded database too, in the terminal, which costs least.
    const talk = await talkOn(name === 'console' ? 'embedded' : 'postgres');
    stage = { talk, ...(await stages[name](talk)) };
  });
  beforeEach(async () => {
    await stage.talk.reset();
    // What somebody got in another conversation, and did not look at.
    for (const { email } of PEOPLE) await stage.driver.letters(email);
    for (const tenant of stage.platform.tenants) await install(stage.talk.db, name, tenant);
  });
  afterAll(async () => {
    await stage.driver.stop();
    await stage.talk.close();
  });

  test.each(Object.entries(tables))(
    '%s',
    async (_, steps) => {
      for (const step of steps) {
        const seen = await take(step, stage);
        for (const text of step.sees) expect(plain(seen.text)).toContain(plain(text));
        for (const text of step.not ?? []) expect(plain(seen.text)).not.toContain(plain(text));
        if (step.buttons) expect(seen.buttons).toEqual(step.buttons);
        if (step.form) expect(seen.form?.title).toBe(step.form);
        if ('until' in step && step.sees.length === 0) expect(seen.text).toBe('');
      }
    },
    60_000,
  );
});
