import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('a process that failed ends as failed, though it knows the PostgreSQL of tests', () => {
  const code = "await import('./test/postgres.ts'); process.exitCode = 3;";
  const { status } = spawnSync(process.execPath, ['--input-type=module', '--eval', code]);
  expect(status).toBe(3);
});
