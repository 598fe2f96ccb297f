import type { startProgram } from './process.ts';

/** The same again: `KILL_SEED=123 npx vitest run test/kill.test.ts`. */
export const SEED = Number(process.env['KILL_SEED'] ?? Math.floor(Math.random() * 1e9));

/** How the program is started that is killed. */
export type Options = Parameters<typeof startProgram>[1];
