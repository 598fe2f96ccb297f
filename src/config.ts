import { existsSync } from 'node:fs';
import { type Settings, settings } from './settings.ts';

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

export type MailConfig = {
  smtpUrl: string;
  from: string;
  /** What the links are signed with. */
  secret: string;
  /** Where the page is that answers a mail, without a slash at the end. */
  publicUrl: string;
};

export type Config = {
  port: number;
  host: string;
  databaseUrl: string | undefined;
  dataDir: string;
  slack: SlackConfig | undefined;
  teams: TeamsConfig | undefined;
  mail: MailConfig | undefined;
  /** Where platforms fetch pictures, without a slash at the end; `secret`: what their names are signed with. */
  beeld: { publicUrl: string; secret: string } | undefined;
  logLevel: Settings['LOG_LEVEL'];
  production: boolean;
};

/** All that is wrong with the environment, a line each. */
export class ConfigError extends Error {
  readonly problems: string[];

  constructor(problems: string[]) {
    super(`These settings are not right:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}

/** The environment, with what a file .env in the working folder adds to it. */
function environment(): Record<string, string | undefined> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return process.env;
}

/** Reads the settings from an environment; throws a ConfigError that names every problem at once. */
export function readConfig(env = environment()): Config {
  const given = Object.entries(env).filter(([name, value]) => name in settings.shape && value !== '');
  const parsed = settings.safeParse(Object.fromEntries(given));
  const wrong = parsed.success ? [] : [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))];
  // What is wrong in itself is left out, so that what does not go together is found in the same run.
  const rest = settings.safeParse(Object.fromEntries(given.filter(([name]) => !wrong.includes(name))));
  const values = rest.data as Settings;
  const named = new Set(given.map(([name]) => name));
  const problems = [...wrong.map(explain), ...conflicts(values, named)];
  if (problems.length > 0) throw new ConfigError(problems);
  return asConfig(values);
}

/** "SLACK_BOT_TOKEN is not right. It is for: …; for example: …". */
function explain(name: string): string {
  return `${name} is not right. ${purpose(name)}`;
}

function purpose(name: string): string {
  const { description, example } = settings.shape[name as keyof Settings].meta() ?? {};
  return `It is for: ${description}; for example: ${name}=${example}`;
}

const isLoopback = (host: string) =>
  host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);

/** What does not go together. `named`: the variables that are given, right or wrong. */
function conflicts(values: Settings, named: Set<string>): string[] {
  const missing = (name: keyof Settings, because: string) =>
    named.has(name) ? [] : [`${name} is missing: ${because}. ${purpose(name)}`];
  return [...chatConflicts(values, named, missing), ...mailConflicts(named, missing)];
}

type Missing = (name: keyof Settings, because: string) => string[];

/** What mail needs, all together. */
function mailConflicts(named: Set<string>, missing: Missing): string[] {
  const mail = ['SMTP_URL', 'MAIL_FROM', 'MAIL_SECRET'].find((name) => named.has(name));
  if (!mail) return [];
  const needed = ['SMTP_URL', 'MAIL_FROM', 'MAIL_SECRET', 'PUBLIC_URL'] as const;
  return needed.flatMap((name) => missing(name, `${mail} is given`));
}

function chatConflicts(values: Settings, named: Set<string>, missing: Missing): string[] {
  const problems: string[] = [];
  const slack = ['SLACK_SIGNING_SECRET', 'SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_API_URL'].find((name) =>
    named.has(name),
  );
  if (slack) problems.push(...missing('SLACK_BOT_TOKEN', `${slack} is given`));
  if (slack && !named.has('SLACK_APP_TOKEN')) {
    problems.push(
      ...missing('SLACK_SIGNING_SECRET', `${slack} is given, and SLACK_APP_TOKEN (Socket Mode) is not`),
    );
  }
  if (values.TEAMS_ANONYMOUS) {
    if (!isLoopback(values.HOST))
      problems.push(`TEAMS_ANONYMOUS only goes with a loopback HOST, not ${values.HOST}. ${purpose('HOST')}`);
    if (values.NODE_ENV === 'production')
      problems.push(`TEAMS_ANONYMOUS does not go with NODE_ENV=production. ${purpose('TEAMS_ANONYMOUS')}`);
    return problems;
  }
  const teams = Object.keys(settings.shape).find(
    (name) => name.startsWith('TEAMS_') && name !== 'TEAMS_ANONYMOUS' && named.has(name),
  );
  for (const name of ['TEAMS_APP_ID', 'TEAMS_APP_PASSWORD', 'TEAMS_TENANT_ID'] as const) {
    if (teams) problems.push(...missing(name, `${teams} is given`));
  }
  return problems;
}

/** For Microsoft's local client, which knows no tenants or apps. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Signed with a secret that is there anyway; without a platform there is nobody to show a picture to. */
function beeldConfig(values: Settings): Config['beeld'] {
  const secret = values.SLACK_BOT_TOKEN ?? values.TEAMS_APP_PASSWORD ?? values.MAIL_SECRET;
  const publicUrl = publicUrlOf(values);
  return publicUrl && secret ? { publicUrl, secret } : undefined;
}

const publicUrlOf = ({ PUBLIC_URL }: Settings) => PUBLIC_URL?.replace(/\/+$/, '');

function mailConfig(values: Settings): Config['mail'] {
  const { SMTP_URL: smtpUrl, MAIL_FROM: from, MAIL_SECRET: secret } = values;
  const publicUrl = publicUrlOf(values);
  return smtpUrl && from && secret && publicUrl ? { smtpUrl, from, secret, publicUrl } : undefined;
}

function asConfig(values: Settings): Config {
  const { SLACK_BOT_TOKEN, TEAMS_APP_ID, TEAMS_ANONYMOUS } = values;
  return {
    port: values.PORT,
    host: values.HOST,
    databaseUrl: values.DATABASE_URL,
    dataDir: values.DATA_DIR,
    slack: SLACK_BOT_TOKEN
      ? {
          botToken: SLACK_BOT_TOKEN,
          signingSecret: values.SLACK_SIGNING_SECRET,
          appToken: values.SLACK_APP_TOKEN,
          apiUrl: values.SLACK_API_URL,
        }
      : undefined,
    teams:
      TEAMS_APP_ID || TEAMS_ANONYMOUS
        ? {
            appId: TEAMS_APP_ID ?? NOBODY,
            password: values.TEAMS_APP_PASSWORD ?? '',
            tenantId: values.TEAMS_TENANT_ID ?? NOBODY,
            anonymous: TEAMS_ANONYMOUS,
            loginUrl: values.TEAMS_LOGIN_URL,
            openIdUrl: values.TEAMS_OPENID_URL,
          }
        : undefined,
    mail: mailConfig(values),
    beeld: beeldConfig(values),
    logLevel: values.LOG_LEVEL,
    production: values.NODE_ENV === 'production',
  };
}
