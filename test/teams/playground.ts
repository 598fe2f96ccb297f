import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { startProcess } from './playground-client.ts';

/**
 * `npm run playground`: Doebot for Teams on this machine, with Microsoft's local client beside it. Nothing leaves the
 * machine, nobody signs in: whoever is chosen in the client is who asks.
 */
const PORT = 3978;
const CLIENT_PORT = 56150;
const BOT = `http://127.0.0.1:${PORT}`;
const READY_MS = 60_000;

/** Functions of the region that comes with Doebot. `npm run playground -- trekker@uwv.example` asks as another one. */
const PEOPLE = [
  { email: 'secretaris@haarlem.example', name: 'Ambtelijk secretaris' },
  { email: 'trekker@uwv.example', name: 'Trekker UWV' },
  { email: 'trekker@haarlem.example', name: 'Trekker gemeente Haarlem' },
  { email: 'trekker@velsen.example', name: 'Trekker gemeente Velsen' },
  { email: 'bestuurder@haarlem.example', name: 'Bestuurder gemeente Haarlem' },
  { email: 'bestuurder@velsen.example', name: 'Bestuurder gemeente Velsen' },
];

/** Whoever asks comes first. */
function people(email = 'secretaris@haarlem.example') {
  const me = PEOPLE.find((person) => person.email === email) ?? { email, name: email };
  return [me, ...PEOPLE.filter((person) => person !== me)].slice(0, 6);
}

/** Standard input is a pipe that stays open: Doebot is not being talked to in the terminal. */
function startBot(): ChildProcess {
  const main = join(import.meta.dirname, '../../src/main.ts');
  const own = { TEAMS_ANONYMOUS: 'true', HOST: '127.0.0.1', PORT: String(PORT) };
  return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main], {
    stdio: ['pipe', 'inherit', 'inherit'],
    env: { ...process.env, ...own },
  });
}

/** The first start loads the region, which takes a while. */
async function untilReady(bot: ChildProcess): Promise<void> {
  const limit = AbortSignal.timeout(READY_MS);
  while (bot.exitCode === null) {
    const ready = await fetch(`${BOT}/readyz`).catch(() => undefined);
    if (ready?.ok) return;
    if (limit.aborted) throw new Error(`Doebot is not ready after ${READY_MS / 1000} seconds.`);
    await new Promise((done) => setTimeout(done, 250));
  }
  throw new Error(`Doebot stopped with code ${bot.exitCode}.`);
}

const bot = startBot();
const children = [bot];
/** Ctrl-C reaches the children by itself; a stop in another way does not. */
const stop = (code: number) => {
  for (const child of children) child.kill();
  process.exitCode = code;
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop(0));
try {
  await untilReady(bot);
  const [me, ...others] = people(process.argv[2]);
  if (!me) throw new Error('There is nobody to ask.');
  const { child, port } = await startProcess(CLIENT_PORT, `${BOT}/api/messages`, [me, ...others]);
  children.push(child);
  for (const one of children) one.once('exit', (code) => stop(code ?? 0));
  process.stdout.write(
    `Teams on this machine, as ${me.email}: open http://localhost:${port} (Ctrl-C stops)\n`,
  );
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  stop(1);
}
