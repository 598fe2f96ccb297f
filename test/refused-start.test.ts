import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { preparedFolder, removeFolder } from './folder.ts';
import { startProgram } from './process.ts';

let dir: string;
beforeAll(async () => {
  dir = await preparedFolder();
});
afterAll(() => removeFolder(dir));

/** What a start says that must not come to anything; without a stack, and nothing on standard output. */
async function refusal(args: string[], env: Record<string, string> = {}): Promise<string> {
  await using program = startProgram(dir, { args, env });
  expect(await program.exited).toEqual({ status: 1, signal: null });
  expect(program.out()).toBe('');
  expect(program.err()).not.toMatch(/^\s+at /m);
  return program.err().trim();
}

describe('--now', () => {
  const now = ['--now', '2026-11-23T09:00'];

  test('is refused in production', async () => {
    expect(await refusal(now, { NODE_ENV: 'production' })).toBe(
      '--now does not go with NODE_ENV=production.',
    );
  });

  test('is refused with a PostgreSQL of its own', async () => {
    // Nothing listens there: it is refused before it is opened.
    const DATABASE_URL = 'postgresql://doebot:secret@127.0.0.1:1/doebot';
    expect(await refusal(now, { DATABASE_URL })).toBe(
      '--now only goes with the embedded database: leave out DATABASE_URL.',
    );
  });

  test.each(['gisteren', '2026-13-01T09:00', ''])(
    'is refused when it is no date and time: «%s»',
    async (text) => {
      expect(await refusal([`--now=${text}`])).toBe(
        `--now wants a date and a time, for example --now 2026-11-23T09:00, not ${text}.`,
      );
    },
  );
});

test('an option that does not exist is refused in a sentence', async () => {
  expect(await refusal(['--later'])).toContain("Unknown option '--later'");
});

test('all that is wrong with the settings is reported at once, each with its name, purpose and an example', async () => {
  const report = await refusal([], {
    PORT: 'veel',
    DATABASE_URL: 'mysql://localhost/doebot',
    SLACK_BOT_TOKEN: 'geheim',
    TEAMS_APP_ID: '11111111-2222-3333-4444-555555555555',
    LOG_LEVEL: 'hard',
  });
  const names = ['PORT', 'DATABASE_URL', 'SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET'];
  for (const name of [...names, 'TEAMS_APP_PASSWORD', 'TEAMS_TENANT_ID', 'LOG_LEVEL'])
    expect(report).toMatch(new RegExp(`^ +${name} .*for: .*for example: ${name}=`, 'm'));
});

test('a port that is taken is reported with what to do', async () => {
  const other = createServer();
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
  const { port } = other.address() as AddressInfo;
  const report = await refusal([], { PORT: String(port) });
  other.close();
  expect(report).toContain(`Port ${port} is in use by another process.`);
});
