import type { Kind } from '../database.ts';
import { requestOf } from '../request.ts';
import { talkFor } from '../scene.ts';
import { SECRETARIS, type Talk } from '../talk.ts';

export const TNO = 'trekker@tno.example';
export const KANAAL = '#doe-agenda';

/** A talk about actie 4, and what those who follow it are told. */
export function volgersOn(kind: Kind) {
  const talk = talkFor(kind);
  return {
    talk,
    inKanaal: (words: string) => talk.say(SECRETARIS, `in ${KANAAL} ${words}`),
    /** What was sent since the last time; the welcome to a kanaal is left out. */
    told: async () => {
      await talk.run();
      return talk.sent.splice(0).filter(({ text }) => !text.includes('vanaf nu'));
    },
    undo: async (email: string) => pressUndo(talk, email, await lastUpdate(talk)),
    correct: async (email: string, status: string, toelichting: string) => {
      const id = await lastUpdate(talk);
      const fields = { status, toelichting, volgendeStap: '', verwachtOp: '', knelpunt: '', document: '' };
      const input = { nummer: 4, na: id, corrigeert: id, ...fields };
      return talk.ask(requestOf(email, { command: 'update.opslaan', input }));
    },
  };
}

async function lastUpdate(talk: Talk): Promise<number> {
  return (await talk.inRegio((tx) => tx.update.findFirstOrThrow({ orderBy: { id: 'desc' } }))).id;
}

/** Presses the button that takes this update on actie 4 back. */
export const pressUndo = (talk: Talk, email: string, update: number) =>
  talk.ask(requestOf(email, { command: 'update.ongedaan', input: { nummer: 4, update } }));
