import { z } from 'zod';

const text = (what: string, example: string) => z.string().min(1).describe(what).meta({ example });
const url = (what: string, example: string) => z.url().describe(what).meta({ example });

/** Every setting: the environment variable, what it is for, an example. `.env.example` is tested against it. */
export const settings = z.object({
  PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65535)
    .default(3978)
    .describe('Port of the HTTP server')
    .meta({ example: '3978' }),
  HOST: text('Address the HTTP server listens on', '127.0.0.1').default('127.0.0.1'),
  DATABASE_URL: url(
    'PostgreSQL to use; without it the embedded database',
    'postgresql://doebot:secret@localhost:5432/doebot',
  ).optional(),
  DATA_DIR: text('Folder of the embedded database', './data').default('./data'),
  SLACK_SIGNING_SECRET: text(
    'Signing secret of the Slack app (Basic Information)',
    '8f742231b10e8888abcd99yyyzzz85a5',
  ).optional(),
  SLACK_BOT_TOKEN: z
    .string()
    .startsWith('xoxb-')
    .describe('Bot token of the Slack app (OAuth & Permissions)')
    .meta({ example: 'xoxb-1-2-abc' })
    .optional(),
  SLACK_APP_TOKEN: z
    .string()
    .startsWith('xapp-')
    .describe('App-level token: Socket Mode instead of HTTP, for development')
    .meta({ example: 'xapp-1-A1-2-abc' })
    .optional(),
  SLACK_API_URL: url(
    'Slack Web API to call instead of Slack itself, for a local Slack',
    'http://127.0.0.1:9000/api/',
  ).optional(),
  TEAMS_APP_ID: z
    .guid()
    .describe('Microsoft app id of the bot')
    .meta({ example: '00000000-0000-0000-0000-000000000000' })
    .optional(),
  TEAMS_APP_PASSWORD: text('Client secret of the bot', 'abc~123').optional(),
  TEAMS_TENANT_ID: z
    .guid()
    .describe('Microsoft Entra tenant that the bot serves')
    .meta({ example: '00000000-0000-0000-0000-000000000000' })
    .optional(),
  TEAMS_ANONYMOUS: z
    .stringbool()
    .default(false)
    .describe("Accept Microsoft's local client, which sends no token; loopback only, never in production")
    .meta({ example: 'true' }),
  TEAMS_LOGIN_URL: url(
    "Token server to use instead of Microsoft's, for tests",
    'http://127.0.0.1:9001',
  ).optional(),
  TEAMS_OPENID_URL: url(
    "OpenID metadata to use instead of Microsoft's, for tests",
    'http://127.0.0.1:9001/openid',
  ).optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('How much is logged, to standard error')
    .meta({ example: 'info' }),
  NODE_ENV: z
    .string()
    .default('development')
    .describe('"production" switches off what is for trying out only')
    .meta({ example: 'production' }),
});

export type SlackConfig = {
  botToken: string;
  /** Given: requests come over HTTP, signed with it. */
  signingSecret: string | undefined;
  /** Given: requests come over Socket Mode. */
  appToken: string | undefined;
  apiUrl: string | undefined;
};

export type TeamsConfig = {
  appId: string;
  password: string;
  tenantId: string;
  /** Microsoft's local client: requests without a token are accepted, no token is sent. */
  anonymous: boolean;
  loginUrl: string | undefined;
  openIdUrl: string | undefined;
};

export type Config = {
  port: number;
  host: string;
  databaseUrl: string | undefined;
  dataDir: string;
  slack: SlackConfig | undefined;
  teams: TeamsConfig | undefined;
  logLevel: string;
  production: boolean;
};
