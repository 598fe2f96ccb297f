import { parseArgs } from 'node:util';
import { benchSearch } from './search.ts';
import { benchSlack } from './slack.ts';

/** `npm run bench`, `npm run bench -- slack --seconds 2 --rounds 5`, `npm run bench -- search --rounds 5 --questions 40`. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '2' },
    rounds: { type: 'string', default: '5' },
    questions: { type: 'string', default: '40' },
  },
});
const rounds = Number(values.rounds);
const wanted = (name: string) => positionals.length === 0 || positionals.includes(name);

if (wanted('slack')) process.stdout.write(await benchSlack({ seconds: Number(values.seconds), rounds }));
if (wanted('search'))
  process.stdout.write(await benchSearch({ rounds, questions: Number(values.questions) }));
// A pool of the database keeps the process alive a while.
process.exit(0);
