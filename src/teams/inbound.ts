import { Application, TeamsAdapter } from '@microsoft/teams-ai';
import {
  type Activity as BotActivity,
  ConfigurationBotFrameworkAuthentication,
  type Storage,
} from 'botbuilder';
import type { TeamsConfig } from '../config.ts';
import { type Activity, parseActivity } from './activity.ts';
import type { InvokeResponse } from './invoke.ts';

/** Whether the token was good, and if so what Teams gets in answer. */
export type Inbound = (body: object, authorization: string) => Promise<InvokeResponse>;

const issuer = 'https://api.botframework.com';
const responseKey = Symbol('response');

/** Doebot's state is in its database; the SDK would keep every conversation in memory. */
const forgetful: Storage = { read: async () => ({}), write: async () => {}, delete: async () => {} };

/**
 * The only file that knows the SDK: it checks who sent an activity and has it answered by `answer`.
 * The SDK is not asked to serve the request (a bad token would be a 500) nor to send anything (`connector.ts`).
 */
export function createInbound(
  config: TeamsConfig,
  answer: (activity: Activity) => Promise<InvokeResponse | undefined>,
): Inbound {
  const settings = sdkSettings(config);
  const authentication = new ConfigurationBotFrameworkAuthentication(settings);
  const adapter = new TeamsAdapter(settings);
  const application = new Application({
    adapter,
    botAppId: config.appId,
    storage: forgetful,
    removeRecipientMention: false,
  });
  // Its option to leave this off is not looked at (teams-ai 1.7.4): "typing …" would be posted in public.
  application.startTypingTimer = () => {};
  for (const invoke of [true, false]) {
    application.addRoute(
      async () => true,
      async ({ activity, turnState }) => {
        const parsed = parseActivity(activity);
        if (parsed) turnState.set(responseKey, await answer(parsed));
      },
      invoke,
    );
  }

  return async (body, authorization) => {
    const activity = body as BotActivity;
    const sender = await authentication.authenticateRequest(activity, authorization).catch(rejection);
    if ('status' in sender) return sender;
    // A token for the SDK's desktop emulator says nothing about where the activity comes from.
    if (!config.anonymous && sender.claimsIdentity.getClaimValue('iss') !== issuer) return { status: 401 };
    if (!parseActivity(body)) return { status: activity.type === 'invoke' ? 501 : 200 };
    let response: InvokeResponse | undefined;
    await adapter.processActivityDirect(sender, activity, async (context) => {
      await application.run(context);
      response = context.turnState.get(responseKey);
    });
    return response ?? { status: 200 };
  };
}

/** Only when Microsoft's keys could not be had Teams may try again: everything else is a bad token. */
function rejection(error: unknown): InvokeResponse {
  const { name, statusCode } = error as { name?: string; statusCode?: number };
  return { status: name === 'FetchError' || statusCode === 500 ? 503 : 401 };
}

/** Giving one address means giving all: the SDK mixes them with its own otherwise. No app id: no token is asked. */
function sdkSettings({ appId, password, tenantId, anonymous, loginUrl, openIdUrl }: TeamsConfig) {
  if (anonymous) return {};
  const own = { MicrosoftAppId: appId, MicrosoftAppPassword: password, MicrosoftAppTenantId: tenantId };
  const single = { ...own, MicrosoftAppType: 'SingleTenant' };
  if (loginUrl === undefined && openIdUrl === undefined) return single;
  const metadata = openIdUrl ?? 'https://login.botframework.com/v1/.well-known/openidconfiguration';
  return {
    ...single,
    ToBotFromChannelOpenIdMetadataUrl: metadata,
    ToBotFromEmulatorOpenIdMetadataUrl: metadata,
    ToBotFromChannelTokenIssuer: issuer,
    ToChannelFromBotOAuthScope: issuer,
    ToChannelFromBotLoginUrl: loginUrl ?? 'https://login.microsoftonline.com/botframework.com',
    OAuthUrl: 'https://api.botframework.com',
    CallerId: '',
  };
}
