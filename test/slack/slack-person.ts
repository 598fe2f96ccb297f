import type { Seen } from '../driver.ts';
import { eventually } from '../eventually.ts';
import type { Block, Member, Post, View } from './fake-workspace.ts';
import { buttonsIn, type FieldState, fieldsIn, labelOf, seenOf } from './seen.ts';

/** Somebody in Slack, with what is on the screen. */
export type Person = {
  member: Member;
  /** What they got and have not looked at yet. */
  inbox: (Post | View)[];
  letters: Post[];
  last: Post | undefined;
  form: { view: View; fields: FieldState[] } | undefined;
};

export function personFor(member: Member): Person {
  return { member, inbox: [], letters: [], last: undefined, form: undefined };
}

export function arrive(person: Person, thing: Post | View): void {
  const isLetter = 'metadata' in thing && thing.replaced === 0;
  if (!('view' in thing)) person.last = thing;
  if (isLetter) person.letters.push(thing);
  else person.inbox.push(thing);
}

/** What arrives next, looked at. */
export const nextFor = async (person: Person): Promise<Seen> =>
  look(person, await eventually(() => person.inbox.shift(), `${person.member.email} got no answer`));

/** What a person sees of a message or a form. */
export function look(person: Person, thing: Post | View, errors: Record<string, string> = {}): Seen {
  if (!('view' in thing)) {
    person.form = undefined;
    return seenOf(thing.blocks);
  }
  const { blocks, title } = thing.view;
  if (person.form?.view !== thing) person.form = { view: thing, fields: fieldsIn(blocks) };
  const shown = { ...errorsUnder(blocks), ...errors };
  const fields = person.form.fields.map(({ name, label, value }) => {
    const error = shown[name];
    return { name, label, value, ...(error !== undefined && { error }) };
  });
  return { ...seenOf(blocks), form: { title: String((title as { text: string }).text), fields } };
}

/** An error that a form opens with stands in small print under its field. */
function errorsUnder(blocks: Block[]): Record<string, string> {
  const found = blocks.flatMap((block, index): [string, string][] => {
    const under = blocks[index + 1];
    if (block.type !== 'input' || under?.type !== 'context') return [];
    return [[String(block['block_id']), seenOf([under]).text.replace('⚠ ', '')]];
  });
  return Object.fromEntries(found);
}

/** Fills in the open form; what Slack's own form would not take is an error of the test. */
export function fillIn(
  { form, member }: Person,
  values: Record<string, string>,
): NonNullable<Person['form']> {
  if (!form) throw new Error(`${member.email} has no form open`);
  const strange = Object.keys(values).filter((name) => !form.fields.some((field) => field.name === name));
  if (strange.length > 0) throw new Error(`The form has no field ${strange.join(', ')}`);
  form.fields = form.fields.map((field) => filled(field, values[field.name]));
  return form;
}

function filled(field: FieldState, value: string | undefined): FieldState {
  if (value === undefined) return field;
  if (field.options && !field.options.some((option) => option['value'] === value)) {
    throw new Error(`${field.name} has no option ${value}`);
  }
  if (value.length > field.max) throw new Error(`${field.name} takes ${field.max} characters`);
  return { ...field, value };
}

/** The last message, and its button with that label. */
export function buttonFor({ last }: Person, label: string) {
  const buttons = buttonsIn(last?.blocks ?? []);
  const button = buttons.find((candidate) => labelOf(candidate) === label);
  if (!last || !button)
    throw new Error(`There is no button "${label}", only: ${buttons.map(labelOf).join(', ')}`);
  return { post: last, button };
}
