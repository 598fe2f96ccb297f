import type { Field } from '../chat/form.ts';

/** A field of a form as a question; what is filled in beforehand is kept by an empty answer. */
export function fieldText(field: Field): string {
  const error = field.error ? `⚠ ${field.error}\n` : '';
  const hint = field.hint ? ` (${field.hint})` : '';
  const options =
    field.kind === 'choice' ? field.options.map(({ label }, index) => `\n  ${index + 1}. ${label}`) : [];
  const kept = field.kind === 'choice' ? labelOf(field, field.value) : field.value;
  const clear = field.kind === 'text' && !field.required ? ' («-» maakt het leeg)' : '';
  return `${error}${field.label}?${hint}${options.join('')}${kept ? `\n  Leeg laten: ${kept}${clear}` : ''}`;
}

function labelOf(field: Field & { kind: 'choice' }, value: string | undefined): string | undefined {
  return field.options.find((option) => option.value === value)?.label;
}

/** The value that an answer gives a field: for a choice its number, label or value; undefined: none of them. */
export function fillField(field: Field, line: string): string | undefined {
  const typed = line.trim();
  if (typed === '') return field.value ?? '';
  if (field.kind === 'text') return typed === '-' && !field.required ? '' : typed;
  const word = typed.toLowerCase();
  // A number before a word: a label can have digits of its own.
  const option =
    field.options.find(({ value }, index) => String(index + 1) === word || value === word) ??
    field.options.find(({ label }) => label.toLowerCase().includes(word));
  return option?.value;
}
