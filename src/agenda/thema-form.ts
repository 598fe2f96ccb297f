import type { Field, Form } from '../chat/form.ts';

export type ThemaGetypt = { naam: string; pijler: string };
type Pijlers = readonly { id: number; naam: string }[];
type Filling = { getypt: Partial<ThemaGetypt>; pijlers: Pijlers; errors?: Partial<ThemaGetypt> };

const INTRO = 'Je ziet eerst wat er wordt opgeslagen.';

/** Longer than a name may be, so that what is too long comes back with the reason. */
const MAX_TYPED = 200;

function naamField(getypt: string | undefined, error: string | undefined): Field {
  return {
    kind: 'text',
    name: 'naam',
    label: 'Naam',
    multiline: false,
    required: true,
    maxLength: MAX_TYPED,
    ...(getypt === undefined ? {} : { value: getypt }),
    ...(error ? { error } : {}),
  };
}

function fieldsOf({ getypt, pijlers, errors }: Filling): Field[] {
  const { pijler } = getypt;
  return [
    naamField(getypt.naam, errors?.naam),
    {
      kind: 'choice',
      name: 'pijler',
      label: 'Pijler',
      options: pijlers.map(({ id, naam }) => ({ value: String(id), label: naam })),
      ...(pijler === undefined ? {} : { value: pijler }),
      ...(errors?.pijler ? { error: errors.pijler } : {}),
    },
  ];
}

export function nieuwThemaForm(filling: Filling): Form {
  const submit = { label: 'Bekijk het thema', command: 'thema.nieuw.toon', input: {} };
  return { title: 'Thema toevoegen', intro: INTRO, fields: fieldsOf(filling), submit };
}

export function themaForm(nummer: number, filling: Filling): Form {
  const submit = { label: 'Bekijk de wijziging', command: 'thema.bewerk.toon', input: { nummer } };
  const intro = `Het nummer blijft ${nummer}. ${INTRO}`;
  return { title: `Thema ${nummer} bewerken`, intro, fields: fieldsOf(filling), submit };
}

export function pijlerForm(pijler: { id: number; naam: string }, naam: string, error?: string): Form {
  const submit = {
    label: 'Bekijk de wijziging',
    command: 'pijler.hernoem.toon',
    input: { pijler: pijler.id },
  };
  return {
    title: 'Pijler hernoemen',
    intro: `${pijler.naam}\n${INTRO}`,
    fields: [naamField(naam, error)],
    submit,
  };
}
