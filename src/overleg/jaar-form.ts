import type { Field, Form } from '../chat/form.ts';
import { tijdText, toLocal } from '../kalender/datum.ts';
import { datumText } from '../kalender/maand.ts';

/** A year of months, and room for two more. */
const MEEST = 14;
const EXTRA = 2;

/** The name of a field: the `index`th date, from 0. */
const veldVan = (index: number): string => `datum${index + 1}`;

export const VELDEN: readonly string[] = Array.from({ length: MEEST }, (_, index) => veldVan(index));

export type JaarState = {
  overleg: { id: number; code: string };
  voorstel: number;
  /** What is typed, by the order of the fields. */
  getypt: readonly string[];
  /** What is wrong, by the order of the fields. */
  errors?: readonly (string | undefined)[];
};

/** "12 april 2027 10:00": as one would type it. */
export const getyptOf = (moment: Temporal.Instant): string =>
  `${datumText(toLocal(moment).toPlainDate())} ${tijdText(moment)}`;

/** The dates of a voorstel, to change them. */
export function jaarForm({ overleg, voorstel, getypt, errors = [] }: JaarState): Form {
  const filled = getypt.findLastIndex((text) => text !== '') + 1;
  const count = Math.min(Math.max(filled + EXTRA, getypt.length), MEEST);
  const fields = Array.from({ length: count }, (_, index): Field => {
    const error = errors[index];
    return {
      kind: 'text',
      name: veldVan(index),
      label: `Datum ${index + 1}`,
      multiline: false,
      required: false,
      maxLength: 100,
      value: getypt[index] ?? '',
      ...(error === undefined ? {} : { error }),
    };
  });
  return {
    title: `Data van ${overleg.code}`,
    intro: 'Een leeg vak of een streepje telt niet mee. Je ziet eerst wat er wordt gepland.',
    fields,
    submit: {
      label: 'Bekijk de data',
      command: 'overleg.plan.toon',
      input: { overleg: overleg.id, voorstel },
    },
  };
}
