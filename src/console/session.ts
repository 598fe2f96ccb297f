import { type Button, buttonsOf, type Card, type Json } from '../chat/card.ts';
import type { Form } from '../chat/form.ts';
import type { Answer, Ask, GivenFile, Request } from '../chat/platform.ts';
import { cardText } from '../chat/text.ts';
import { fieldText, fillField } from './questions.ts';

export const TENANT = 'console';

/** What one persoon has before them: the buttons of their last message, or a form that is being filled in. */
type Desk = {
  buttons: Button[];
  channel?: string | undefined;
  filling?: { form: Form; values: Record<string, string> };
};

const HOW = 'Typ «stop» om te stoppen, of «opslaan» om de rest te laten zoals het is.';

export type Session = {
  /** Takes a line that somebody typed; gives what they see. */
  take(email: string, line: string): Promise<string>;
  /** Takes a file that somebody gives; gives what they see. */
  give(email: string, file: GivenFile): Promise<string>;
  /** The form that this persoon fills in: the next line is the answer to a question of it. */
  formOf(email: string): Form | undefined;
  /** Shows a message to somebody who did not ask; gives what they see. */
  show(email: string, card: Card): string;
};

/**
 * The conversations of everyone in the terminal. A number is an actie, so a button has a letter (or its label). A line that
 * begins with "in #name" is said in that channel.
 */
export function newSession(ask: Ask): Session {
  const desks = new Map<string, Desk>();
  const ids = (function* () {
    for (let id = 1; ; id += 1) yield id;
  })();
  const started = crypto.randomUUID();

  const show = (email: string, card: Card, channel?: string) => {
    desks.set(email, { buttons: buttonsOf(card), channel });
    return cardText(card, (button, index) => `[${letter(index)}] ${button.label}`);
  };
  const open = (email: string, form: Form): string => {
    const [first] = form.fields;
    desks.set(email, { buttons: [], filling: { form, values: {} } });
    return [form.title, form.intro ?? '', HOW, first ? fieldText(first) : ''].join('\n');
  };
  const present = (email: string, answer: Answer, channel?: string) => {
    return answer.kind === 'form' ? open(email, answer.form) : show(email, answer.card, channel);
  };
  const request = async (email: string, say: Request['say'], channel?: string) => {
    const id = `console:${started}:${ids.next().value}`;
    const account = { id: email, address: { email } as Json, email: async () => email };
    const where = channel && { channel: { id: channel, name: channel, address: { channel } } };
    const answer = await ask({ id, platform: 'console', tenant: TENANT, account, ...where, say });
    return present(email, answer, channel);
  };

  const handIn = (email: string, { submit: { command, input } }: Form, values: Record<string, string>) =>
    request(email, { command, input: { ...input, ...values } });
  const fill = async (email: string, line: string, { form, values }: NonNullable<Desk['filling']>) => {
    if (/^stop$/i.test(line.trim())) {
      desks.delete(email);
      return 'Gestopt. Er is niets opgeslagen.';
    }
    if (/^opslaan$/i.test(line.trim())) {
      const rest = form.fields.slice(Object.keys(values).length);
      for (const field of rest) values[field.name] = field.value ?? '';
      return handIn(email, form, values);
    }
    const field = form.fields[Object.keys(values).length];
    const value = field && fillField(field, line);
    if (field && value === undefined) return `Dat is geen keuze.\n${fieldText(field)}`;
    if (field && value !== undefined) values[field.name] = value;
    const next = form.fields[Object.keys(values).length];
    return next ? fieldText(next) : handIn(email, form, values);
  };

  const take = (email: string, line: string): Promise<string> => {
    const desk = desks.get(email);
    const inChannel = /^in (?<channel>#\S+) (?<text>.+)$/is.exec(line.trim())?.groups;
    if (inChannel && !desk?.filling)
      return request(email, { text: inChannel['text'] ?? '' }, inChannel['channel']);
    if (desk?.filling) return fill(email, line, desk.filling);
    const typed = line.trim().toLowerCase();
    const pressed = desk?.buttons.find(
      ({ label }, index) => typed === letter(index) || typed === label.toLowerCase(),
    );
    if (!pressed) return request(email, { text: line });
    return request(email, { command: pressed.command, input: pressed.input }, desk?.channel);
  };

  return {
    take,
    give: (email, file) => request(email, { file }),
    show,
    formOf: (email) => desks.get(email)?.filling?.form,
  };
}

/** a, b, …, z, aa, ab, … */
function letter(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : letter(Math.floor(index / 26) - 1) + last;
}
