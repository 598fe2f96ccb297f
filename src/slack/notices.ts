import type { Card, Element } from '../chat/card.ts';
import type { Form } from '../chat/form.ts';
import { buttonOf, type Message, messageOf } from './blocks.ts';
import { LIMITS } from './limits.ts';
import type { Say } from './say.ts';

const text = (text: string): Card => ({ elements: [{ kind: 'text', text }] });

export const oldButtonCard = (): Card =>
  text(
    'Deze knop hoort bij een ouder bericht en werkt niet meer. Vraag het opnieuw, bijvoorbeeld met «/doebot help».',
  );

export const OLD_FORM =
  'Dit formulier is verouderd en kan niet meer worden opgeslagen. Kopieer je tekst en open het formulier opnieuw.';

export function brokenCard(reference: string): Card {
  return {
    elements: [
      { kind: 'heading', text: 'Ik kan het antwoord niet laten zien' },
      {
        kind: 'text',
        text: 'Wat je deed, is wel verwerkt. Vraag het opnieuw om te zien hoe het er nu voor staat.',
      },
      { kind: 'note', text: `Blijft het misgaan? Geef dan kenmerk ${reference} door aan de beheerder.` },
    ],
  };
}

/** Slack opens a form only right after a press or a command; after anything else, a button has to come first. */
export function formMessage(form: Form, say: Say, late: boolean): Message {
  const line = (text: string): Element => ({ kind: 'text', text });
  const elements: Element[] = [
    { kind: 'heading', text: form.title },
    ...(late ? [line('Het formulier kon niet op tijd opengaan.')] : []),
    ...(form.intro ? [line(form.intro)] : []),
  ];
  if (JSON.stringify(say).length > LIMITS.buttonValue) {
    return messageOf({ elements: [...elements, ...withoutButton(form, say)] });
  }
  const { text, blocks } = messageOf({ elements });
  const open = buttonOf('open', 'Formulier openen', say, 'primary');
  return { text, blocks: [...blocks, { type: 'actions', elements: [open] }] };
}

/** What was filled in is given back, so that nobody has to type it again. */
function withoutButton({ fields }: Form, say: Say): Element[] {
  if ('text' in say) {
    return [
      {
        kind: 'text',
        text: 'Je bericht is te lang voor een knop naar het formulier. Stuur een korter bericht.',
      },
    ];
  }
  const facts = fields.flatMap(({ label, value }) => (value ? [{ label, value }] : []));
  return [
    { kind: 'text', text: 'Het is niet opgeslagen. Open het formulier opnieuw; dit had je ingevuld:' },
    { kind: 'facts', facts },
  ];
}
