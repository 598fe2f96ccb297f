import { bereikText } from '../actie/actie-card.ts';
import type { Input } from '../chat/card.ts';
import type { Field, Form } from '../chat/form.ts';
import { VELDEN, type Veld, type Velden } from './velden.ts';

/** The fields of an actie as they stand on a form. */
export type Getypt = Record<Veld, string>;

/** What there is to choose from. */
export type Keuzes = { themas: { nummer: number; naam: string }[]; bereiken: string[] };

/** What is said at a field: why it was not accepted, or what helps to fill it in. */
export type Aantekeningen = Partial<Record<Veld, string>>;

/** What stands on a form for an actie as it is. */
export function getyptVan(velden: Velden): Getypt {
  return { ...velden, thema: String(velden.thema), trekkers: trekkersText(velden.trekkers) };
}

/** A name may hold a comma itself. */
export const trekkersText = (namen: readonly string[]): string =>
  namen.join(namen.some((naam) => naam.includes(',')) ? '; ' : ', ');

const HINTS: Aantekeningen = {
  titel: 'Wat gaan we doen? Eén zin.',
  trekkers: 'Organisaties of groepen, met een komma ertussen. Leeg: nader te bepalen.',
  doelgroep: 'Voor wie is het? Leeg: nader te bepalen.',
  financiering: 'Waaruit wordt het betaald? Leeg: nader te bepalen.',
};

export type Filling = Pick<VeldenForm, 'getypt' | 'keuzes' | 'errors'>;

export function nieuwForm(filling: Filling): Form {
  const intro = 'De actie krijgt het volgende vrije nummer. Je ziet eerst wat er wordt opgeslagen.';
  const submit = { label: 'Bekijk de actie', command: 'actie.nieuw.toon', input: {} };
  return veldenForm({ title: 'Actie toevoegen', intro, submit, ...filling });
}

/** `gezien`: what stood on the form when it opened. */
export function bewerkForm({ nummer }: { nummer: number }, filling: Filling, gezien: Input): Form {
  const intro = 'Nummer en status blijven zoals ze zijn. Je ziet eerst wat er verandert.';
  const submit = { label: 'Bekijk de wijziging', command: 'actie.bewerk.toon', input: { nummer, gezien } };
  return veldenForm({ title: `Actie #${nummer} bewerken`, intro, submit, ...filling });
}

/** Only the trekkers, with the words that could not be read. */
export function trekkersForm(
  { nummer, titel }: { nummer: number; titel: string },
  trekkers: string,
  error: string,
): Form {
  return {
    title: `Trekkers van #${nummer}`,
    intro: `#${nummer} ${titel}\nEr is nog niets opgeslagen. Wil je iets melden over deze actie? Typ dan «actie ${nummer} bijwerken».`,
    fields: [veldField('trekkers', { getypt: { trekkers }, errors: { trekkers: error } })],
    submit: { label: 'Bekijk de wijziging', command: 'actie.trekkers.toon', input: { nummer } },
  };
}

export type VeldenForm = {
  title: string;
  intro?: string;
  getypt: Partial<Getypt>;
  keuzes: Keuzes;
  hints?: Aantekeningen;
  errors?: Aantekeningen;
  submit: Form['submit'];
};

/** The form with all that the doe-agenda says about an actie. */
export function veldenForm(form: VeldenForm): Form {
  const { title, intro, keuzes, submit } = form;
  const fields = [
    veldField('titel', form),
    choiceField('thema', themaOptions(keuzes), form),
    veldField('trekkers', form),
    veldField('doelgroep', form),
    choiceField('bereik', bereikOptions(keuzes, form.getypt.bereik), form),
    veldField('financiering', form),
  ];
  return { title, ...(intro ? { intro } : {}), fields, submit };
}

type Filled = Pick<VeldenForm, 'getypt' | 'hints' | 'errors'>;

const common = (veld: Veld, { getypt, hints, errors }: Filled) => {
  const [value, hint, error] = [getypt[veld], hints?.[veld] ?? HINTS[veld], errors?.[veld]];
  return {
    name: veld,
    label: VELDEN[veld].naam,
    ...(value === undefined ? {} : { value }),
    ...(hint ? { hint } : {}),
    ...(error ? { error } : {}),
  };
};

export function veldField(veld: Veld, filled: Filled): Field {
  const { maxLength } = VELDEN[veld];
  const long = veld === 'titel' || veld === 'trekkers';
  return { kind: 'text', ...common(veld, filled), multiline: long, required: veld === 'titel', maxLength };
}

export function choiceField(veld: Veld, options: { value: string; label: string }[], filled: Filled): Field {
  return { kind: 'choice', ...common(veld, filled), options };
}

export const themaOptions = ({ themas }: Pick<Keuzes, 'themas'>) =>
  themas.map(({ nummer, naam }) => ({ value: String(nummer), label: `${nummer}. ${naam}` }));

/** Those that are in use; what somebody has chosen stays to be chosen. */
function bereikOptions({ bereiken }: Keuzes, chosen: string | undefined) {
  const all = chosen && !bereiken.includes(chosen) ? [...bereiken, chosen] : bereiken;
  return all.map((bereik) => ({ value: bereik, label: bereikText(bereik) }));
}
