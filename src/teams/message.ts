import type { Card, Json } from '../chat/card.ts';
import type { Form } from '../chat/form.ts';
import { cardText, formText } from '../chat/text.ts';
import { renderCard } from './adaptive-card.ts';
import { renderForm } from './form-card.ts';
import type { AdaptiveCard } from './parts.ts';

export type Content = { kind: 'card'; card: Card } | { kind: 'form'; form: Form };

export const cardType = 'application/vnd.microsoft.card.adaptive';

/** What a notification and a screen reader's list of messages show, in characters. */
const maxSummary = 500;

export function render(content: Content): AdaptiveCard {
  return content.kind === 'card' ? renderCard(content.card) : renderForm(content.form);
}

/** The message that holds the card. It has no `text`: Teams would show that above the card. */
export function message(content: Content): { [key: string]: Json } {
  const summary = content.kind === 'card' ? cardText(content.card) : formText(content.form);
  return {
    type: 'message',
    summary: summary.length > maxSummary ? `${summary.slice(0, maxSummary - 1)}…` : summary,
    attachments: [{ contentType: cardType, content: render(content) }],
  };
}
