import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A file of Slack's published reference that lies beside the repo; undefined, with a note, where it does not. */
export function reference(path: string): unknown {
  const file = fileURLToPath(new URL(`../../../shared/${path}`, import.meta.url));
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  console.warn(`NOTE: ${file} is not here, so Slack's published reference is not checked`);
  return undefined;
}
