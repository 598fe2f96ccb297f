import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startPostgres } from '../postgres.ts';
import { type Load, type Measured, type Target, TEAM } from './messages.ts';
import { reportText } from './report.ts';

const TARGETS: Target[] = ['echo', 'postgres', 'embedded'];
const CONNECTIONS = [1, 10, 50];

/** The two methods of Slack's Web API that a start and a first request call. */
async function fakeApi() {
  const answers: Record<string, object> = {
    'auth.test': { ok: true, team_id: TEAM, user_id: 'U0BOT', bot_id: 'B0BENCH' },
    'users.info': {
      ok: true,
      user: { id: 'U0BENCH', team_id: TEAM, profile: { email: 'secretaris@haarlem.example' } },
    },
  };
  const server = createServer((request, response) => {
    const answer = answers[request.url?.replace('/api/', '') ?? ''] ?? { ok: false, error: 'unknown_method' };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { server, apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/` };
}

/** Sends a message to a process; gives what it answers. Fails when it ends instead. */
async function order<T>(child: ChildProcess, message: object): Promise<T> {
  const ended = new AbortController();
  const onExit = () => ended.abort(new Error('a process of the bench ended before it answered'));
  child.once('exit', onExit);
  child.send(message);
  const [answer] = await once(child, 'message', { signal: ended.signal });
  child.off('exit', onExit);
  if (typeof answer === 'object' && 'error' in answer) throw new Error(answer.error);
  return answer as T;
}

async function measureAll(generator: ChildProcess, ports: Map<Target, number>, { seconds, rounds }: Length) {
  const measured = new Map<string, Measured[]>();
  const measure = (load: Load) => order<Measured>(generator, load);
  // Code is compiled and caches are filled before it counts.
  for (const port of ports.values()) await measure({ port, connections: 10, seconds: 2 });
  for (let round = 1; round <= rounds; round += 1) {
    process.stderr.write(`Round ${round} of ${rounds} …\n`);
    for (const connections of CONNECTIONS) {
      for (const [target, port] of ports) {
        const key = `${target} ${connections}`;
        const result = await measure({ port, connections, seconds });
        measured.set(key, [...(measured.get(key) ?? []), result]);
      }
    }
  }
  return measured;
}

/** How many rounds, and how many seconds each server is asked in each. */
type Length = { seconds: number; rounds: number };

/**
 * How many times a second, and how fast, `/actie 12` is answered: by a bare Bolt app, and by Doebot on both databases.
 * In every round all take their turn, so that what else happens on the machine hits them alike; the medians of the
 * rounds are the table.
 */
export async function benchSlack(length: Length): Promise<string> {
  await using stack = new AsyncDisposableStack();
  const postgres = stack.adopt(await startPostgres(), (server) => server.stop());
  const databaseUrl = await postgres.createDatabase('bench');
  const api = await fakeApi();
  stack.defer(() => void api.server.close());
  const ports = new Map<Target, number>();
  for (const target of TARGETS) {
    const server = stack.adopt(fork(new URL('./server.ts', import.meta.url)), (child) => void child.kill());
    const message = { target, apiUrl: api.apiUrl, databaseUrl };
    ports.set(target, await order<number>(server, message));
  }
  const generator = stack.adopt(
    fork(new URL('./generator.ts', import.meta.url)),
    (child) => void child.kill(),
  );
  return reportText(TARGETS, CONNECTIONS, await measureAll(generator, ports, length));
}
