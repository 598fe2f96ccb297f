import { pino } from 'pino';
import type { Button, Card } from '../src/chat/card.ts';
import type { Form } from '../src/chat/form.ts';
import type { Answer, Ask, Request } from '../src/chat/platform.ts';

export type Script = (request: Request) => Answer | Promise<Answer>;

export const ANNA = 'anna@haarlem.example';
export const BRAM = 'bram@uwv.example';
export const PEOPLE = [
  { email: ANNA, name: 'Anna' },
  { email: BRAM, name: 'Bram' },
];

export const LOG = pino({ level: 'silent' });
export const now = () => Temporal.Now.instant();

export const cardOf = (text: string, ...buttons: Button[]): Card => ({
  elements: [{ kind: 'text', text }, ...(buttons.length > 0 ? [{ kind: 'buttons' as const, buttons }] : [])],
});

export const onCard = (card: Card, inPlace = false): Answer => ({ kind: 'card', card, inPlace });
export const says = (text: string, ...buttons: Button[]): Answer => onCard(cardOf(text, ...buttons));
export const onForm = (form: Form): Answer => ({ kind: 'form', form });

export const FORM: Form = {
  title: 'Actie 12 bijwerken',
  intro: 'Hoe staat het ermee?',
  fields: [
    {
      kind: 'choice',
      name: 'status',
      label: 'Status',
      value: 'loopt',
      options: [
        { value: 'loopt', label: '🟢 Loopt' },
        { value: 'vertraagd', label: '🟠 Vertraagd' },
      ],
    },
    {
      kind: 'text',
      name: 'toelichting',
      label: 'Toelichting',
      hint: 'Eén zin is genoeg.',
      multiline: true,
      required: false,
      maxLength: 1000,
    },
  ],
  submit: { label: 'Opslaan', command: 'update.meld', input: { nummer: 12 } },
};

export const withError = (form: Form, name: string, error: string): Form => ({
  ...form,
  fields: form.fields.map((field) => (field.name === name ? { ...field, error } : field)),
});

/** Answers by the script, remembers what it was asked, and knows a request it has had before. */
export function scripted(script: Script) {
  const requests: Request[] = [];
  const ask: Ask = async (request) => {
    const repeated = requests.some(({ id }) => id === request.id);
    requests.push(request);
    return { ...(await script(request)), repeated };
  };
  return { ask, requests };
}
