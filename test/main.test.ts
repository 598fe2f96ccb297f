import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../src/db/database.ts';
import { KINDS, postgresUrl } from './database.ts';
import { copyFolder, emptyFolder, preparedFolder, removeFolder } from './folder.ts';
import { type Exit, type Program, startProgram } from './process.ts';

/** Long enough for a first start on a busy machine. */
/** The last line of what is printed at start-up. */
const LAST_TIP = '  help ';

/** The address of the program's HTTP server, from what it prints at start-up. */
async function addressOf(program: Program): Promise<string> {
  return program.until(({ out }) => /http:\/\/127\.0\.0\.1:\d+(?=\n)/.exec(out)?.[0]);
}

/** Runs the program until it ends, with these lines on its standard input. */
async function runOnce(dir: string, lines: string[], options?: Parameters<typeof startProgram>[1]) {
  await using program = startProgram(dir, options);
  program.write(...lines);
  program.endInput();
  const exit = await program.exited;
  return { ...exit, out: program.out(), err: program.err() };
}

const NOW = ['--now', '2026-11-23T09:00'];
/** The region is loaded, as of 23 November 2026 at 09:00. */
let prepared: string;
beforeAll(async () => {
  prepared = await preparedFolder();
});
afterAll(() => removeFolder(prepared));

