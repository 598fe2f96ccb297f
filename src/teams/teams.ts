import type { Logger } from 'pino';
import type { Ask, Connection, Tempo } from '../chat/platform.ts';
import { workInHand } from '../chat/work.ts';
import type { TeamsConfig } from '../config.ts';
import { answer, type Pace } from './answer.ts';
import { createConnector } from './connector.ts';
import { answerDialog } from './dialog.ts';
import { createRoute } from './route.ts';
import { callsTo, check, send } from './send.ts';
import { createToken } from './token.ts';

type Deps = { ask: Ask; now: () => Temporal.Instant; log: Logger; pace?: Pace };

/**
 * Each call to Microsoft: a letter takes three at most (token, conversation, message), in fifteen seconds. Teams
 * shows an error when an invoke takes longer than a few seconds, and gives a message fifteen.
 */
const usualPace: Pace = { call: 4_500, invoke: 2_500, message: 10_000 };

/** How long a stop waits for what is in hand, in milliseconds. */
const STOP_MS = 5_000;

/**
 * Documented: about fifty requests a second for an app in a tenant, of which thirty are for messages: the rest is for
 * answers. In a conversation seven in a second, but sixty in thirty: one a second is neither. Twenty-seven in a second
 * leave room for one that was late on its way to arrive with the next.
 */
export const TEMPO: Tempo = { workspace: 37, gesprek: 1_000 };

/** Microsoft Teams. Loads the SDK, so only called when Teams is on. */
export async function connectTeams(
  config: TeamsConfig,
  { ask, log, pace = usualPace }: Deps,
): Promise<Connection> {
  const { createInbound } = await import('./inbound.ts');
  const connector = createConnector(createToken(config, pace.call), pace.call);
  const work = workInHand(log);
  const desk = { config, ask, connector, log, pace, later: work.add };
  const inbound = createInbound(config, async (activity) => {
    return answerDialog(desk, activity) ?? answer(desk, activity);
  });
  return {
    name: 'teams',
    tenants: [config.tenantId],
    routes: [createRoute(config, inbound, log)],
    send: (letter) => send(config, connector, letter),
    // No `find`: by e-mail address takes Microsoft Graph and a permission to read the whole directory.
    check: (tenant, address) => check(config, connector, tenant, address),
    tempo: { ...TEMPO, calls: callsTo },
    stop: () => work.finish(STOP_MS),
  };
}
