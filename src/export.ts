import { writeFile } from 'node:fs/promises';
import { findUitvoer } from './bestand/stored-agenda.ts';
import { writeXlsx } from './bestand/write-xlsx.ts';
import { commandLine, inOnlyRegio, UsageError } from './command-line.ts';

/** `npm run export -- <file.xlsx>`: writes the doe-agenda as it is now. */
await commandLine(async () => {
  const [path, ...more] = process.argv.slice(2);
  if (!path || path.startsWith('-') || more.length > 0)
    throw new UsageError('Name one file. Use: npm run export -- <file.xlsx>');
  const uitvoer = await inOnlyRegio(findUitvoer);
  const bytes = await writeXlsx(uitvoer);
  await writeFile(path, bytes).catch((error) => {
    throw new UsageError(`The file ${path} cannot be written: ${error.message}`);
  });
  process.stdout.write(`${path}: ${uitvoer.acties.length} acties\n`);
  return true;
});
