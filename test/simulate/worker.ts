import { once } from 'node:events';
import { openArena } from './arena.ts';
import { judge } from './judge.ts';
import { runSeed } from './run.ts';

/** A process that runs the seeds it is given, one after the other, and goes when its parent does. */
process.once('disconnect', () => process.exit());
const arena = await openArena(process.argv[2] ?? '');
process.send?.({ ready: true });
for (;;) {
  const [{ seed }] = (await once(process, 'message')) as [{ seed: number }];
  process.send?.(judge(await runSeed(await arena.empty(), seed)));
}
