import type { Field, Form } from '../chat/form.ts';
import { type AdaptiveCard, action, adaptiveCard, heading, type Part, type ToAction, text } from './parts.ts';

/** A form as a card with inputs. The ids are the fields' names; what was filled in comes back under them. */
export function renderForm(form: Form): AdaptiveCard {
  return adaptiveCard([heading(form.title), ...questions(form, action)]);
}

/** In a dialog, which has the title above it. */
export function renderDialogForm(form: Form, toAction: ToAction): AdaptiveCard {
  return adaptiveCard(questions(form, toAction));
}

function questions({ intro, fields, submit }: Form, toAction: ToAction): Part[] {
  const handIn = toAction({ ...submit, style: 'primary', fields: fields.map(({ name }) => name) });
  return [
    ...(intro ? [text(intro)] : []),
    ...fields.flatMap(question),
    { type: 'ActionSet', actions: [handIn] },
  ];
}

/** The reason why a value was not accepted stands under it, with a sign: colour alone is not seen by everyone. */
function question(field: Field): Part[] {
  const small = { size: 'Small', spacing: 'Small' } as const;
  return [
    input(field),
    ...(field.hint ? [text(field.hint, { ...small, isSubtle: true })] : []),
    ...(field.error
      ? [text(`⚠ ${field.error}`, { color: 'Attention', weight: 'Bolder', spacing: 'Small' })]
      : []),
  ];
}

function input(field: Field): Part {
  const shared = {
    id: field.name,
    label: field.label,
    ...(field.value !== undefined && { value: field.value }),
  };
  switch (field.kind) {
    case 'choice': {
      const choices = field.options.map(({ value, label }) => ({ title: label, value }));
      const required = { isRequired: true, errorMessage: 'Maak een keuze.' };
      return {
        type: 'Input.ChoiceSet',
        ...shared,
        ...required,
        style: 'compact',
        placeholder: 'Kies …',
        choices,
      };
    }
    case 'text': {
      const { multiline, maxLength } = field;
      const required = field.required ? { isRequired: true, errorMessage: 'Vul dit veld in.' } : {};
      return { type: 'Input.Text', ...shared, ...required, isMultiline: multiline, maxLength };
    }
  }
}
