import { cardText } from '../../src/chat/text.ts';
import { ACTIONS } from './actions.ts';
import { dayOf, HOUR, MINUTE, momentOn } from './calendar.ts';
import { CLOUDS, isOn, tenantOf } from './clouds.ts';
import type { Deed } from './deed.ts';
import type { Random } from './random.ts';
import { readGevraagd, readStand } from './record.ts';
import type { Stage } from './run.ts';
import type { World } from './world.ts';

/** When somebody does something: by day, often just when something is sent, sometimes two things at once. */
export function drawAgenda(random: Random, { from, until, actions }: World): number[] {
  const some = Array.from({ length: actions }, () => {
    const at = random.int(from + HOUR, until);
    const minute = random.weighted([
      [4, 9 * 60],
      [4, random.int(8 * 60, 18 * 60)],
      [1, random.int(0, 23 * 60)],
    ]);
    return momentOn(dayOf(at), minute) + random.int(0, 2 * MINUTE);
  });
  return [from + MINUTE, ...some].sort((a, b) => a - b);
}

/** Somebody does something, while replicas may be in the midst of their work. */
export async function act(stage: Stage): Promise<void> {
  const { db, random, time, story, say } = stage;
  const stand = story.stands.at(-1);
  if (!stand) return;
  const first = story.stands.length === 1;
  const [, name, action] = first
    ? (ACTIONS[0] ?? random.pick(ACTIONS))
    : random.weighted(ACTIONS.map((one) => [one[0], one] as const));
  const deed = action({ random, stand, gevraagd: await readGevraagd(db, time.now), now: time.now });
  if (!deed) return;
  say(`somebody ${name}: ${JSON.stringify(deed)} ${await answerTo(stage, deed)}`);
  story.stands.push(await readStand(db, time.now));
  time.now += 1;
}

async function answerTo({ ask, asked, random, world }: Stage, { who, say }: Deed): Promise<string> {
  const platform = random.pick(CLOUDS.filter((cloud) => isOn(world.fate.weather, cloud, who)));
  asked.count += 1;
  const account = { id: who, address: { email: who }, email: async () => who };
  const answer = await ask({ id: `r${asked.count}`, platform, tenant: tenantOf(platform), account, say });
  return 'card' in answer ? (cardText(answer.card).split('\n')[0] ?? '') : 'a form';
}
