import { z } from 'zod';

const flag = () => z.stringbool().default(false);

/** Every setting: its environment variable, what it is for, an example. `.env.example` is tested against it. */
export const settings = z.object({
  PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65535)
    .default(3978)
    .meta({ description: 'Port of the HTTP server', example: '3978' }),
  HOST: z
    .string()
    .default('127.0.0.1')
    .meta({ description: 'Address that the HTTP server listens on', example: '127.0.0.1' }),
  PUBLIC_URL: z
    .url({ protocol: /^https$/ })
    .optional()
    .meta({
      description:
        'Address at which Slack and Teams reach this server, to fetch pictures, and people the page that answers a mail; absent: neither',
      example: 'https://doebot.example',
    }),
  DATABASE_URL: z
    .url({ protocol: /^postgres(?:ql)?$/ })
    .optional()
    .meta({
      description: 'PostgreSQL to keep the record in; absent: the embedded database',
      example: 'postgresql://doebot:secret@localhost:5432/doebot',
    }),
  DATA_DIR: z
    .string()
    .default('./data')
    .meta({ description: 'Folder of the embedded database', example: './data' }),
  SLACK_SIGNING_SECRET: z.string().optional().meta({
    description: 'Signing secret of the Slack app (Basic Information)',
    example: '8f742231b10e8888abcd',
  }),
  SLACK_BOT_TOKEN: z.string().startsWith('xoxb-').optional().meta({
    description: 'Bot token of the Slack app (OAuth & Permissions)',
    example: 'xoxb-1234-5678-abcd',
  }),
  SLACK_APP_TOKEN: z.string().startsWith('xapp-').optional().meta({
    description: 'App-level token: Socket Mode instead of HTTP, for development',
    example: 'xapp-1-A0000-1234-abcd',
  }),
  SLACK_API_URL: z.url().optional().meta({
    description: "A local Slack to call instead of Slack's own API",
    example: 'http://127.0.0.1:9000/api/',
  }),
  TEAMS_APP_ID: z
    .guid()
    .optional()
    .meta({ description: 'Microsoft app id of the bot', example: '11111111-2222-3333-4444-555555555555' }),
  TEAMS_APP_PASSWORD: z
    .string()
    .optional()
    .meta({ description: 'Client secret of the bot', example: 'abc~123' }),
  TEAMS_TENANT_ID: z.guid().optional().meta({
    description: 'Microsoft Entra tenant that the bot serves',
    example: '66666666-7777-8888-9999-000000000000',
  }),
  TEAMS_ANONYMOUS: flag().meta({
    description: "Accept Microsoft's local client, which sends no token; loopback only, never in production",
    example: 'false',
  }),
  TEAMS_LOGIN_URL: z.url().optional().meta({
    description: "Token server to use instead of Microsoft's, for tests",
    example: 'http://127.0.0.1:9001',
  }),
  TEAMS_OPENID_URL: z.url().optional().meta({
    description: "OpenID metadata to use instead of Microsoft's, for tests",
    example: 'http://127.0.0.1:9001/openid',
  }),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .optional()
    .meta({
      description: 'Server that sends mail to who is not reached in Slack or Teams; absent: no mail',
      example: 'smtp://doebot:secret@smtp.example:587',
    }),
  MAIL_FROM: z
    .string()
    .regex(/^(?:[^<>"\r\n]+ <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/)
    .optional()
    .meta({ description: 'Who the mail is from', example: 'Doebot <doebot@doebot.example>' }),
  MAIL_SECRET: z.string().min(32).optional().meta({
    description:
      'What the links in mail are signed with: 32 characters or more, the same for every process; another one ends all links',
    example: 'c2f0e1a97b3d4856a1b0c9d8e7f60514',
  }),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .meta({ description: 'How much is logged, to standard error', example: 'info' }),
  NODE_ENV: z
    .string()
    .default('development')
    .meta({ description: 'production: switches off what is only for trying out', example: 'production' }),
});

export type Settings = z.output<typeof settings>;
