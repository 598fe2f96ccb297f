/** What is measured: a bare Bolt app, or Doebot on one of its databases. */
export type Target = 'echo' | 'embedded' | 'postgres';

export type ServerOrder = { target: Target; apiUrl: string; databaseUrl: string };

/** One load on one server. `port`: of the server; `seconds`: how long requests are sent. */
export type Load = { port: number; connections: number; seconds: number };

/** Latencies in milliseconds. */
export type Measured = { perSecond: number; p50: number; p99: number };

export const SIGNING_SECRET = 'bench-signing-secret';
export const PATH = '/slack/events';
/** The workspace and the user that ask. */
export const TEAM = 'T0BENCH';
export const USER = 'U0BENCH';
