import type { Field, Form } from '../chat/form.ts';
import { type Fouten, type Ingevuld, MAX_EMAIL, MAX_NAAM } from './ingevuld.ts';
import { ALLE_ROLLEN, ROLLEN } from './rechten.ts';

export type FormParts = {
  title: string;
  ingevuld: Ingevuld;
  fouten?: Fouten;
  organisaties: readonly { code: string; naam: string }[];
  submit: Form['submit'];
};

/** The form about a persoon: a new one, or one to change. */
export function persoonForm({ title, ingevuld, fouten = {}, organisaties, submit }: FormParts): Form {
  const error = (name: keyof Ingevuld) => (fouten[name] ? { error: fouten[name] } : {});
  const filled = (name: keyof Ingevuld) => (ingevuld[name] ? { value: ingevuld[name] } : {});
  const text = (name: 'naam' | 'email', label: string, hint: string, maxLength: number): Field => {
    const shape = { kind: 'text' as const, multiline: false, required: true, maxLength };
    return { name, label, hint, ...shape, ...filled(name), ...error(name) };
  };
  const choice = (
    name: 'organisatie' | 'rol',
    label: string,
    options: { value: string; label: string }[],
  ) => {
    return { kind: 'choice' as const, name, label, options, ...filled(name), ...error(name) };
  };
  return {
    title,
    fields: [
      text('naam', 'Naam', 'Voornaam en achternaam.', MAX_NAAM),
      text('email', 'E-mailadres', 'Het adres uit het profiel van Slack of Teams.', MAX_EMAIL),
      choice(
        'organisatie',
        'Organisatie',
        organisaties.map(({ code, naam }) => ({ value: code, label: naam })),
      ),
      choice(
        'rol',
        'Rol',
        ALLE_ROLLEN.map((rol) => ({ value: rol, label: `${rol}: ${ROLLEN[rol]}` })),
      ),
    ],
    submit,
  };
}
