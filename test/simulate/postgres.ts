import { killRound, type Survived } from './kill.ts';

/** So many rounds on a real PostgreSQL, each with a database of its own. */
export async function simulatePostgres(
  { from, rounds }: { from: number; rounds: number },
  createDatabase: (name: string) => Promise<string>,
): Promise<{ text: string; held: boolean }> {
  const survived: Survived[] = [];
  for (let seed = from; seed < from + rounds; seed += 1) {
    const url = await createDatabase(`round_${seed}`);
    survived.push(await killRound({ url, seed, kills: 12, personen: 120 }));
  }
  const sum = (of: (one: Survived) => number) => survived.reduce((all, one) => all + of(one), 0);
  const [lost, double] = [sum((one) => one.lost.length), sum((one) => one.double.length)];
  const text = `${rounds} rounds on PostgreSQL, ${sum(({ kills }) => kills)} kills, ${sum(({ sent }) => sent)} sent, ${lost} lost, ${double} double`;
  return { text, held: lost === 0 && double === 0 };
}
