import { startPostgres } from '../postgres.ts';
import { killRound, type Survived } from './kill.ts';

/** So many rounds on a real PostgreSQL, each with a database of its own. */
export async function simulatePostgres(
  from: number,
  rounds: number,
): Promise<{ text: string; held: boolean }> {
  const server = await startPostgres();
  const survived: Survived[] = [];
  try {
    for (let seed = from; seed < from + rounds; seed += 1) {
      await server.createDatabase(`round_${seed}`);
      survived.push(await killRound({ url: server.url(`round_${seed}`), seed, kills: 12, personen: 120 }));
    }
  } finally {
    await server.stop();
  }
  const sum = (of: (one: Survived) => number) => survived.reduce((all, one) => all + of(one), 0);
  const [lost, double] = [sum((one) => one.lost.length), sum((one) => one.double.length)];
  const text = `${rounds} rounds on PostgreSQL, ${sum(({ kills }) => kills)} kills, ${sum(({ sent }) => sent)} sent, ${lost} lost, ${double} double`;
  return { text, held: lost === 0 && double === 0 };
}
