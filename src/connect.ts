import type { Logger } from 'pino';
import type { Ask, Connection } from './chat/platform.ts';
import { commands } from './commands.ts';
import type { Config, MailConfig } from './config.ts';
import type { Database } from './db/database.ts';
import { install, installMail, uninstallMail } from './regio/install.ts';

type Deps = { ask: Ask; now: () => Temporal.Instant; log: Logger };

/** The platforms that the settings switch on; each workspace or tenant belongs to the regio from then on. */
export async function connect(config: Config, db: Database, deps: Deps): Promise<Connection[]> {
  // Loaded only when on: the SDKs take half a second and 200 MB.
  const on = [
    ...(config.slack ? [await (await import('./slack/slack.ts')).connectSlack(config.slack, deps)] : []),
    ...(config.teams ? [await (await import('./teams/teams.ts')).connectTeams(config.teams, deps)] : []),
  ];
  for (const { name, tenants } of on) for (const tenant of tenants) await install(db, name, tenant);
  // The last, for who is reached nowhere else.
  if (config.mail) return [...on, await mail(config.mail, db, deps)];
  await uninstallMail(db);
  return on;
}

async function mail(config: MailConfig, db: Database, deps: Deps): Promise<Connection> {
  const { connectMail } = await import('./mail/mail.ts');
  return connectMail(config, { ...deps, tenants: await installMail(db), reads: changesNothing });
}

/** A command of that name is there, and only shows something. */
export const changesNothing = (command: string): boolean =>
  commands.some(({ name, changes }) => name === command && !changes);
