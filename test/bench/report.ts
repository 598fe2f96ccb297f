import type { Measured, Target } from './messages.ts';

const NAMES: Record<Target, string> = {
  echo: 'bare Bolt echo',
  postgres: 'Doebot, PostgreSQL',
  embedded: 'Doebot, embedded',
};

const HEAD = [
  'connections',
  'server',
  'requests/s',
  'lowest',
  'highest',
  'p50 ms',
  'p99 ms',
  'ratio to echo',
];

/** The medians of the rounds as a table. `measured`: by target and connections, "echo 10". */
export function reportText(
  targets: Target[],
  connections: number[],
  measured: Map<string, Measured[]>,
): string {
  const rows = connections.flatMap((count) => {
    const of = (target: Target, what: keyof Measured) =>
      (measured.get(`${target} ${count}`) ?? []).map((one) => one[what]).sort((a, b) => a - b);
    const echo = median(of('echo', 'perSecond'));
    return targets.map((target) => {
      const perSecond = of(target, 'perSecond');
      return [
        String(count),
        NAMES[target],
        median(perSecond).toFixed(0),
        (perSecond[0] ?? Number.NaN).toFixed(0),
        (perSecond.at(-1) ?? Number.NaN).toFixed(0),
        median(of(target, 'p50')).toFixed(2),
        median(of(target, 'p99')).toFixed(2),
        (median(perSecond) / echo).toFixed(3),
      ];
    });
  });
  return `${tableText([HEAD, ...rows])}\n`;
}

function median(sorted: number[]): number {
  const middle = Math.floor(sorted.length / 2);
  const [low = Number.NaN, high = Number.NaN] = [sorted.at(-middle - 1), sorted[middle]];
  return (low + high) / 2;
}

/** The value below which that part of them is; `part` from 0 to 1. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

/** Columns under each other; the first row is the head. */
export function tableText(rows: string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) => row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('   '))
    .join('\n');
}
