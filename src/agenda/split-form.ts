import { actieLine } from '../actie/actie-card.ts';
import type { Input } from '../chat/card.ts';
import type { Form } from '../chat/form.ts';
import { choiceField, type Keuzes, themaOptions, veldField } from './actie-form.ts';

/** The fields as they stand on the form: the titel of the actie that stays, and the rest of the new one. */
export type Gesplitst = { titel: string; nieuw: string; thema: string; trekkers: string };

type Filling = { getypt: Gesplitst; keuzes: Keuzes; errors?: Partial<Gesplitst> };

/** Two acties out of one. */
export function splitForm(
  actie: { nummer: number; titel: string },
  { getypt, keuzes, errors = {} }: Filling,
  gezien: Input,
): Form {
  const { nummer } = actie;
  const hints = { titel: '', trekkers: '', thema: '' };
  const { nieuw: wrong, ...wrongElsewhere } = errors;
  const fieldOf = (veld: 'titel' | 'trekkers') => veldField(veld, { getypt, hints, errors: wrongElsewhere });
  const fresh = veldField('titel', {
    getypt: { titel: getypt.nieuw },
    ...(wrong ? { errors: { titel: wrong } } : {}),
  });
  return {
    title: `Actie #${nummer} splitsen`,
    intro: `${actieLine(actie)}\nDe nieuwe actie krijgt dezelfde doelgroep, bereik en financiering. Je ziet eerst wat er wordt opgeslagen.`,
    fields: [
      { ...fieldOf('titel'), label: `Titel van #${nummer}` },
      { ...fresh, name: 'nieuw', label: 'Nieuwe actie' },
      {
        ...choiceField('thema', themaOptions(keuzes), { getypt, errors: wrongElsewhere }),
        label: 'Thema van de nieuwe actie',
      },
      { ...fieldOf('trekkers'), label: 'Trekkers van de nieuwe actie' },
    ],
    submit: { label: 'Bekijk de wijziging', command: 'actie.splits.toon', input: { nummer, gezien } },
  };
}
