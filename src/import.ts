import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { apply, holdAgenda } from './bestand/apply-import.ts';
import { meldingen, regelsVan, tellingText } from './bestand/import-card.ts';
import { readBestand } from './bestand/read-bestand.ts';
import { findAgenda } from './bestand/stored-agenda.ts';
import { type Proef, storeProef } from './bestand/stored-import.ts';
import { vergelijk } from './bestand/verschil.ts';
import { MAX_FILE } from './chat/given-file.ts';
import type { Door } from './chat/logregel.ts';
import { commandLine, inOnlyRegio, UsageError } from './command-line.ts';

/** `npm run import -- <file> [--dry-run]`: prints what a file changes, and changes it when nothing is wrong. */
await commandLine(async () => {
  const { path, dryRun } = given();
  const gelezen = await readBestand(await bytesOf(path));
  const door: Door = { persoonId: null, platform: null, now: Temporal.Now.instant() };
  const { verschil, applied } = await inOnlyRegio(async (tx) => {
    await holdAgenda(tx);
    const verschil = vergelijk(gelezen, await findAgenda(tx));
    const { fouten, nieuw, gewijzigd } = verschil;
    const applied = !dryRun && fouten.length === 0 && nieuw.length + gewijzigd.length > 0;
    if (applied) await apply(tx, await storeProef(tx, basename(path), gelezen, door), door);
    return { verschil, applied };
  });
  process.stdout.write(textOf({ gelezen, verschil }, applied));
  return verschil.fouten.length === 0;
});

async function bytesOf(path: string): Promise<Uint8Array> {
  const bytes = await readFile(path).catch(() => {
    throw new UsageError(`The file ${path} cannot be read.`);
  });
  if (bytes.length > MAX_FILE) throw new UsageError(`The file ${path} is larger than 10 MB.`);
  return bytes;
}

function given(): { path: string; dryRun: boolean } {
  try {
    const options = { 'dry-run': { type: 'boolean' } } as const;
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const [path, ...more] = positionals;
    if (!path || more.length > 0) throw new Error('Name one file');
    return { path, dryRun: values['dry-run'] ?? false };
  } catch (error) {
    const wrong = error instanceof Error ? error.message : error;
    throw new UsageError(`${wrong}. Use: npm run import -- <file.xlsx or .csv> [--dry-run]`);
  }
}

function textOf(proef: Pick<Proef, 'gelezen' | 'verschil'>, applied: boolean): string {
  const regels = regelsVan(proef.verschil, 1000).map(({ text, note }) => {
    return [text, ...(note ? note.split('\n').map((line) => `   ${line}`) : [])].join('\n');
  });
  const end = applied ? 'Toegepast.' : 'Er is niets veranderd.';
  return `${[...regels, ...meldingen(proef), `${tellingText(proef.verschil)}.`, end].join('\n')}\n`;
}
