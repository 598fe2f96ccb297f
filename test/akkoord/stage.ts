import { type Mailbox, mailboxOf } from '../herinnering/mailbox.ts';
import { SECRETARIS, type Talk } from '../talk.ts';

export const VELSEN = 'trekker@velsen.example';

/** What the secretaris fills in: the BOA, eight organisaties. */
export const CONVENANT = {
  titel: 'Convenant werkgelegenheid',
  link: 'https://haarlem.example/convenant',
  versie: '1',
  uiterlijk: '4 december',
  overleg: 'BOA',
};

/** The secretaris asks for an akkoord; gives what was said to whom about it, edits too. */
export async function askBoa(talk: Talk, box: Mailbox = mailboxOf(talk)) {
  await box.say(SECRETARIS, 'akkoord vragen');
  const answer = await box.fill(SECRETARIS, CONVENANT);
  const letters = (to?: string) =>
    talk.sent.filter((one) => one.text.includes('Convenant') && (to === undefined || one.to === to));
  return { box, answer, letters };
}
