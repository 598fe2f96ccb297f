import {
  App,
  AuthorizationError,
  HTTPReceiver,
  type Receiver,
  SocketModeReceiver,
  type webApi,
} from '@slack/bolt';
import type { Logger } from 'pino';
import type { Ask, Connection, Tempo } from '../chat/platform.ts';
import { within, workInHand } from '../chat/work.ts';
import type { SlackConfig } from '../config.ts';
import { type Bot, PACE, type Pace } from './bot.ts';
import { onButton } from './button.ts';
import { clientsOf, slackError } from './clients.ts';
import { lookForLetter, sendLetter } from './letter.ts';
import { boltLogger } from './log.ts';
import { checkMember, findMember } from './member.ts';
import { onMention, onMessage } from './message.ts';
import { onMessageShortcut, UPDATE_FROM_MESSAGE } from './shortcut.ts';
import { signedRoute } from './signed-route.ts';
import { onSlashCommand } from './slash-command.ts';
import { onSubmission } from './submission.ts';

type Deps = { ask: Ask; now: () => Temporal.Instant; log: Logger; pace?: Pace };

/**
 * Documented: one message a second in each channel, and several hundred a minute in a workspace. Several hundred is at
 * least three hundred; a hundredth of that is left for turns that come a little early.
 */
export const TEMPO: Tempo = { workspace: 202, gesprek: 1_000 };

/** Turns Slack on. Throws, with what to mend, when Slack refuses the token. */
export async function connectSlack(config: SlackConfig, deps: Deps): Promise<Connection> {
  const { ask, log, pace = PACE } = deps;
  const clients = clientsOf(config.botToken, config.apiUrl, pace.call, log);
  const own = await whoAmI(clients.bulk);
  const files = { token: config.botToken, origin: config.apiUrl && URL.parse(config.apiUrl)?.origin };
  const bot: Bot = { ...own, ...clients, ask, log, pace, work: workInHand(log), files };
  const way =
    config.appToken === undefined ? overHttp(config, deps) : overSocket(config.appToken, config, deps);
  const app = appOf(bot, own.botId, way.receiver);
  await way.open(app);
  return {
    name: 'slack',
    tenants: [bot.team],
    routes: way.routes,
    send: (letter) => sendLetter(bot, letter),
    find: async (tenant, email) => (tenant === bot.team ? findMember(bot, email) : undefined),
    look: (letter) => lookForLetter(bot, letter),
    check: (_tenant, address) => checkMember(bot, address),
    tempo: TEMPO,
    async stop() {
      await bot.work.finish(pace.stop);
      await way.close();
    },
  };
}

async function whoAmI(client: webApi.WebClient) {
  try {
    const { team_id: team = '', user_id: botUser = '', bot_id: botId = '' } = await client.auth.test();
    return { team, botUser, botId };
  } catch (error) {
    const reason = slackError(error);
    if (reason === undefined)
      throw new Error('Slack cannot be reached to check SLACK_BOT_TOKEN', { cause: error });
    throw new Error(`Slack refuses SLACK_BOT_TOKEN (${reason}): copy it again from OAuth & Permissions`);
  }
}

function appOf(bot: Bot, botId: string, receiver: Receiver): App {
  const authorize = async ({ teamId }: { teamId?: string | undefined }) => {
    // Our token is of one workspace; an answer to another one would be given with it.
    if (teamId !== bot.team) throw new Error(`workspace ${teamId} is not ${bot.team}`);
    return { botId, botUserId: bot.botUser, teamId };
  };
  const app = new App({ receiver, authorize, convoStore: false, logger: boltLogger(bot.log) });
  app.command(/^\//, onSlashCommand(bot));
  app.event('message', onMessage(bot));
  app.event('app_mention', onMention(bot));
  app.action({ type: 'block_actions' }, onButton(bot));
  app.shortcut({ callback_id: UPDATE_FROM_MESSAGE, type: 'message_action' }, onMessageShortcut(bot));
  app.view({ callback_id: 'form', type: 'view_submission' }, onSubmission(bot));
  // Thrown again, so that the request is answered with 500 and an event is delivered again.
  app.error(async (error) => {
    if (!(error instanceof AuthorizationError)) throw error;
  });
  return app;
}

function overHttp({ signingSecret }: SlackConfig, { now, log }: Deps) {
  if (signingSecret === undefined) throw new Error('Slack needs SLACK_SIGNING_SECRET or SLACK_APP_TOKEN');
  const receiver = new HTTPReceiver({
    signingSecret,
    signatureVerification: false,
    processBeforeResponse: true,
    logger: boltLogger(log),
  });
  return {
    receiver,
    routes: [signedRoute({ signingSecret, receiver, now, log })],
    open: async () => {},
    close: async () => {},
  };
}

/** Some seconds without a connection at every refresh: for development. */
function overSocket(appToken: string, { apiUrl }: SlackConfig, { log }: Deps) {
  const clientOptions = apiUrl === undefined ? {} : { slackApiUrl: apiUrl };
  const receiver = new SocketModeReceiver({
    appToken,
    logger: boltLogger(log),
    installerOptions: { clientOptions },
  });
  return {
    receiver,
    routes: [],
    open: async (app: App) => {
      await app.start().catch((error: unknown) => {
        throw new Error(`Slack refuses SLACK_APP_TOKEN (${slackError(error) ?? error})`);
      });
    },
    close: async () => {
      await within(receiver.client.disconnect(), 900);
    },
  };
}
