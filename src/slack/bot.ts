import type { webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Ask, Channel, Request } from '../chat/platform.ts';
import type { Work } from '../chat/work.ts';
import { emailOf } from './member.ts';
import type { Say } from './say.ts';

/** What every listener needs. */
export type Bot = {
  /** The workspace its token belongs to. */
  team: string;
  botUser: string;
  /** For what a person waits for. */
  interactive: webApi.WebClient;
  /** For letters and searching. */
  bulk: webApi.WebClient;
  ask: Ask;
  work: Work;
  log: Logger;
  pace: Pace;
  /** What files are fetched with. `origin`: of a local Slack. */
  files: { token: string; origin: string | undefined };
};

/** How long things may take, in milliseconds. */
export type Pace = { acknowledge: number; call: number; stop: number };

/**
 * Slack wants its acknowledgement within 3 seconds; this leaves time for the way back. A letter takes three calls at
 * most, and may take 15 seconds. The end may take 5.
 */
export const PACE: Pace = { acknowledge: 2_500, call: 4_500, stop: 4_000 };

/** `channel`: where it is asked, if others read there. */
export function requestOf(bot: Bot, id: string, user: string, say: Say, channel?: Channel): Request {
  return {
    id: `slack:${id}`,
    platform: 'slack',
    tenant: bot.team,
    account: { id: user, address: { user }, email: () => emailOf(bot, user) },
    channel,
    say,
  };
}
