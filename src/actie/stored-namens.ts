import type { Asked } from '../chat/command.ts';
import { bereikbaarAls } from '../persoon/persoon.ts';
import { mag } from '../persoon/rechten.ts';
import { Refusal } from '../refusal.ts';
import type { StoredActie } from './stored-actie.ts';
import { peopleOf, vervangeneBij } from './stored-rechten.ts';

/** Whose report it is, when somebody else registers it. */
export type Namens = { id: number; naam: string; email: string };

/** How many are named when it is not clear who is meant. */
const NAMED = 5;

/**
 * The persoon that `words` (a name, a part of it, or an e-mail address) means, of those who may report on the actie.
 * Without words: in whose place the asker is today, if it is not their own. Refuses who is neither that nor the secretaris, nobody and more than one, and says who can be meant.
 */
export async function findNamens(
  actie: StoredActie,
  words: string | undefined,
  asked: Asked,
): Promise<Namens | undefined> {
  const { tx, asker } = asked;
  if (words === undefined) return vervangeneBij(actie, asked);
  if (!mag(asker, 'alle acties melden')) {
    const vervangene = await vervangeneBij(actie, asked);
    if (vervangene && fits(vervangene, words)) return vervangene;
    throw new Refusal(
      `Alleen de secretaris kan namens een ander melden. Meld het zelf: «actie ${actie.nummer} …».`,
    );
  }
  const people = await peopleOf(tx, actie);
  const found = people.filter((persoon) => fits(persoon, words));
  const exact = found.filter(({ naam }) => naam.toLowerCase() === words.toLowerCase());
  const [only, ...others] = exact.length === 1 ? exact : found;
  if (only && others.length === 0) return only;
  const who = (only ? found : people).slice(0, NAMED).map(bereikbaarAls).join('; ');
  const what = only
    ? 'Ik weet niet wie je bedoelt met'
    : `Bij actie #${actie.nummer} vind ik niemand met de naam`;
  throw new Refusal(`${what} «${words}». Kies uit: ${who || 'nog niemand'}. Er is niets opgeslagen.`);
}

/** Whether the words are the e-mail address, or are all in the name. */
function fits({ naam, email }: { naam: string; email: string }, words: string): boolean {
  const wanted = words.toLowerCase().split(/\s+/);
  const full = naam.toLowerCase();
  return email === wanted.join(' ') || wanted.every((word) => full.includes(word));
}
