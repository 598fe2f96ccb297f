import type { Card, Element } from './card.ts';
import type { Form } from './form.ts';

/** Any card as plain text: the fallback of both platforms, the terminal, and what tests compare. */
export function cardText(card: Card): string {
  return card.elements.map(elementText).join('\n').trim();
}

function elementText(element: Element): string {
  switch (element.kind) {
    case 'heading':
    case 'text':
    case 'note':
      return element.text;
    case 'facts':
      return element.facts.map(({ label, value }) => `${label}: ${value}`).join('\n');
    case 'item': {
      const buttons = (element.buttons ?? []).map(({ label }) => ` [${label}]`).join('');
      return `• ${element.text}${buttons}${element.note ? `\n  ${element.note}` : ''}`;
    }
    case 'divider':
      return '';
    case 'buttons':
      return element.buttons.map(({ label }) => `[${label}]`).join(' ');
  }
}

/** A form as plain text: its questions with what is filled in and what is wrong. */
export function formText(form: Form): string {
  const fields = form.fields.map(({ label, value, error }) => {
    return `${label}: ${value ?? ''}${error ? ` (${error})` : ''}`;
  });
  return [form.title, ...(form.intro ? [form.intro] : []), ...fields, `[${form.submit.label}]`].join('\n');
}
