import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver } from '@slack/bolt';
import { pino } from 'pino';
import { dispatcher } from '../../src/chat/dispatch.ts';
import { commands } from '../../src/commands.ts';
import { openDatabase } from '../../src/db/database.ts';
import { startServer } from '../../src/http.ts';
import { install } from '../../src/regio/install.ts';
import { loadRegion } from '../../src/regio/load-region.ts';
import { connectSlack } from '../../src/slack/slack.ts';
import { PATH, type ServerOrder, SIGNING_SECRET } from './messages.ts';

/** A server to measure, in a process of its own: says its port, and goes when its parent does. */
process.once('disconnect', () => process.exit());
const [order] = (await once(process, 'message')) as [ServerOrder];
process.send?.(order.target === 'echo' ? await echo() : await doebot(order));

/** As little as a Bolt app can do: check the signature, acknowledge with a text. */
async function echo(): Promise<number> {
  const receiver = new HTTPReceiver({ signingSecret: SIGNING_SECRET, endpoints: PATH });
  const authorize = async () => ({ botId: 'B0BENCH', botUserId: 'U0BOT' });
  const app = new App({ receiver, authorize, convoStore: false });
  app.command('/actie', ({ command, ack }) => ack({ response_type: 'ephemeral', text: `#${command.text}` }));
  const server = await app.start({ port: 0, host: '127.0.0.1' });
  return (server.address() as AddressInfo).port;
}

/** Doebot as main.ts puts it together for Slack. */
async function doebot({ target, apiUrl, databaseUrl }: ServerOrder): Promise<number> {
  const now = () => Temporal.Now.instant();
  const log = pino({ level: 'warn' }, pino.destination(2));
  const db = await openDatabase(target === 'postgres' ? { url: databaseUrl } : { memory: true });
  await loadRegion(db, now());
  const config = { botToken: 'xoxb-bench', signingSecret: SIGNING_SECRET, appToken: undefined, apiUrl };
  const slack = await connectSlack(config, { ask: dispatcher({ db, commands, now, log }), now, log });
  for (const tenant of slack.tenants) await install(db, 'slack', tenant);
  return (await startServer(slack.routes, { port: 0, host: '127.0.0.1' })).port;
}
