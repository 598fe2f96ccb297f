import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

const root = join(import.meta.dirname, '..');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const NODE_COMPILE_CACHE = join(tmpdir(), 'doebot-compile-cache');

/** A program that lives for seconds gains nothing from making its WebAssembly faster: a third of a start. */
const SHORT_LIVED = ['--liftoff-only'];

export type Exit = { status: number | null; signal: NodeJS.Signals | null };

type Options = {
  /** Which script of package.json. */
  script?: 'start' | 'seed' | 'import' | 'export';
  args?: string[];
  /** Settings on top of our own; those that the tests were started with do not get through. */
  env?: Record<string, string>;
};

export type Program = ReturnType<typeof startProgram>;

/** Starts the real program as its script in package.json does, on a data folder and a free port. */
export function startProgram(dir: string, { script = 'start', args = [], env = {} }: Options = {}) {
  const nodeArgs: string[] = scripts[script].split(' ').slice(1);
  const child = spawn(process.execPath, [...SHORT_LIVED, ...nodeArgs, ...args], {
    cwd: root,
    // Compiled once for all the starts of a test run: half a second less for each.
    env: { ...cleanEnvironment(), NODE_COMPILE_CACHE, DATA_DIR: dir, PORT: '0', LOG_LEVEL: 'warn', ...env },
  });
  const changes = new EventEmitter<{ change: [] }>();
  const changed = () => void changes.emit('change');
  const [out, err] = [collect(child.stdout, changed), collect(child.stderr, changed)];
  let exit: Exit | undefined;
  const exited = new Promise<Exit>((done, fail) => {
    child.once('error', fail);
    child.once('close', (status, signal) => {
      exit = { status, signal };
      done(exit);
      changed();
    });
  });
  // A program that is gone takes no more input; what it printed tells why.
  child.stdin.on('error', () => {});

  /** Waits until `find` finds something in what was printed; fails when the program ends before that. */
  async function until<T>(
    find: (printed: { out: string; err: string }) => T | undefined | false,
  ): Promise<T> {
    for (;;) {
      const found = find({ out: out.text(), err: err.text() });
      if (found !== undefined && found !== false) return found;
      if (exit)
        throw new Error(`ended (${JSON.stringify(exit)}) before it said so:\n${out.text()}${err.text()}`);
      await new Promise<void>((done) => changes.once('change', done));
    }
  }

  return {
    out: out.text,
    err: err.text,
    /** How it ended, when all it printed is read. */
    exited,
    until,
    write: (...lines: string[]) => void child.stdin.write(lines.map((line) => `${line}\n`).join('')),
    endInput: () => void child.stdin.end(),
    /** Types a line; gives the answer, without the blank line that ends it. */
    async ask(line: string): Promise<string> {
      const from = out.text().length;
      child.stdin.write(`${line}\n`);
      return until((printed) => /^([\s\S]+)\n\n$/.exec(printed.out.slice(from))?.[1]);
    },
    kill(signal: NodeJS.Signals): Promise<Exit> {
      child.kill(signal);
      return exited;
    },
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

function collect(stream: Readable, changed: () => void) {
  const parts: string[] = [];
  stream.setEncoding('utf8').on('data', (part: string) => {
    parts.push(part);
    changed();
  });
  return { text: () => parts.join('') };
}

/** Our own environment without what would set Doebot up in another way. */
function cleanEnvironment() {
  const settings = /^(?:SLACK_|TEAMS_|DATABASE_URL|DATA_DIR|HOST|PORT|LOG_LEVEL|NODE_ENV|VITEST)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !settings.test(name)));
}
