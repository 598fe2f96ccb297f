import type { Pace } from '../../src/teams/answer.ts';
import { connectTeams } from '../../src/teams/teams.ts';
import { LOG, now, PEOPLE, type Script, scripted } from '../script.ts';
import { teamsDriver } from './teams-driver.ts';

/** What has to be waited for is short in tests. */
const QUICK: Pace = { call: 1_500, invoke: 1_000, message: 2_000 };

/** The bot in a Teams with Anna and Bram, answering by the script. */
export async function playing(script: Script) {
  const { ask, requests } = scripted(script);
  const driver = await teamsDriver(
    (config) => connectTeams(config, { ask, now, log: LOG, pace: QUICK }),
    PEOPLE,
  );
  return { driver, requests };
}
