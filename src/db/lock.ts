import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * Takes the data folder for this process; gives the release. Refuses (false) when a living process has it.
 * The lock is a socket that is listened on: unlike a file with a process id it cannot outlive its process,
 * so a start right after `kill -9` is not refused, in a container (always the same process id) neither.
 */
export async function lockFolder(dir: string): Promise<(() => Promise<void>) | false> {
  const path = socketPath(resolve(dir));
  const server = createServer((socket) => socket.destroy());
  if (await listens(server, path)) return release(server);
  if (await answers(path)) return false;
  rmSync(path, { force: true });
  return (await listens(server, path)) ? release(server) : false;
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
