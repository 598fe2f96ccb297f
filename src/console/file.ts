import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { GivenFile } from '../chat/platform.ts';
import { Refusal } from '../refusal.ts';

/** A file on this machine. */
export function fileAt(path: string): GivenFile {
  return {
    name: basename(path),
    size: statSync(path, { throwIfNoEntry: false })?.size ?? 0,
    read: async () => {
      try {
        return await readFile(path);
      } catch {
        throw new Refusal(`Ik kan het bestand ${path} niet openen.`);
      }
    },
  };
}
