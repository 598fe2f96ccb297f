import { openArena } from './arena.ts';
import { missed, unfinished } from './liveness.ts';
import { hashOf, runSeed } from './run.ts';
import { unsafe } from './safety.ts';

const arena = await openArena();
const [a, b] = process.argv.slice(2).map(Number);
for (let seed = a!; seed <= b!; seed++) {
  const s = performance.now();
  const story = await runSeed(await arena.empty(), seed);
  const wrong = [...story.errors, ...unsafe(story), ...missed(story), ...unfinished(story)];
  console.log(
    seed,
    hashOf(story).slice(0, 8),
    Math.round(performance.now() - s),
    'ms',
    'arrivals',
    story.arrivals.length,
    'berichten',
    story.berichten.length,
    'stands',
    story.stands.length,
    'crashes',
    story.crashes,
    wrong.length,
  );
  for (const w of wrong.slice(0, 3)) console.log('   ', w.slice(0, 900));
  if (process.env.TRACE) console.log(story.trace.join('\n'));
}
process.exit(0);
