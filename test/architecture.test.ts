// A little over 200 lines: all rules of the structure stand together, over one reading of the sources.
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const PLATFORMS = ['slack', 'teams', 'console', 'mail'];
const CONCEPTS = [
  'akkoord',
  'actie',
  'agenda',
  'voorstel',
  'overleg',
  'herinnering',
  'persoon',
  'regio',
  'kalender',
  'adres',
  'vraag',
  'beeld',
  'bestand',
  'volgen',
  'bereikbaar',
];

type Source = { file: string; folder: string; name: string; text: string; imports: Import[] };
/** `to`: a file of src (relative to it) or a package. */
type Import = { to: string; typeOnly: boolean };

const sources: Source[] = globSync('src/**/*.ts', { cwd: root, exclude: ['src/db/generated/**'] }).map(
  (path) => {
    const file = path.replace(/^src\//, '');
    const text = readFileSync(join(root, path), 'utf8');
    const folder = dirname(file) === '.' ? '' : (file.split('/')[0] ?? '');
    return {
      file,
      folder,
      name: file.split('/').at(-1)?.replace(/\.ts$/, '') ?? '',
      text,
      imports: importsOf(file, text),
    };
  },
);

function importsOf(file: string, text: string): Import[] {
  const statics = [...text.matchAll(/^(?:import|export)\s(?<what>[^;]*?)\bfrom '(?<to>[^']+)'/gms)];
  const dynamics = [...text.matchAll(/\bimport\('(?<to>[^']+)'\)/g)];
  return [...statics, ...dynamics].map(({ groups }) => {
    const what = groups?.['what']?.trim() ?? '';
    const named = /^\{(.*)\}$/s.exec(what)?.[1];
    const allTypes = named?.split(',').every((part) => /^\s*(?:type\s.*)?$/s.test(part)) ?? false;
    const to = groups?.['to'] ?? '';
    return {
      to: to.startsWith('.') ? normalize(join(dirname(file), to)) : to,
      typeOnly: what.startsWith('type ') || allTypes,
    };
  });
}

/** Every import that breaks a rule, as "file → import". */
function breaches(
  of: (source: Source) => boolean,
  breaks: (to: Import, source: Source) => boolean,
): string[] {
  return sources
    .filter(of)
    .flatMap((source) =>
      source.imports.filter((to) => breaks(to, source)).map(({ to }) => `${source.file} → ${to}`),
    );
}

const isConcept = ({ folder }: Source) => CONCEPTS.includes(folder);
/** A noun's file is called after one thing; a verb's starts with what it does; a view's ends with what it shows. */
const isNoun = (source: Source) =>
  isConcept(source) && /^[a-z]+$/.test(source.name) && source.name !== 'install';
const isView = (source: Source) => isConcept(source) && /^(?!open-|save-).*-(?:card|form)$/.test(source.name);
const isStored = (source: Source) => isConcept(source) && source.name.startsWith('stored-');
const isVerb = (source: Source) =>
  isConcept(source) &&
  !isNoun(source) &&
  !isView(source) &&
  !isStored(source) &&
  source.name !== 'doe-agenda';

test('every file is in a folder that is known', () => {
  const folders = new Set(sources.map(({ folder }) => folder));
  expect([...folders].sort()).toEqual(['', 'chat', 'db', ...CONCEPTS, ...PLATFORMS].sort());
});

test('a noun imports other nouns and refusals, nothing else of ours', () => {
  const nouns = new Set([...sources.filter(isNoun).map(({ file }) => file), 'refusal.ts']);
  expect(breaches(isNoun, ({ to, typeOnly }) => to.endsWith('.ts') && !nouns.has(to) && !typeOnly)).toEqual(
    [],
  );
});

test('a view reads no database and no clock', () => {
  expect(breaches(isView, ({ to, typeOnly }) => to.startsWith('db/') && !typeOnly)).toEqual([]);
});

test("Slack's packages are imported in slack/ only, Microsoft's in teams/ only", () => {
  expect(
    breaches(
      ({ folder }) => folder !== 'slack',
      ({ to }) => to.startsWith('@slack/'),
    ),
  ).toEqual([]);
  expect(
    breaches(
      ({ folder }) => folder !== 'teams',
      ({ to }) => /^(?:@microsoft\/|botbuilder|@azure\/)/.test(to),
    ),
  ).toEqual([]);
});

test('the library that sends mail is imported in mail/ only, and mail/ is loaded only when it is on', () => {
  expect(
    breaches(
      ({ folder }) => folder !== 'mail',
      ({ to }) => to === 'nodemailer' || to.startsWith('nodemailer/'),
    ),
  ).toEqual([]);
  expect(
    breaches(
      ({ file, folder }) => folder === '' && file !== 'connect.ts',
      ({ to }) => to.startsWith('mail/'),
    ),
  ).toEqual([]);
  const root = sources.find(({ file }) => file === 'connect.ts')?.text ?? '';
  expect(root).toContain("await import('./mail/mail.ts')");
  expect(root).not.toMatch(/^import .*'\.\/mail\//m);
});

test('the SDK of Teams is imported in one file', () => {
  const files = breaches(
    () => true,
    ({ to }) => /^(?:@microsoft\/|botbuilder)/.test(to),
  ).map((line) => line.split(' ')[0]);
  expect(new Set(files).size).toBeLessThanOrEqual(1);
});

test('platforms import neither each other nor concepts; concepts and chat import no platform', () => {
  const toPlatform = (to: string) => PLATFORMS.some((name) => to.startsWith(`${name}/`));
  expect(
    breaches(
      ({ folder }) => PLATFORMS.includes(folder),
      ({ to }, { folder }) => toPlatform(to) && !to.startsWith(`${folder}/`),
    ),
  ).toEqual([]);
  expect(
    breaches(
      ({ folder }) => folder === 'chat' || CONCEPTS.includes(folder),
      ({ to }) => toPlatform(to),
    ),
  ).toEqual([]);
});

test('chat imports no concept at run time', () => {
  const toConcept = (to: string) => CONCEPTS.some((name) => to.startsWith(`${name}/`));
  expect(
    breaches(
      ({ folder }) => folder === 'chat',
      ({ to, typeOnly }) => toConcept(to) && !typeOnly,
    ),
  ).toEqual([]);
});

test('the generated client is imported in db/ only', () => {
  expect(
    breaches(
      ({ folder }) => folder !== 'db',
      ({ to }) => to.includes('generated') || to.startsWith('@prisma/client'),
    ),
  ).toEqual([]);
});

test('the environment is read in config.ts only, the clock in the composition roots only', () => {
  const reads = (pattern: RegExp) => sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file);
  expect(reads(/process\.env/)).toEqual(['config.ts']);
  expect(reads(/Temporal\.Now|Date\.now\(|new Date\(\)/).sort()).toEqual(['import.ts', 'main.ts', 'seed.ts']);
});

test('every verb can be asked for or is a job, and has a test', () => {
  const roots = new Set(
    sources
      .filter(({ file }) =>
        [
          'commands.ts',
          'commands-agenda.ts',
          'commands-overleg.ts',
          'connect.ts',
          'jobs.ts',
          'main.ts',
          'seed.ts',
        ].includes(file),
      )
      .flatMap(({ imports }) => imports.map(({ to }) => to)),
  );
  // A verb that another verb of the same use case calls is asked for through it.
  const called = new Set(
    sources.filter((source) => isVerb(source)).flatMap(({ imports }) => imports.map(({ to }) => to)),
  );
  const tests = new Set(
    globSync('test/**/*.test.ts', { cwd: root }).map((path) => path.replace(/^test\//, '')),
  );
  const verbs = sources.filter(isVerb).map(({ file }) => file);
  expect(verbs.filter((file) => !roots.has(file) && !called.has(file))).toEqual([]);
  expect(verbs.filter((file) => !tests.has(file.replace(/\.ts$/, '.test.ts')))).toEqual([]);
});

test('no file of src is longer than 200 lines', () => {
  const long = sources.filter(({ text }) => text.split('\n').length > 200).map(({ file }) => file);
  expect(long).toEqual([]);
});
