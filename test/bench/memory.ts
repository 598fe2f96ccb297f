/** What was done for one regio: how long it took, and what was in use while it ran, in bytes. */
export type Spent = {
  rows: number;
  ms: number;
  /** Above what was in use when it began, what can be collected included. */
  heap: number;
  /** Of the whole process. */
  rss: number;
};

/** Often enough to see a peak between two answers of the database, in milliseconds. */
const SAMPLE = 5;

/** Collects what earlier work left, and then watches this work: at its highest, not what is left of it. */
export async function watch(work: () => Promise<unknown>): Promise<Omit<Spent, 'rows'>> {
  if (!globalThis.gc) throw new Error('Memory is only measured with node --expose-gc: npm run bench has it');
  globalThis.gc();
  const before = process.memoryUsage().heapUsed;
  let [heap, rss] = [0, 0];
  const sample = () => {
    const used = process.memoryUsage();
    heap = Math.max(heap, used.heapUsed - before);
    rss = Math.max(rss, used.rss);
  };
  const timer = setInterval(sample, SAMPLE);
  const begun = performance.now();
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  const ms = performance.now() - begun;
  sample();
  return { ms, heap, rss };
}

/** `ms`: per row of all regios; `heap` and `kb`: of the regio that had most in use, and that per row of its own. */
export function costOf(regios: readonly Spent[]) {
  const rows = regios.reduce((sum, one) => sum + one.rows, 0);
  const ms = regios.reduce((sum, one) => sum + one.ms, 0);
  const { heap, rows: own } = regios.reduce((most, one) => (one.heap > most.heap ? one : most));
  const rss = Math.max(...regios.map((one) => one.rss));
  return { rows, seconds: ms / 1_000, ms: ms / rows, heap, kb: heap / 1_024 / own, rss };
}
