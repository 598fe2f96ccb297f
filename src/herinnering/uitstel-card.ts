import { standVan } from '../actie/actie-card.ts';
import type { Button, Card } from '../chat/card.ts';
import type { Form } from '../chat/form.ts';
import { dagText, toLocal } from '../kalender/datum.ts';
import type { Vraag } from './stored-vraag.ts';
import type { Keuze } from './uitstel.ts';
import { totText } from './vraag-card.ts';

/** Until when there is time, in words. */
export const termijnText = (termijn: Temporal.Instant): string => dagText(toLocal(termijn).toPlainDate());

/** Until when somebody wants to put a question off; each choice with the day that it comes down to. */
export function keuzeCard(
  { bericht, over, termijn }: Vraag,
  keuzes: readonly Keuze[],
  now: Temporal.Instant,
): Card {
  const buttons: Button[] = keuzes.map(({ label, wanneer }) => {
    return { label, command: 'herinnering.uitstellen', input: { bericht, wanneer } };
  });
  return {
    elements: [
      { kind: 'heading', text: `Later herinneren voor ${over.naam}` },
      {
        kind: 'text',
        text: `Wanneer zal ik het opnieuw vragen? Melden kan tot en met ${termijnText(termijn)}.`,
      },
      { kind: 'facts', facts: keuzes.map(({ label, tot }) => ({ label, value: totText(tot) })) },
      { kind: 'note', text: standVan(now) },
      {
        kind: 'buttons',
        buttons: [
          ...buttons,
          {
            label: 'Een andere dag',
            command: 'herinnering.later.formulier',
            input: { bericht },
            opens: 'form',
          },
        ],
      },
    ],
  };
}

/** Asks for another day; `typed` with what is wrong with it. */
export function dagForm(
  { bericht, over, termijn }: Vraag,
  { typed, error }: { typed?: string; error?: string } = {},
): Form {
  return {
    title: 'Later herinneren',
    intro: `${over.naam}. Melden kan tot en met ${termijnText(termijn)}.`,
    fields: [
      {
        kind: 'text',
        name: 'wanneer',
        label: 'Op welke dag?',
        hint: 'Bijvoorbeeld «volgende week dinsdag» of «12 januari».',
        multiline: false,
        required: true,
        maxLength: 100,
        ...(typed !== undefined && { value: typed }),
        ...(error !== undefined && { error }),
      },
    ],
    submit: {
      label: 'Uitstellen',
      command: 'herinnering.uitstellen',
      input: { bericht, formulier: true },
    },
  };
}

/** It was put off. */
export function uitgesteldCard({ over, termijn }: Vraag, tot: Temporal.Instant, now: Temporal.Instant): Card {
  return {
    elements: [
      {
        kind: 'text',
        text: `Uitgesteld tot ${totText(tot)}. Dan vraag ik het opnieuw voor ${over.naam}. Dit telt niet als update: melden kan tot en met ${termijnText(termijn)}.`,
      },
      { kind: 'note', text: standVan(now) },
    ],
  };
}
