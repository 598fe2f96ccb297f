import { type Button, buttonsOf } from '../src/chat/card.ts';
import type { Form } from '../src/chat/form.ts';
import type { Request } from '../src/chat/platform.ts';
import { cardText, formText } from '../src/chat/text.ts';
import { requestOf } from './request.ts';
import type { Talk } from './talk.ts';

export type Desk = ReturnType<typeof deskOf>;

/** What one person has before them: the last card or form, as plain text, its fields by name. */
export function deskOf(talk: Talk, email: string) {
  let buttons: Button[] = [];
  let form: Form | undefined;
  const ask = async (say: Request['say']): Promise<string> => {
    const answer = await talk.ask(requestOf(email, say));
    form = answer.kind === 'form' ? answer.form : undefined;
    buttons = answer.kind === 'card' ? buttonsOf(answer.card) : [];
    return answer.kind === 'form' ? formText(answer.form) : cardText(answer.card);
  };
  const buttonCalled = (label: string): Button => {
    const found = buttons.find((button) => button.label === label);
    if (!found) throw new Error(`No button «${label}» among ${buttons.map((one) => one.label).join(', ')}`);
    return found;
  };
  return {
    say: (text: string) => ask({ text }),
    /** The button that `press` would press, to press it more often, or later. */
    hold: (label: string) => {
      const { command, input } = buttonCalled(label);
      return () => ask({ command, input });
    },
    press: (label: string) => ask(buttonCalled(label)),
    /** Hands in the form; fields that are not named keep what is filled in. */
    fill: (values: Record<string, string>) => {
      if (!form) throw new Error('There is no form');
      const strange = Object.keys(values).filter(
        (name) => !form?.fields.some((field) => field.name === name),
      );
      if (strange.length > 0) throw new Error(`The form has no field ${strange.join(', ')}`);
      const kept = Object.fromEntries(form.fields.map(({ name, value = '' }) => [name, value]));
      const { command, input } = form.submit;
      return ask({ command, input: { ...input, ...kept, ...values } });
    },
  };
}
