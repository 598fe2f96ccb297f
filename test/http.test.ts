import { afterEach, expect, test } from 'vitest';
import { startServer } from '../src/http.ts';

let server: Awaited<ReturnType<typeof startServer>> | undefined;
afterEach(() => server?.stop());

const readyz = async (ready: () => Promise<string | undefined>) => {
  server = await startServer([], { port: 0, host: '127.0.0.1' }, ready);
  const response = await fetch(`http://127.0.0.1:${server.port}/readyz`);
  return { status: response.status, body: await response.json() };
};

test('is ready when nothing is late', async () => {
  expect(await readyz(async () => undefined)).toEqual({ status: 200, body: { database: true } });
});

test('is not ready when something is late, and says what', async () => {
  const late = 'haarlem: 3 berichten late since 2026-12-17T08:00:00Z';
  expect(await readyz(async () => late)).toEqual({ status: 503, body: { database: true, late } });
});

test('is not ready without its database', async () => {
  const gone = async () => {
    throw new Error('gone');
  };
  expect(await readyz(gone)).toEqual({ status: 503, body: { database: false } });
});
