import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../src/db/database.ts';
import { type Cel, cellsOf, csv, KOPPEN, nieuweRij, rowsOf, xlsx } from './bestand/files.ts';
import { postgresUrl, regioOf } from './database.ts';
import { emptyFolder, preparedFolder, removeFolder } from './folder.ts';
import { startProgram } from './process.ts';

let dir: string;
let files: string;
beforeEach(() => {
  files = emptyFolder();
});
afterEach(() => {
  removeFolder(dir);
  removeFolder(files);
});

async function run(script: 'import' | 'export', args: string[], env: Record<string, string> = {}) {
  await using program = startProgram(dir, { script, args, env });
  const { status } = await program.exited;
  return { status, out: program.out(), err: program.err() };
}

async function fileWith(rijen: Cel[][]): Promise<string> {
  const path = join(files, 'acties.xlsx');
  writeFileSync(path, await xlsx(rijen));
  return path;
}

const actiesIn = async (where: { dir: string } | { url: string }) => {
  const db = await openDatabase(where);
  const regio = await regioOf(db);
  const found = await db.inRegio(regio, async (tx) => ({
    acties: (await tx.actie.findMany({ where: { nummer: { gt: 46 } }, orderBy: { nummer: 'asc' } })).map(
      ({ titel }) => titel,
    ),
    log: await tx.logregel.findMany({
      orderBy: { id: 'asc' },
      select: { wat: true, persoonId: true, platform: true },
    }),
  }));
  await db.close();
  return found;
};

describe('npm run import and npm run export', () => {
  test('an export is written, and imports back unchanged, byte for byte', async () => {
    dir = await preparedFolder();
    const [first, second] = [join(files, 'een.xlsx'), join(files, 'twee.xlsx')];
    expect(await run('export', [first])).toMatchObject({ status: 0, out: `${first}: 46 acties\n` });
    expect(await run('import', [first])).toMatchObject({
      status: 0,
      out: '0 nieuw, 0 gewijzigd, 46 ongewijzigd, 0 fouten.\nEr is niets veranderd.\n',
    });
    await run('export', [second]);
    expect(await cellsOf(readFileSync(second))).toEqual(await cellsOf(readFileSync(first)));
    expect(await rowsOf(readFileSync(first))).toHaveLength(47);
  });

  test('a dry run says what would change; without it, it is changed; and once it is, there is nothing left to change', async () => {
    dir = await preparedFolder();
    const path = join(files, 'acties.csv');
    writeFileSync(path, csv([KOPPEN, nieuweRij('Een nieuwe actie')]));
    const said =
      '➕ Nieuw: #47 Een nieuwe actie\n46 acties staan niet in het bestand. Die blijven zoals ze zijn.\n1 nieuw, 0 gewijzigd, 0 ongewijzigd, 0 fouten.\n';
    expect(await run('import', [path, '--dry-run'])).toMatchObject({
      status: 0,
      out: `${said}Er is niets veranderd.\n`,
    });
    expect(await actiesIn({ dir })).toEqual({ acties: [], log: [] });
    expect(await run('import', [path])).toMatchObject({ status: 0, out: `${said}Toegepast.\n` });
    const nobody = { persoonId: null, platform: null };
    expect(await actiesIn({ dir })).toEqual({
      acties: ['Een nieuwe actie'],
      log: [
        { wat: 'import', ...nobody },
        { wat: 'actie toegevoegd', ...nobody },
      ],
    });
    expect(await run('import', [path])).toMatchObject({
      status: 1,
      out: expect.stringContaining('is er al: #47'),
    });
  });

  test('an error is printed by its cell, nothing is changed, and the exit status says so', async () => {
    dir = emptyFolder();
    const url = await postgresUrl();
    const path = await fileWith([KOPPEN, nieuweRij('Goed'), nieuweRij('Fout', { Trekkers: 'Heliomaar' })]);
    const { status, out } = await run('import', [path], { DATABASE_URL: url });
    expect(status).toBe(1);
    expect(out).toContain('❌ I3: Ik ken geen trekker «Heliomaar». Bedoel je «Heliomare»?\n');
    expect(out).toMatch(/1 fout\.\nEr is niets veranderd\.\n$/);
    expect((await actiesIn({ url })).acties).toEqual([]);
  });

  test('they refuse while Doebot is using the data folder', async () => {
    dir = await preparedFolder();
    await using program = startProgram(dir);
    await program.until(({ out }) => out.includes('  help '));
    const path = await fileWith([KOPPEN, nieuweRij('Een')]);
    for (const script of ['import', 'export'] as const) {
      const { status, err } = await run(script, [path]);
      expect([status, err]).toEqual([
        1,
        `Another process is using the data folder ${dir}. Stop Doebot first, or give it the file in the chat.\n`,
      ]);
    }
  });

  test('what cannot be is one line, without a stack', async () => {
    dir = await preparedFolder();
    const wrong: ['import' | 'export', string[], string][] = [
      ['import', [], 'Name one file. Use: npm run import -- <file.xlsx or .csv> [--dry-run]\n'],
      ['import', ['--snel', 'x'], expect.stringMatching(/^Unknown option '--snel'.*Use: npm run import/s)],
      ['import', [join(files, 'weg.xlsx')], `The file ${join(files, 'weg.xlsx')} cannot be read.\n`],
      ['export', [], 'Name one file. Use: npm run export -- <file.xlsx>\n'],
      ['export', [join(files, 'weg', 'x.xlsx')], expect.stringMatching(/cannot be written: ENOENT/)],
    ];
    for (const [script, args, err] of wrong) {
      expect(await run(script, args)).toMatchObject({ status: 1, err });
    }
  });
});
