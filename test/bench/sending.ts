import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { type Composer, deliverDue } from '../../src/chat/outbox.ts';
import type { Connection } from '../../src/chat/platform.ts';
import { post } from '../../src/chat/post.ts';
import { openDatabase } from '../../src/db/database.ts';
import { install } from '../../src/regio/install.ts';
import { loadRegion } from '../../src/regio/load-region.ts';
import { connectSlack } from '../../src/slack/slack.ts';
import { connectTeams } from '../../src/teams/teams.ts';
import { fakeSlack, INSTALLED, SIGNING_SECRET } from '../slack/fake-slack.ts';
import { fakeMicrosoft } from '../teams/fake-microsoft.ts';
import { personalOf } from '../teams/fake-teams.ts';
import { limiter } from './limits.ts';
import { tableText } from './report.ts';

const log = pino({ level: 'error' }, pino.destination(2));
const now = () => Temporal.Now.instant();
const deps = { ask: async () => Promise.reject(new Error('nobody asks')), now, log };
const hello: Composer = async () => ({ elements: [{ kind: 'text', text: 'Over een week: RBA' }] });

/** The published limits, and how many messages a second they come to. */
const LIMITS = {
  slack: { all: [{ ms: 60_000, max: 300 }], each: [{ ms: 900, max: 1 }], perSecond: 5 },
  teams: {
    all: [{ ms: 1_000, max: 30 }],
    each: [
      { ms: 1_000, max: 7 },
      { ms: 30_000, max: 60 },
    ],
    perSecond: 30,
  },
};

type Cloud = {
  connection: Connection;
  limits: ReturnType<typeof limiter>;
  address: (id: string) => object;
  stop(): Promise<void>;
};

async function slackCloud(ids: readonly string[]): Promise<Cloud> {
  const limits = limiter(LIMITS.slack.all, LIMITS.slack.each);
  const members = ids.map((id) => ({ id, team_id: INSTALLED.team, name: id, email: `${id}@bench.example` }));
  const fake = await fakeSlack(members);
  fake.limit((method, args) =>
    method === 'chat.postMessage' ? limits.gate(String(args['channel'])) : undefined,
  );
  const connection = await connectSlack(
    { botToken: INSTALLED.token, signingSecret: SIGNING_SECRET, appToken: undefined, apiUrl: fake.apiUrl },
    deps,
  );
  return { connection, limits, address: (user) => ({ user }), stop: () => fake.stop() };
}

async function teamsCloud(ids: readonly string[]): Promise<Cloud> {
  const limits = limiter(LIMITS.teams.all, LIMITS.teams.each);
  const members = ids.map((id) => ({
    id,
    name: id,
    email: `${id}@bench.example`,
    aadObjectId: id,
    userPrincipalName: id,
  }));
  const fake = await fakeMicrosoft(members);
  fake.limit((path) => limits.gate(path.split('/')[1] ?? ''));
  const connection = await connectTeams(fake.config, deps);
  const { serviceUrl, config } = fake;
  const address = (user: string) => {
    return { serviceUrl, tenant: config.tenantId, user, aad: user, conversation: personalOf(user) };
  };
  return { connection, limits, address, stop: () => fake.stop() };
}

/** Sends for about so many seconds through as many outboxes, each with its own connections to the same database. */
async function send(
  name: 'slack' | 'teams',
  url: string,
  { outboxes, seconds }: { outboxes: number; seconds: number },
) {
  const count = Math.ceil(LIMITS[name].perSecond * seconds);
  const ids = Array.from({ length: count }, (_, index) => `U${index + 1}`);
  const cloud = await (name === 'slack' ? slackCloud(ids) : teamsCloud(ids));
  const dbs = await Promise.all(Array.from({ length: outboxes }, () => openDatabase({ url })));
  const [db] = dbs;
  if (!db) throw new Error('no outbox');
  await loadRegion(db, now());
  const [tenant = ''] = cloud.connection.tenants;
  await install(db, name, tenant);
  const regioId = (await db.owner.regio.findFirstOrThrow()).id;
  await db.inRegio(regioId, async (tx) => {
    const { organisatieId } = await tx.persoon.findFirstOrThrow();
    const rows = ids.map((id) => ({
      organisatieId,
      naam: id,
      email: `${id}@bench.example`,
      rol: 'trekker' as const,
    }));
    const made = await tx.persoon.createManyAndReturn({ data: rows });
    const seenAt = new Date();
    await tx.account.createMany({
      data: made.map(({ id, naam }) => {
        return {
          persoonId: id,
          platform: name,
          tenant,
          accountId: naam,
          address: cloud.address(naam),
          seenAt,
        };
      }),
    });
    await post(
      tx,
      made.map(({ id }) => ({ persoonId: id, soort: 'hello', inhoud: {} })),
      now(),
    );
  });
  const pause = async (ms: number) => void (await sleep(ms));
  const outbox = async (own: (typeof dbs)[number]) => {
    const parts = { db: own, platforms: [cloud.connection], composers: { hello }, now, log, pause };
    while (await deliverDue(regioId, parts));
  };
  await Promise.all(dbs.map(outbox));
  const { taken, beyond, first, last } = cloud.limits.counts;
  const perSecond = (taken - 1) / ((last - first) / 1_000);
  const sent = await db.inRegio(regioId, (tx) => tx.bericht.count({ where: { status: 'verzonden' } }));
  await Promise.all(dbs.map((one) => one.close()));
  await cloud.connection.stop();
  await cloud.stop();
  const share = perSecond / LIMITS[name].perSecond;
  return [
    name,
    String(outboxes),
    `${sent} of ${count}`,
    perSecond.toFixed(2),
    `${(share * 100).toFixed(1)}%`,
    String(beyond),
  ];
}

/** What share of the published rate is reached, and how much goes beyond it. */
export async function benchSending(
  database: () => Promise<string>,
  seconds: { slack: number; teams: number },
) {
  const rows = [];
  for (const name of ['slack', 'teams'] as const)
    for (const outboxes of [1, 3])
      rows.push(await send(name, await database(), { outboxes, seconds: seconds[name] }));
  const head = ['platform', 'outboxes', 'sent', 'messages/s', 'of published', 'refused (429)'];
  return `${tableText([head, ...rows])}\n`;
}
