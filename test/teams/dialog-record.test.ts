import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { install } from '../../src/regio/install.ts';
import { connectTeams } from '../../src/teams/teams.ts';
import { type Talk, talkOn, UWV } from '../talk.ts';
import { activityOf, deliver, submitOf } from './activities.ts';
import { handInOf } from './seen.ts';
import { type TeamsDriver, teamsDriver } from './teams-driver.ts';

describe('a dialog on the record', () => {
  let talk: Talk;
  let driver: TeamsDriver;
  beforeAll(async () => {
    talk = await talkOn('postgres');
    const deps = { ask: talk.ask, now: talk.clock.now, log: talk.log };
    driver = await teamsDriver((config) => connectTeams(config, deps), [{ email: UWV, name: 'UWV' }]);
  });
  beforeEach(async () => {
    await talk.reset();
    await install(talk.db, 'teams', driver.fake.config.tenantId);
    await driver.say(UWV, 'actie 4');
    await driver.press(UWV, 'Bijwerken');
  });
  afterAll(async () => {
    await driver.stop();
    await talk.close();
  });

  const press = (values: object) => {
    const form = handInOf(driver.dialogOf(UWV) ?? expect.fail('no dialog')) ?? expect.fail('no form');
    return activityOf(driver.door, driver.member(UWV), submitOf(form, values));
  };

  it('that is handed in twice, or delivered twice, registers one update', async () => {
    const values = { status: 'loopt', toelichting: 'Eerste gesprekken gevoerd' };
    const activity = press(values);
    await Promise.all([deliver(driver.door, activity), deliver(driver.door, activity)]);
    await deliver(driver.door, press(values));
    expect(await talk.inRegio((tx) => tx.update.count())).toBe(1);
    expect(driver.fake.posts.at(-1)?.message.summary).toContain('Al verwerkt');
  });

  it('of a command that is no more gives back what was typed', async () => {
    const activity = press({ status: 'loopt', toelichting: 'Eerste gesprekken gevoerd' });
    const gone = JSON.parse(JSON.stringify(activity).replace('update.opslaan', 'update.weg'));
    await deliver(driver.door, gone);
    expect(driver.fake.posts.at(-1)?.message.summary).toContain('Dit schreef je:\nEerste gesprekken gevoerd');
  });
});
