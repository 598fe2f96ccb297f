import { createHash } from 'node:crypto';
import { closeSync, openSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Takes the data folder for this process; gives the release. Refuses (false) when a living process has it.
 * The lock is a socket that is listened on: unlike a file with a process id it cannot outlive its process,
 * so a start right after `kill -9` is not refused, in a container (always the same process id) neither.
 */
export async function lockFolder(dir: string): Promise<(() => Promise<void>) | false> {
  const path = socketPath(resolve(dir));
  const server = createServer((socket) => socket.destroy());
  if (await listens(server, path)) return release(server);
  return takeOver(server, path);
}

/** The socket of a process that was killed is removed by one process only: two that start together wait in line. */
async function takeOver(server: Server, path: string) {
  const turn = `${path}.turn`;
  for (let waited = 0; !mine(turn); waited += 50) {
    // Whoever had its turn died in it.
    if (waited > 5_000) rmSync(turn, { force: true });
    await sleep(50);
  }
  try {
    if (await answers(path)) return false;
    rmSync(path, { force: true });
    return (await listens(server, path)) ? release(server) : false;
  } finally {
    rmSync(turn, { force: true });
  }
}

/** Makes the file if it is not there; true for the one who made it. */
function mine(file: string): boolean {
  try {
    closeSync(openSync(file, 'wx'));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** A socket's path has about 100 characters at most; Windows has named pipes instead. */
function socketPath(dir: string): string {
  const hash = createHash('sha256').update(dir).digest('hex').slice(0, 16);
  if (process.platform === 'win32') return `\\\\.\\pipe\\doebot-${hash}`;
  const inside = join(dir, 'in-use.sock');
  return inside.length < 100 ? inside : join(tmpdir(), `doebot-${hash}.sock`);
}

function listens(server: Server, path: string): Promise<boolean> {
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? done(false) : fail(error),
    );
    server.listen(path, () => done(true));
  });
}

function answers(path: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(path, () => done(true));
    socket.once('error', () => done(false));
    socket.once('connect', () => socket.destroy());
  });
}

function release(server: Server) {
  server.unref();
  return () => new Promise<void>((done) => server.close(() => done()));
}
