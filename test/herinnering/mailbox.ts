import { beforeEach } from 'vitest';
import type { Datumtaal } from '../../src/bereikbaar/datumtaal.ts';
import { buttonsOf, type Card } from '../../src/chat/card.ts';
import type { Form } from '../../src/chat/form.ts';
import { cardText, formText } from '../../src/chat/text.ts';
import type { Kind } from '../database.ts';
import { at } from '../moments.ts';
import { requestOf } from '../request.ts';
import { madeIn, talkFor } from '../scene.ts';
import { type Talk, UWV } from '../talk.ts';

/** What everybody was sent: the last card of each, as it stands after edits, and its buttons. Made after a reset. */
export function mailboxOf(talk: Talk) {
  const cards = new Map<string, Card>();
  let form: Form | undefined;
  talk.platform.fails = ({ address, card }) => {
    cards.set((address as { email?: string }).email ?? '', card);
  };
  const ask = async (email: string, say: Parameters<Talk['ask']>[0]['say']) => {
    const answer = await talk.ask(requestOf(email, say));
    if (answer.kind === 'form') {
      form = answer.form;
      return formText(form);
    }
    cards.set(`answer ${email}`, answer.card);
    return cardText(answer.card);
  };
  /** The button on a card; `bij`: of the line about that actie. */
  const hold = (email: string, label: string, { bij, of = email }: { bij?: number; of?: string } = {}) => {
    const card = cards.get(of) ?? { elements: [] };
    const lines = card.elements.filter((one) => one.kind === 'item' && one.text.startsWith(`#${bij} `));
    const found = buttonsOf(bij === undefined ? card : { elements: lines }).find(
      (one) => one.label === label,
    );
    if (!found) throw new Error(`No button «${label}» in: ${cardText(card)}`);
    const { command, input } = found;
    return () => ask(email, { command, input });
  };
  return {
    /** What the message says now. */
    text: (email: string) => cardText(cards.get(email) ?? { elements: [] }),
    open: (email: string) =>
      [...cardText(cards.get(email) ?? { elements: [] }).matchAll(/^• #(\d+)/gm)].map(([, nummer]) =>
        Number(nummer),
      ),
    hold,
    press: (email: string, label: string, options?: { bij?: number }) => hold(email, label, options)(),
    /** Presses a button of the last answer. */
    answerPress: (email: string, label: string) => hold(email, label, { of: `answer ${email}` })(),
    /** Hands in the last form that was opened, as often as you like. */
    fill: (email: string, values: Record<string, string>) => {
      if (!form) throw new Error('There is no form');
      const { submit, fields } = form;
      const kept = Object.fromEntries(fields.map(({ name, value = '' }) => [name, value]));
      return ask(email, { command: submit.command, input: { ...submit.input, ...kept, ...values } });
    },
    say: (email: string, text: string) => ask(email, { text }),
  };
}

export type Mailbox = ReturnType<typeof mailboxOf>;

/** This persoon wants dates written so. */
export async function wantDates(box: Mailbox, email: string, datums: Datumtaal) {
  await box.say(email, 'instellingen wijzigen');
  return box.fill(email, { datums });
}

/** A talk, with a mailbox of its own for each of its tests. */
export function withMailbox(kind: Kind = 'postgres') {
  const talk = talkFor(kind);
  return { talk, box: madeIn(beforeEach, () => mailboxOf(talk)) };
}

/**
 * The same on 17 december, when the uitvraag has just gone out: the RBA meets on Monday 11 January 2027, the
 * aanlevertermijn is Tuesday 29 December. `talk.sent` begins after it.
 */
export function afterUitvraag(kind?: Kind) {
  const scene = withMailbox(kind);
  beforeEach(async () => {
    scene.talk.clock.moveTo(at('2026-12-17T09:00'));
    await scene.talk.run();
    scene.talk.sent.length = 0;
  });
  return scene;
}

/** The same on 23 november, when the UWV has reported that acties 4 and 11 are to be done on 1 december. */
export function afterVerwacht() {
  const scene = withMailbox();
  beforeEach(async () => {
    for (const nummer of [4, 11]) {
      await scene.box.say(UWV, `actie ${nummer} bijwerken`);
      await scene.box.fill(UWV, { status: 'loopt', toelichting: 'Bezig', verwachtOp: '1 december' });
    }
  });
  return scene;
}
