import type { Field, Form } from '../chat/form.ts';
import { momentText } from '../kalender/datum.ts';
import { STATUSSEN, type Status, statusText } from './actie.ts';
import { updateText } from './actie-card.ts';
import { type Bezwaar, MAX_LENGTE } from './regels.ts';
import type { StoredActie } from './stored-actie.ts';
import type { Namens } from './stored-namens.ts';
import { type Melding, veldText } from './update.ts';

export type FormState = {
  actie: StoredActie;
  /** What is filled in. */
  melding: Melding;
  namens?: Namens | undefined;
  /** The message that asked for it. */
  bericht?: number | undefined;
  /** The id of the update that is put right. */
  corrigeert?: number | undefined;
  bezwaar?: Bezwaar | undefined;
  /** The date as it was typed, when it is no date. */
  asTyped?: string | undefined;
  /** What somebody else reported while the form was open, and the fields that both changed. */
  intussen?: { theirs: Melding; botsingen: (keyof Melding)[] } | undefined;
};

const LABELS: Record<keyof Melding, string> = {
  status: 'Status',
  toelichting: 'Toelichting',
  volgendeStap: 'Volgende stap',
  verwachtOp: 'Verwachte datum',
  knelpunt: 'Knelpunt of gevraagd besluit',
  document: 'Link naar een document',
};

const HINTS: Partial<Record<keyof Melding, string>> = {
  toelichting: 'Wat is er gebeurd? Tot ongeveer 280 tekens leest iedereen; langer mag.',
  verwachtOp: 'Wanneer is het klaar? Bijvoorbeeld «eind maart», «over twee weken» of «1-12-2027».',
  knelpunt: 'Wat hier staat, komt op de lijst «bespreken in het overleg».',
};

/** The form to report on an actie, with `melding` filled in. */
export function updateForm(state: FormState): Form {
  const { actie, melding, namens, bericht, corrigeert, intussen } = state;
  const { nummer, titel, updateId } = actie;
  return {
    title: `Actie #${nummer} ${corrigeert ? 'corrigeren' : 'bijwerken'}`,
    intro: [titel, ...(namens ? [`Namens ${namens.naam}`] : []), aboutLast(state)].join('\n'),
    fields: [
      {
        kind: 'choice',
        ...common('status', state),
        value: melding.status,
        options: (Object.keys(STATUSSEN) as Status[]).map((key) => ({ value: key, label: statusText(key) })),
      },
      textField('toelichting', true, state),
      textField('volgendeStap', false, state),
      textField('verwachtOp', false, state),
      textField('knelpunt', true, state),
      textField('document', false, state),
    ],
    submit: {
      label: intussen ? 'Toch opslaan' : 'Opslaan',
      command: 'update.opslaan',
      input: {
        nummer,
        na: updateId ?? 0,
        ...(namens && { namens: namens.email }),
        ...(bericht !== undefined && { bericht }),
        ...(corrigeert !== undefined && { corrigeert }),
      },
    },
  };
}

function aboutLast({ actie: { laatste }, corrigeert, intussen }: FormState): string {
  if (!laatste)
    return intussen ? 'Intussen is de vorige melding ongedaan gemaakt.' : 'Er is nog geen update.';
  if (!intussen) return `${corrigeert ? 'Je melding' : 'Laatste update'}: ${updateText(laatste)}`;
  const { persoon, gemeldOp } = laatste;
  return [
    `Intussen gewijzigd door ${persoon.naam} op ${momentText(gemeldOp.toTemporalInstant())} uur:`,
    `${statusText(intussen.theirs.status)}. ${updateText(laatste)}`,
    'Hieronder staat jouw melding. Sla die op als die nog klopt; sluit het formulier om het te laten zoals het nu is.',
  ].join('\n');
}

function common(veld: keyof Melding, { bezwaar, intussen, actie }: FormState) {
  const theirs = intussen?.botsingen.includes(veld) ? veldShown(intussen.theirs, veld) : undefined;
  const hint =
    theirs === undefined ? HINTS[veld] : `${actie.laatste?.persoon.naam ?? 'Een ander'} schreef: «${theirs}»`;
  const error = bezwaar?.veld === veld ? bezwaar.zin : undefined;
  return { name: veld, label: LABELS[veld], ...(hint && { hint }), ...(error && { error }) };
}

const veldShown = (melding: Melding, veld: keyof Melding): string =>
  veld === 'status' ? statusText(melding.status) : veldText(melding, veld);

function textField(veld: Exclude<keyof Melding, 'status'>, multiline: boolean, state: FormState): Field {
  const value = (veld === 'verwachtOp' && state.asTyped) || veldText(state.melding, veld);
  const maxLength = veld === 'verwachtOp' ? 100 : MAX_LENGTE[veld];
  return { kind: 'text', ...common(veld, state), multiline, required: false, maxLength, value };
}
