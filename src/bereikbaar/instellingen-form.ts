import type { Field, Form } from '../chat/form.ts';
import { PLATFORMEN, type PlatformName } from '../chat/platform.ts';
import { DATUMTALEN, TIJDEN } from './instelling.ts';

/** What is filled in, as the fields carry it. */
export type Ingevuld = { platform: string; dagen: string; tijd: string; datums: string; waarover: string };

/** The value of a choice for what everybody has. */
export const GEWONE_KEUZE = 'gewoon';
export const TERMIJN = 'termijn';

type State = {
  ingevuld: Ingevuld;
  /** Where this persoon can be reached. */
  platforms: readonly PlatformName[];
  fout?: { veld: keyof Ingevuld; zin: string };
};

/** How somebody wants to be reminded. */
export function instellingenForm({ ingevuld, platforms, fout }: State): Form {
  const common = (name: keyof Ingevuld, label: string) => ({
    name,
    label,
    value: ingevuld[name],
    ...(fout?.veld === name ? { error: fout.zin } : {}),
  });
  const choice = (
    name: keyof Ingevuld,
    label: string,
    options: readonly (readonly [string, string])[],
  ): Field => ({
    kind: 'choice',
    ...common(name, label),
    options: options.map(([value, text]) => ({ value, label: text })),
  });
  const own = TIJDEN.includes(ingevuld.tijd) || ingevuld.tijd === GEWONE_KEUZE ? [] : [ingevuld.tijd];
  return {
    title: 'Mijn herinneringen',
    fields: [
      choice('platform', 'Via', [
        [GEWONE_KEUZE, 'Waar ik het laatst was'],
        ...platforms.map((name) => [name, PLATFORMEN[name]] as const),
      ]),
      {
        kind: 'text',
        ...common('dagen', 'Op welke dagen'),
        hint: 'Bijvoorbeeld «maandag t/m vrijdag» of «dinsdag en donderdag».',
        multiline: false,
        required: true,
        maxLength: 100,
      },
      choice('tijd', 'Vanaf hoe laat', [
        [GEWONE_KEUZE, 'Gewoon (meestal 09:00 uur)'],
        ...[...TIJDEN, ...own].sort().map((tijd) => [tijd, `${tijd} uur`] as const),
      ]),
      choice('datums', 'Datums', Object.entries(DATUMTALEN)),
      {
        ...choice('waarover', 'Waarover', [
          [GEWONE_KEUZE, 'Alles'],
          [TERMIJN, 'Alles uit, behalve de aanlevertermijn'],
        ]),
        hint: 'Een vraag om akkoord krijg je altijd, ook met alles uit. Dan één keer, zonder herinneringen.',
      },
    ],
    submit: { label: 'Opslaan', command: 'instellingen.opslaan', input: {} },
  };
}
