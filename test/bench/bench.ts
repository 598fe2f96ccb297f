import { parseArgs } from 'node:util';
import { startPostgres } from '../postgres.ts';
import { benchHerinneringen, costText } from './herinneringen.ts';
import { benchSearch } from './search.ts';
import { benchSending } from './sending.ts';
import { benchSlack } from './slack.ts';

/** `npm run bench`, `npm run bench -- slack --seconds 2 --rounds 5`, `npm run bench -- search --rounds 5 --questions 40`, `npm run bench -- herinneringen --regios 35 --personen 300 --factor 4`. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '2' },
    rounds: { type: 'string', default: '5' },
    questions: { type: 'string', default: '40' },
    regios: { type: 'string', default: '35' },
    personen: { type: 'string', default: '300' },
    minutes: { type: 'string', default: '1.5' },
    factor: { type: 'string', default: '4' },
  },
});
const regios = Number(values.regios);
const personen = Number(values.personen);
const rounds = Number(values.rounds);
const wanted = (name: string) => positionals.length === 0 || positionals.includes(name);

if (wanted('slack')) process.stdout.write(await benchSlack({ seconds: Number(values.seconds), rounds }));
if (wanted('search'))
  process.stdout.write(await benchSearch({ rounds, questions: Number(values.questions) }));
if (wanted('herinneringen')) {
  const postgres = await startPostgres();
  const database = () => postgres.createDatabase(`bench_${crypto.randomUUID().replaceAll('-', '')}`);
  const seconds = { slack: Number(values.minutes) * 60, teams: 20 };
  const sizes = [
    { regios, personen },
    { regios: regios * Number(values.factor), personen },
  ];
  const measured = [];
  for (const size of sizes) measured.push(await benchHerinneringen({ url: await database() }, size));
  process.stdout.write(costText(measured));
  process.stdout.write(await benchSending(database, seconds));
  await postgres.stop();
}
// A pool of the database keeps the process alive a while.
process.exit(0);
