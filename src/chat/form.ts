import type { Input } from './card.ts';

/** A question on a form. `value` is what is filled in beforehand; `error` is shown at the field, in Dutch. */
export type Field = { name: string; label: string; hint?: string; value?: string; error?: string } & (
  | { kind: 'choice'; options: { value: string; label: string }[] }
  | { kind: 'text'; multiline: boolean; required: boolean; maxLength: number }
);

/**
 * A form, without a platform: a modal in Slack, inputs on a card in Teams, questions in the terminal.
 * Handing it in asks `submit.command` with `submit.input` and the fields' values as strings, by name.
 * A verb that does not accept a value answers with the form again: the values kept, an `error` at the field.
 * Title and button: 24 characters at most.
 */
export type Form = {
  title: string;
  intro?: string;
  fields: Field[];
  submit: { label: string; command: string; input: Input };
};

/** The fields that were not accepted, by name. */
export function errorsOf(form: Form): Record<string, string> {
  return Object.fromEntries(form.fields.flatMap(({ name, error }) => (error ? [[name, error]] : [])));
}
