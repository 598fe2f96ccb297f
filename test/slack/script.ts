import { connectSlack } from '../../src/slack/slack.ts';
import { LOG, now, PEOPLE, type Script, scripted } from '../script.ts';
import { type Options, slackDriver } from './slack-driver.ts';

/** What has to be waited for is short in tests. */
export const QUICK = { acknowledge: 200, call: 600, stop: 1_000 };

/** The bot in a Slack with Anna and Bram, answering by the script. */
export async function playing(script: Script, options?: Options) {
  const { ask, requests } = scripted(script);
  const clock = options?.now ?? now;
  const driver = await slackDriver(
    (config) => connectSlack(config, { ask, now: clock, log: LOG, pace: QUICK }),
    PEOPLE,
    options,
  );
  return { driver, requests };
}
