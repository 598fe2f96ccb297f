import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lockFolder } from '../../src/db/lock.ts';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'doebot-lock-'));
});
afterAll(() => rmSync(dir, { recursive: true }));

test('a folder is taken by one at a time', async () => {
  const release = await lockFolder(dir);
  expect(await lockFolder(dir)).toBe(false);
  if (release) await release();
  const again = await lockFolder(dir);
  expect(again).not.toBe(false);
  if (again) await again();
});

test('what a process left behind that was killed does not keep the folder taken', async () => {
  writeFileSync(join(dir, 'in-use.sock'), '');
  const release = await lockFolder(dir);
  expect(release).not.toBe(false);
  if (release) await release();
});

test('a folder with a long name can be taken too', async () => {
  const deep = join(dir, 'x'.repeat(120));
  const release = await lockFolder(deep);
  expect(await lockFolder(deep)).toBe(false);
  if (release) await release();
});
