import type { Field, Form } from '../chat/form.ts';
import { momentText } from '../kalender/datum.ts';
import { STATUSSEN, type Status, statusText } from './actie.ts';
import { actieLine, updateText } from './actie-card.ts';
import { MAX_LENGTE } from './regels.ts';
import type { StoredActie } from './stored-actie.ts';

type Choosable = Pick<StoredActie, 'nummer' | 'titel'>;

export type CitaatVeld = 'actie' | 'ander' | 'status' | 'toelichting';

export type CitaatState = {
  /** The asker's own first. */
  acties: readonly Choosable[];
  /** There are more than can be chosen from: a field for the number of another one. */
  more: boolean;
  /** What is filled in. */
  filled: Partial<Record<CitaatVeld, string>>;
  /** Where the message stands that the text is from. */
  link: string;
  /** When the form was opened, or came back. */
  sinds: Temporal.Instant;
  /** The message was longer than a toelichting can be. */
  shortened?: boolean;
  bezwaar?: { veld: CitaatVeld; zin: string };
  /** Somebody else reported on the chosen actie while the form was open. */
  intussen?: StoredActie;
};

/** The status stays as it is. */
export const BLIJFT = 'blijft';

/** An actie that is not among the choices. */
export const ANDER = 'ander';

/** An actie as it is chosen. */
export const actieValue = (nummer: number): string => `#${nummer}`;

/** Makes an update of what somebody wrote in a message: which actie, which status, and the text itself. */
export function citaatForm(state: CitaatState): Form {
  const { acties, filled, link, sinds, intussen } = state;
  const more = state.more || filled.actie === ANDER;
  const options = [
    ...acties.map((actie) => ({ value: actieValue(actie.nummer), label: actieLine(actie) })),
    ...(more ? [{ value: ANDER, label: 'Een andere: vul hieronder het nummer in' }] : []),
  ];
  const chosen = options.some(({ value }) => value === filled.actie);
  return {
    title: 'Update van een bericht',
    intro: introOf(state),
    fields: [
      {
        kind: 'choice',
        ...field('actie', 'Actie', state),
        ...(chosen && { value: filled.actie ?? '' }),
        options,
      },
      ...(more ? [otherField(state)] : []),
      {
        kind: 'choice',
        ...field('status', 'Status', state),
        value: filled.status ?? BLIJFT,
        options: [{ value: BLIJFT, label: 'Status blijft zoals die is' }, ...STATUS_OPTIONS],
      },
      {
        kind: 'text',
        ...field('toelichting', 'Toelichting', state),
        hint: 'De tekst van het bericht. Pas aan wat niet in de doe-agenda hoort.',
        multiline: true,
        required: true,
        maxLength: MAX_LENGTE.toelichting,
        value: filled.toelichting ?? '',
      },
    ],
    submit: {
      label: intussen ? 'Toch opslaan' : 'Opslaan',
      command: 'citaat.opslaan',
      input: { link, sinds: sinds.toString() },
    },
  };
}

const STATUS_OPTIONS = (Object.keys(STATUSSEN) as Status[]).map((key) => {
  return { value: key, label: statusText(key) };
});

function introOf({ link, shortened, intussen }: CitaatState): string {
  if (intussen?.laatste) {
    const { laatste, nummer, status } = intussen;
    return `Intussen gewijzigd op ${momentText(laatste.gemeldOp.toTemporalInstant())} uur, bij #${nummer}:\n${statusText(status)}. ${updateText(laatste)}\nEr is nog niets opgeslagen.`;
  }
  return [
    'Bij welke actie hoort dit bericht?',
    ...(link === '' ? [] : ['Een link naar het bericht komt erbij, als de actie nog geen document heeft.']),
    ...(shortened
      ? [`Het bericht is langer dan ${MAX_LENGTE.toelichting} tekens: het eind is weggelaten.`]
      : []),
  ].join(' ');
}

function otherField(state: CitaatState): Field {
  return {
    kind: 'text',
    ...field('ander', 'Nummer van een andere actie', state),
    multiline: false,
    required: false,
    maxLength: 12,
    value: state.filled.ander ?? '',
  };
}

function field(name: CitaatVeld, label: string, { bezwaar }: CitaatState) {
  return { name, label, ...(bezwaar?.veld === name && { error: bezwaar.zin }) };
}
