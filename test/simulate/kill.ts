import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Database, openDatabase } from '../../src/db/database.ts';
import { planHerinneringen } from '../../src/herinnering/plan-herinneringen.ts';
import { dayFrom, momentOn } from './calendar.ts';
import { type Random, randomOf } from './random.ts';

export const TENANT = 'T-killed';

/** A lease of three minutes is three seconds: longer than a busy machine lets a process stand still. */
const FACTOR = 60;
const PROCESSES = 3;
/** On a Tuesday in a quiet week; the uitvraag is at 09:00. */
const VERGADERING = momentOn(dayFrom('2027-03-02'), 10 * 60);
const UITVRAAG = momentOn(dayFrom('2027-02-09'), 9 * 60);

type Round = { url: string; seed: number; kills: number; personen: number };
export type Survived = { kills: number; sent: number; lost: string[]; double: string[] };

/** A Slack that keeps what it is given, takes a while for it, and finds it again. */
async function openCloud(random: Random) {
  const sent: { id: string; to: string }[] = [];
  const server = createServer(async (request, response) => {
    const body = JSON.parse(await text(request)) as { id: string; to: string };
    await sleep(random.int(0, 25));
    if (request.url === '/send') sent.push(body);
    const found = sent.some(({ id }) => id === body.id);
    await sleep(random.int(0, 25));
    response.end(JSON.stringify({ found }));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { sent, server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** A regio of its own in which so many trekkers each carry an actie, with a vergadering ahead; gives who is asked. */
async function fill(db: Database, personen: number, now: number): Promise<string[]> {
  const { id: regioId } = await db.owner.regio.create({ data: { code: `K${now}`, naam: 'Kill' } });
  const emails = Array.from({ length: personen }, (_, index) => `p${index}@kill.example`);
  await db.inRegio(regioId, async (tx) => {
    await tx.installation.create({ data: { platform: 'slack', tenant: TENANT } });
    const organisatie = { code: 'O1', naam: 'Organisatie', soort: 'gemeente' };
    const { id: organisatieId } = await tx.organisatie.create({ data: organisatie });
    const rol = 'trekker' as const;
    const people = await tx.persoon.createManyAndReturn({
      data: emails.map((email) => ({ email, naam: email, organisatieId, rol })),
    });
    const { id: pijlerId } = await tx.pijler.create({ data: { nummer: 1, naam: 'Pijler' } });
    const { id: themaId } = await tx.thema.create({ data: { nummer: 1, naam: 'Thema', pijlerId } });
    const rest = { themaId, doelgroep: '', bereik: '', financiering: '', bron: '', status: 'loopt' as const };
    const acties = await tx.actie.createManyAndReturn({
      data: people.map((_, index) => ({ ...rest, nummer: index + 1, titel: `Actie ${index + 1}` })),
      select: { id: true },
    });
    await tx.trekker.createMany({
      data: people.map(({ id: persoonId }, index) => {
        return { actieId: acties[index]?.id ?? 0, aanduiding: 'X', organisatieId, persoonId };
      }),
    });
    const words = { naam: 'RBA', niveau: '', bereik: '', onderwerp: '', frequentie: '' };
    const { id: overlegId } = await tx.overleg.create({ data: { ...words, code: 'RBA' } });
    await tx.overlegPijler.create({ data: { overlegId, pijlerId } });
    const { id } = await tx.vergadering.create({ data: { overlegId, begin: new Date(VERGADERING) } });
    await planHerinneringen(tx, id, Temporal.Instant.fromEpochMilliseconds(now));
  });
  return emails;
}

/** All that was due is done with: seen at one moment, because being handed over makes one into the other. */
async function isQuiet({ owner }: Database): Promise<boolean> {
  const [left] = await owner.$queryRaw<unknown[]>`
    select from bericht where status in ('wacht', 'bezig')
    union all select from herinnering where status = 'gepland' and gepland_op <= ${new Date(UITVRAAG)}`;
  return left === undefined;
}

/** Three processes send what falls due while one after the other is killed and started again. */
export async function killRound({ url, seed, kills, personen }: Round): Promise<Survived> {
  const random = randomOf(seed);
  await using stack = new AsyncDisposableStack();
  const db = stack.adopt(await openDatabase({ url }), (opened) => opened.close());
  const cloud = await openCloud(random);
  stack.defer(() => void cloud.server.close());
  const start = UITVRAAG + 1_000;
  const emails = await fill(db, personen, start);
  const order = { url, cloud: cloud.url, began: Date.now(), start, factor: FACTOR };
  const begin = () => {
    const child = fork(new URL('./killed-replica.ts', import.meta.url));
    child.send(order);
    return child;
  };
  const running: ChildProcess[] = Array.from({ length: PROCESSES }, begin);
  stack.defer(() => {
    for (const child of running) child.kill('SIGKILL');
  });
  await Promise.all(running.map((child) => once(child, 'message')));
  for (let kill = 0; kill < kills; kill += 1) {
    await sleep(random.int(20, 400));
    const index = random.int(0, PROCESSES - 1);
    running[index]?.kill('SIGKILL');
    running[index] = begin();
  }
  while (!(await isQuiet(db))) await sleep(100);
  const got = (email: string) => cloud.sent.filter(({ to }) => to === email).length;
  return {
    kills,
    sent: cloud.sent.length,
    lost: emails.filter((email) => got(email) === 0),
    double: emails.filter((email) => got(email) > 1),
  };
}
