import type { Field, Form } from '../chat/form.ts';

/** What is filled in. `persoon`: the e-mail address of who is away; empty: who asks. */
export type Ingevuld = { persoon: string; van: string; tot: string; vervanger: string };

type State = {
  ingevuld: Ingevuld;
  naam?: string | undefined;
  fout?: { veld: keyof Ingevuld; zin: string } | undefined;
};

/** When somebody is away, and who stands in. */
export function afwezigForm({ ingevuld, naam, fout }: State): Form {
  const field = (name: Exclude<keyof Ingevuld, 'persoon'>, label: string, hint: string): Field => ({
    kind: 'text',
    name,
    label,
    hint,
    multiline: false,
    required: name === 'tot',
    maxLength: 254,
    value: ingevuld[name],
    ...(fout?.veld === name ? { error: fout.zin } : {}),
  });
  return {
    title: 'Afwezig melden',
    ...(naam ? { intro: `Voor ${naam}` } : {}),
    fields: [
      field('van', 'Eerste dag', 'Bijvoorbeeld «21 december». Leeg: vandaag.'),
      field('tot', 'Laatste dag', 'De laatste dag dat je er niet bent, bijvoorbeeld «9 januari».'),
      field(
        'vervanger',
        'Vervanger',
        'Een naam of e-mailadres. Leeg: je contact of de secretaris krijgt het.',
      ),
    ],
    submit: { label: 'Opslaan', command: 'afwezig.opslaan', input: { persoon: ingevuld.persoon } },
  };
}
