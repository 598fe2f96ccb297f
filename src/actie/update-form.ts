import type { Form } from '../chat/form.ts';
import { MAX_TOELICHTING, type Melding, STATUSSEN, statusText } from './actie.ts';
import { updateText } from './actie-card.ts';
import type { StoredActie } from './stored-actie.ts';

export type FormState = { melding: Melding; error?: string; overtaken?: boolean };

/** The form to report on an actie; with `state`, handed back as it was filled in. */
export function updateForm(actie: StoredActie, state?: FormState): Form {
  const { nummer, titel, status, laatste, updateId } = actie;
  const last = laatste ? `Laatste update: ${updateText(laatste)}` : 'Er is nog geen update.';
  const intro = state?.overtaken
    ? `Intussen is er iets gemeld bij deze actie. ${last}\nKlopt jouw melding nog? Sla die dan nog een keer op.`
    : last;
  return {
    title: `Actie #${nummer} bijwerken`,
    intro: `${titel}\n${intro}`,
    fields: [
      {
        kind: 'choice',
        name: 'status',
        label: 'Status',
        value: state?.melding.status ?? status,
        options: Object.keys(STATUSSEN).map((key) => ({
          value: key,
          label: statusText(key as Melding['status']),
        })),
      },
      {
        kind: 'text',
        name: 'toelichting',
        label: 'Toelichting',
        hint: 'Wat is er gebeurd en wat is de volgende stap? Eén of twee zinnen is genoeg.',
        multiline: true,
        required: false,
        maxLength: MAX_TOELICHTING,
        value: state?.melding.toelichting ?? '',
        ...(state?.error ? { error: state.error } : {}),
      },
    ],
    submit: { label: 'Opslaan', command: 'update.opslaan', input: { nummer, na: updateId ?? 0 } },
  };
}
