import type { Field, Form } from '../chat/form.ts';
import type { ANTWOORDEN } from './akkoord.ts';

/** The fields of the form as they come back: always text. */
export type RondeGetypt = { titel: string; link: string; versie: string; uiterlijk: string; overleg: string };

type Filling = {
  overleggen: readonly { code: string; naam: string }[];
  getypt: RondeGetypt;
  fouten?: Partial<RondeGetypt>;
  vorige: number | undefined;
};

const line = { kind: 'text', multiline: false, required: true } as const;

/** What is asked an akkoord on. */
export function rondeForm({ overleggen, getypt, fouten = {}, vorige }: Filling): Form {
  const options = overleggen.map(({ code, naam }) => ({
    value: code,
    label: `${code} · ${naam}`.slice(0, 75),
  }));
  const fields: Field[] = [
    { ...line, name: 'titel', label: 'Waarover?', hint: 'De titel van de tekst.', maxLength: 200 },
    { ...line, name: 'link', label: 'Link', hint: 'Begint met https://', maxLength: 1000 },
    { ...line, name: 'versie', label: 'Versie', hint: 'Bijvoorbeeld: 2 of 1.1', maxLength: 20 },
    {
      ...line,
      name: 'uiterlijk',
      label: 'Antwoord uiterlijk',
      hint: 'Bijvoorbeeld: 18 december',
      maxLength: 60,
    },
    {
      kind: 'choice',
      name: 'overleg',
      label: 'Overleg',
      hint: 'De leden en de voorzitter worden gevraagd.',
      options,
    },
  ];
  return {
    title: vorige === undefined ? 'Akkoord vragen' : 'Nieuwe versie',
    intro:
      vorige === undefined
        ? 'Elke organisatie krijgt meteen bericht.'
        : 'De vorige versie gaat dicht. Iedereen krijgt de vraag opnieuw.',
    fields: fields.map((field) => {
      const name = field.name as keyof RondeGetypt;
      const error = fouten[name];
      return { ...field, value: getypt[name], ...(error ? { error } : {}) };
    }),
    submit: {
      label: 'Vragen',
      command: 'akkoord.vragen',
      input: vorige === undefined ? {} : { vorige },
    },
  };
}

type Antwoord = {
  ronde: number;
  organisatie: number;
  stand: keyof typeof ANTWOORDEN;
  bericht?: number | undefined;
};

export const MAX_REDEN = 500;

/** Why an organisatie does not agree. */
export function redenForm(
  { bericht, ...antwoord }: Antwoord,
  naam: string,
  reden = '',
  error?: string,
): Form {
  return {
    title: 'Niet akkoord',
    intro: `Je antwoordt voor ${naam}.`,
    fields: [
      {
        ...{ kind: 'text', multiline: true, required: true, maxLength: MAX_REDEN },
        ...{ name: 'reden', label: 'Waarom niet?', value: reden },
        ...{ hint: 'De secretaris en de andere organisaties lezen dit.' },
        ...(error ? { error } : {}),
      },
    ],
    submit: {
      label: 'Versturen',
      command: 'akkoord.weigeren',
      input: bericht === undefined ? antwoord : { ...antwoord, bericht },
    },
  };
}
