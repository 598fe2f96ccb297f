import type { Field, Form } from '../chat/form.ts';
import { isErna, type Stap } from './aanloop.ts';
import { soortText } from './soort.ts';
import { KAN_AAN, KAN_ERNA, STANDAARD } from './standaard.ts';
import { DOELGROEPEN, MAX_TEKST } from './stap.ts';

/** The fields of the form as they come back: always text. */
export type StapGetypt = { werkdagen: string; tijd: string; aan: string; tekst: string; stand: string };

type Filling = { code: string; stap: Stap; getypt: StapGetypt; errors?: Partial<StapGetypt> };

/** Longer than is accepted, so that what is too long comes back with the reason. */
const MAX_TYPED = 600;

/** One step of the run-up of an overleg. */
export function stapForm({ code, stap, getypt, errors = {} }: Filling): Form {
  const aan = KAN_AAN[stap];
  const fields: Field[] = [
    {
      kind: 'choice',
      name: 'stand',
      label: 'Aan of uit',
      options: [
        { value: 'aan', label: 'Aan' },
        { value: 'uit', label: 'Uit' },
      ],
    },
    {
      kind: 'text',
      name: 'werkdagen',
      ...dagenLabel(stap),
      multiline: false,
      required: true,
      maxLength: 30,
    },
    {
      kind: 'text',
      name: 'tijd',
      label: 'Tijd',
      hint: 'Tussen 07:00 en 18:00, op het kwartier.',
      multiline: false,
      required: true,
      maxLength: 10,
    },
    ...(aan.length > 1
      ? [
          {
            kind: 'choice' as const,
            name: 'aan',
            label: 'Voor wie',
            options: aan.map((value) => ({ value, label: DOELGROEPEN[value] })),
          },
        ]
      : []),
    {
      kind: 'text',
      name: 'tekst',
      label: 'Tekst',
      hint: `Hoogstens ${MAX_TEKST} tekens. Leeg: de gewone tekst.`,
      multiline: true,
      required: false,
      maxLength: MAX_TYPED,
    },
  ];
  return {
    title: soortText(stap),
    intro: `Dit geldt voor alle vergaderingen van ${code} die nog komen.`,
    fields: fields.map((field) => filled(field, getypt, errors)),
    submit: { label: 'Opslaan', command: 'overleg.aanloop.opslaan', input: { code, stap } },
  };
}

function dagenLabel(stap: Stap): { label: string; hint: string } {
  if (isErna(STANDAARD[stap])) return { label: 'Werkdagen na de vergadering', hint: '1 is de werkdag erna.' };
  const erna = KAN_ERNA.includes(stap) ? ' «2 erna» is na de vergadering.' : '';
  return { label: 'Werkdagen voor de vergadering', hint: `0 is op de dag zelf.${erna}` };
}

function filled(field: Field, getypt: StapGetypt, errors: Partial<StapGetypt>): Field {
  const name = field.name as keyof StapGetypt;
  const error = errors[name];
  return { ...field, value: getypt[name], ...(error ? { error } : {}) };
}
