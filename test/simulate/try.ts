import { openArena } from './arena.ts';
import { hashOf, runSeed } from './run.ts';
const arena = await openArena();
for (const seed of process.argv.slice(2).map(Number)) {
  const s = performance.now();
  const story = await runSeed(await arena.empty(), seed);
  console.log(seed, hashOf(story).slice(0,8), Math.round(performance.now()-s), 'ms', 'arrivals', story.arrivals.length, 'berichten', story.berichten.length, 'stands', story.stands.length, 'crashes', story.crashes, story.errors.slice(0,2));
  if (process.env.TRACE) console.log(story.trace.join('\n'));
}
process.exit(0);