describe('a first start', () => {
  const dir = emptyFolder();
  let program: Program;

  beforeAll(async () => {
    program = startProgram(dir);
    await program.until(({ out }) => out.includes(LAST_TIP));
  });
  afterAll(async () => {
    await program[Symbol.asyncDispose]();
    removeFolder(dir);
  });

  test('loads the region and says so', () => {
    expect(program.err()).toContain('De database is leeg: de doe-agenda van de regio wordt geladen');
  });

  test('tells a newcomer the region, what is in it, the next vergadering, what is on and what to type', () => {
    const welcome = program.out();
    expect(welcome).toContain("Doebot · Zuid-Kennemerland en IJmond: 46 acties in 8 thema's\n");
    expect(welcome).toMatch(
      /^Volgende vergadering: Regionaal Beraad Arbeidsmarkt, \p{L}+dag \d+ \p{L}+ \d{4} om 10:00 uur$/mu,
    );
    expect(welcome).toMatch(
      /^Aan: deze terminal \(Slack en Teams staan uit\); server op http:\/\/127\.0\.0\.1:\d+$/m,
    );
    for (const tip of ['actie 12', 'acties uwv', 'ik ben trekker@uwv.example', 'klok +3 weken', 'help'])
      expect(welcome).toContain(`\n  ${tip}  `);
  });

  test('tells over HTTP that it lives and that its database answers', async () => {
    const address = await addressOf(program);
    const answers = await Promise.all(
      ['/healthz', '/readyz', '/elders'].map(async (path) => {
        const response = await fetch(address + path);
        return [path, response.status, await response.json()];
      }),
    );
    expect(answers).toEqual([
      ['/healthz', 200, { alive: true }],
      ['/readyz', 200, { database: true }],
      ['/elders', 404, { error: 'not found' }],
    ]);
  });

  test('keeps its data folder to itself: a second process is refused in one sentence', async () => {
    const second = await runOnce(dir, ['actie 12']);
    expect(second).toMatchObject({ status: 1, out: '' });
    expect(second.err.trim().split('\n').at(-1)).toBe(`Another process is using the data folder ${dir}`);
    expect(await program.ask('actie 12')).toMatch(/^#12 /);
  });

  test('ends cleanly at SIGTERM, and a second start does not load again', async () => {
    expect(await program.kill('SIGTERM')).toEqual({ status: 0, signal: null } satisfies Exit);
    const second = await runOnce(dir, []);
    expect(second.status).toBe(0);
    expect(second.err).not.toContain('geladen');
    expect(second.out).toContain("46 acties in 8 thema's");
  });
});

describe.each(KINDS)('with input that is not a terminal, on the %s database', (kind) => {
  test('it answers line by line, in order, and ends at the end of the input', async () => {
    const options = kind === 'embedded' ? { args: NOW } : { env: { DATABASE_URL: await postgresUrl() } };
    const lines = ['actie 3', '', 'actie 2', 'actie 999', 'actie 1'];
    const { status, out } = await runOnce(prepared, lines, options);
    const [, , ...blocks] = out.trim().split(/\n\n+/);
    // On PostgreSQL it is today: a letter that has fallen due may stand between the answers.
    const answers = blocks.filter((block) => !block.startsWith('── '));
    expect(answers.map((answer) => answer.split('\n')[0])).toEqual([
      expect.stringMatching(/^#3 /),
      expect.stringMatching(/^#2 /),
      'Actie #999 bestaat niet. De nummers lopen van 1 tot en met 46.',
      expect.stringMatching(/^#1 /),
    ]);
    expect(status).toBe(0);
  });
});

test('a start goes on with what a start that was killed did not load', async () => {
  const dir = copyFolder(prepared);
  onTestFinished(() => removeFolder(dir));
  const db = await openDatabase({ dir });
  await db.owner.trekker.deleteMany();
  await db.owner.actie.deleteMany();
  await db.close();
  expect((await runOnce(dir, [], { args: NOW })).out).toContain("46 acties in 8 thema's");
});

describe('a conversation in the terminal, from Monday 23 November 2026 at 09:00', () => {
  let program: Program;

  beforeAll(async () => {
    program = startProgram(prepared, { args: NOW });
    await program.until(({ out }) => out.includes(LAST_TIP));
  });
  beforeEach(() => program.ask('ik ben secretaris@haarlem.example'));
  afterAll(() => program[Symbol.asyncDispose]());

  test('starts at the time that --now gives', async () => {
    expect(await program.ask('actie 12')).toContain('Stand van 23 november 2026, 09:00 uur');
    expect(await program.ask('klok')).toBe('Het is maandag 23 november 2026, 09:00 uur.');
  });

  test('goes on as somebody else after «ik ben»', async () => {
    expect(await program.ask('ik ben Trekker@UWV.example')).toBe(
      'Je praat nu als Trekker UWV (trekker@uwv.example).',
    );
    expect(await program.ask('help')).toContain('Je bent bij mij bekend als Trekker UWV, UWV.');
  });

  test('tells who gives an unknown address which one to try, and goes on as before', async () => {
    expect(await program.ask('ik ben niemand@nergens.example')).toBe(
      'Ik ken niemand met het adres niemand@nergens.example. Probeer bijvoorbeeld trekker@uwv.example.',
    );
    expect(await program.ask('help')).toContain('Je bent bij mij bekend als Ambtelijk secretaris');
  });

  test('asks a form question by question; an empty line keeps what is filled in', async () => {
    expect(await program.ask('actie 8 bijwerken')).toMatch(
      /^Actie #8 bijwerken\n[\s\S]*Typ «stop» om te stoppen, of «opslaan» [\s\S]*\nStatus\?\n {2}1\. [\s\S]*Leeg laten: 🟢 Loopt$/,
    );
    expect(await program.ask('')).toMatch(/^Toelichting\? \(/);
    expect(await program.ask('Twee scholen doen mee')).toMatch(/^Volgende stap\?/);
    expect(await program.ask('opslaan')).toMatch(
      /^Geregistreerd bij #8 [\s\S]*Status: 🟢 Loopt \(ongewijzigd\)\nToelichting: Twee scholen doen mee\n/,
    );
  });

  test('asks a question again after an answer that is no choice, and takes a number or a word', async () => {
    await program.ask('actie 9 bijwerken');
    expect(await program.ask('misschien')).toMatch(/^Dat is geen keuze\.\nStatus\?\n/);
    expect(await program.ask('3')).toMatch(/^Toelichting\?/);
    expect(await program.ask('De subsidie is later')).toMatch(/^Volgende stap\?/);
    expect(await program.ask('opslaan')).toMatch(/ → 🟠 Vertraagd\n/);
    await program.ask('actie 9 bijwerken');
    expect(await program.ask('loopt')).toMatch(/^Toelichting\?/);
    expect(await program.ask('opslaan')).toContain('🟠 Vertraagd → 🟢 Loopt');
  });

  test('stores nothing of a form that is stopped', async () => {
    await program.ask('actie 10 bijwerken');
    await program.ask('5');
    expect(await program.ask('stop')).toBe('Gestopt. Er is niets opgeslagen.');
    expect(await program.ask('actie 10')).toContain('Status: 🟢 Loopt\n');
  });

  test('keeps answers on standard output and logs on standard error', async () => {
    const lines = program.err().trim().split('\n');
    expect(lines).toEqual([`Database openen in ${prepared} (de eerste keer duurt dat even) …`]);
    expect(program.out()).not.toContain('Database openen');
  });

  test('moves the clock forward, past the messages that fall due on the way, and never back', async () => {
    program.write('klok +5 weken');
    const end = '\nHet is nu maandag 28 december 2026, 09:00 uur.\n';
    const { out } = await program.until((printed) => printed.out.includes(end) && printed);
    const letters = [...out.matchAll(/^── (.*) uur · bericht aan (.*) ──$/gm)].map(([, at, to]) => [at, to]);
    const toUwv = letters.filter(([, to]) => to === 'trekker@uwv.example').map(([at]) => at);
    // 15 and 10 werkdagen before Monday 11 January 2027, with Christmas and New Year's Day between.
    expect(toUwv).toEqual(['17 december 2026, 09:00', '24 december 2026, 09:00']);
    expect(await program.ask('klok 1-12-2026')).toBe(
      'De klok kan alleen vooruit. Het is nu 28 december 2026, 09:00 uur.',
    );
    expect(await program.ask('klok')).toBe('Het is maandag 28 december 2026, 09:00 uur.');
  });
});
