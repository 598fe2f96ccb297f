import type { Database } from '../../src/db/database.ts';

/** What the process of a replica waits for: to go through with it. */
type Gate = () => Promise<void>;

/** One replica. It only gets on when the simulator opens one of its gates. */
export type Replica = {
  name: string;
  gates: Gate[];
  /** How far its clock is ahead, in milliseconds. */
  ahead: number;
  running: boolean;
  /** Stands still until then, or is gone until then. */
  awayUntil: number;
  /** It looks no sooner than that for what is due, and by so much later than it could. */
  lookAt: number;
  late: number;
};

export const newReplica = (name: string, at: number): Replica => ({
  name,
  gates: [],
  ahead: 0,
  running: false,
  awayUntil: at,
  lookAt: at,
  late: 0,
});

type Outcome<T> = { value: T } | { error: unknown };

const outcomeOf = <T>(work: () => Promise<T>): Promise<Outcome<T>> =>
  work().then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );

/** Goes on with an outcome when the gate is opened; if the replica is killed before that, never. */
export function afterwards<T>(replica: Replica, outcome: Outcome<T>): Promise<T> {
  return new Promise((done, fail) => {
    replica.gates.push(async () => ('value' in outcome ? done(outcome.value) : fail(outcome.error)));
  });
}

/** Work that the replica can be stopped before and after, but not in the midst of: a transaction is whole. */
function through<T>(replica: Replica, work: () => Promise<T>): Promise<T> {
  return new Promise((done, fail) => {
    replica.gates.push(async () => {
      const outcome = await outcomeOf(work);
      afterwards(replica, outcome).then(done, fail);
    });
  });
}

/** Lets a killed replica's work stand for ever where it stood. */
export function kill(replica: Replica): void {
  replica.gates = [];
  replica.running = false;
}

/** The connection with the database broke: nothing was committed, or it was and nobody said so. */
export class ConnectionLost extends Error {}

/** A database that a replica works on gate by gate. `fails`: where the connection breaks at this transaction. */
export function stagedDatabase(
  db: Database,
  replica: Replica,
  fails: () => 'before' | 'after' | undefined,
): Database {
  const owner: object = db.owner;
  const staged = new Proxy(owner, {
    get(target, key) {
      const own: unknown = Reflect.get(target, key);
      if (typeof own !== 'function') return own;
      return (...given: unknown[]) => through(replica, async () => Reflect.apply(own, target, given));
    },
  });
  return {
    ...db,
    owner: staged as Database['owner'],
    inRegio: (regioId, work) =>
      through(replica, async () => {
        const broken = fails();
        if (broken === 'before') throw new ConnectionLost();
        const done = await db.inRegio(regioId, work);
        if (broken === 'after') throw new ConnectionLost();
        return done;
      }),
  };
}

/** All that was set going gets as far as its next gate. */
export const settled = () => new Promise<void>((done) => setImmediate(done));
