import type { Seen } from '../driver.ts';
import type { Door } from './activities.ts';
import { problemsOf } from './adaptive-check.ts';
import type { Member, Post } from './fake-teams.ts';
import { seenOf } from './seen.ts';

export type Thing = Record<string, unknown>;

/** Somebody in Teams, with the last card on the screen, and the dialog that is open before it. */
export type Person = {
  member: Member;
  last: { on: string; card: Thing } | undefined;
  dialog?: { title: string; card: Thing } | undefined;
  letters: Post[];
};

export function cardOf({ message }: Post): Thing {
  return message.attachments?.[0]?.content ?? {};
}

export function showDialog({ fake }: Door, person: Person, { title, card, height, width }: Thing): Seen {
  const { content } = card as { content: Thing };
  const known = /^(?:small|medium|large)$/;
  const sized = known.test(String(height)) && known.test(String(width));
  const problems = [...problemsOf(content, 'dialog'), ...(title && sized ? [] : ['no title or size'])];
  fake.violations.push(...problems.map((problem) => `dialog: ${problem}`));
  person.dialog = { title: String(title), card: content };
  return seenIn(person.dialog);
}

/** A dialog has the form's title above the card. */
export function seenIn({ title, card }: { title: string; card: Thing }): Seen {
  const { text, buttons, form } = seenOf({
    ...card,
    body: [{ type: 'TextBlock', text: title }, ...bodyOf(card)],
  });
  return { text: form ? text : text.slice(title.length + 1), buttons, ...(form && { form }) };
}

const bodyOf = ({ body }: Thing): Thing[] => (Array.isArray(body) ? body : []);

export function screenOf({ last, member }: Person) {
  if (!last) throw new Error(`${member.email} has no message yet`);
  return last;
}
