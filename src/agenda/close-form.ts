import { statusText } from '../actie/actie.ts';
import { actieLine } from '../actie/actie-card.ts';
import { MAX_LENGTE } from '../actie/regels.ts';
import type { Form } from '../chat/form.ts';

type State = { status: 'afgerond' | 'gestopt'; toelichting: string; error?: string };

/** How an actie ended. */
export function closeForm(
  actie: { nummer: number; titel: string },
  { status, toelichting, error }: State = { status: 'afgerond', toelichting: '' },
): Form {
  return {
    title: `Actie #${actie.nummer} afsluiten`,
    intro: `${actieLine(actie)}\nJe ziet eerst wat er wordt opgeslagen.`,
    fields: [
      {
        kind: 'choice',
        name: 'status',
        label: 'Status',
        value: status,
        options: (['afgerond', 'gestopt'] as const).map((value) => ({ value, label: statusText(value) })),
      },
      {
        kind: 'text',
        name: 'toelichting',
        label: 'Toelichting',
        hint: 'Wat is er bereikt, of waarom stopt het? Eén of twee zinnen.',
        multiline: true,
        required: false,
        maxLength: MAX_LENGTE.toelichting,
        value: toelichting,
        ...(error ? { error } : {}),
      },
    ],
    submit: { label: 'Bekijk de wijziging', command: 'actie.sluit.toon', input: { nummer: actie.nummer } },
  };
}
