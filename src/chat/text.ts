import type { Button, Card, Element } from './card.ts';
import type { Form } from './form.ts';

/** How a button is written; `index` counts the buttons of the card from 0, in reading order. */
type Press = (button: Button, index: number) => string;

/** Any card as plain text: the fallback of both platforms, the terminal, and what tests compare. */
export function cardText(card: Card, press: Press = ({ label }) => `[${label}]`): string {
  let index = 0;
  const next: (button: Button) => string = (button) => press(button, index++);
  return card.elements
    .map((element) => elementText(element, next))
    .join('\n')
    .trim();
}

function elementText(element: Element, press: (button: Button) => string): string {
  switch (element.kind) {
    case 'heading':
    case 'text':
    case 'note':
      return element.text;
    case 'facts':
      return element.facts.map(({ label, value }) => `${label}: ${value}`).join('\n');
    case 'item': {
      const note = element.note ? [`  ${element.note.replaceAll('\n', '\n  ')}`] : [];
      const buttons = element.buttons ? [`  ${element.buttons.map(press).join(' ')}`] : [];
      return [`• ${element.text}`, ...note, ...buttons].join('\n');
    }
    case 'image':
      return element.alt;
    case 'divider':
      return '';
    case 'buttons':
      return element.buttons.map(press).join(' ');
  }
}

/** A form as plain text: its questions with what is filled in and what is wrong. */
export function formText(form: Form): string {
  const fields = form.fields.map(({ label, value, error }) => {
    return `${label}: ${value ?? ''}${error ? ` (${error})` : ''}`;
  });
  return [form.title, ...(form.intro ? [form.intro] : []), ...fields, `[${form.submit.label}]`].join('\n');
}
