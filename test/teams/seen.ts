import type { Seen } from '../driver.ts';

type Thing = Record<string, unknown>;

const list = (value: unknown) => (Array.isArray(value) ? (value as Thing[]) : []);
const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** All elements of a card in reading order; not the fallbacks, which are not seen. */
function elements(thing: Thing): Thing[] {
  return [
    thing,
    ...[...list(thing['body']), ...list(thing['items']), ...list(thing['actions'])].flatMap(elements),
  ];
}

function line(thing: Thing): string[] {
  if (thing['type'] === 'TextBlock') return [text(thing['text'])];
  if (thing['type'] === 'RichTextBlock')
    return [
      list(thing['inlines'])
        .map((run) => text(run['text']))
        .join(''),
    ];
  return [];
}

/** What can be pressed, in reading order. */
export function actionsIn(card: Thing): Thing[] {
  return elements(card).filter(({ type }) => type === 'Action.Execute' || type === 'Action.Submit');
}

export function actionCalled(card: Thing, label: string): Thing {
  const found = actionsIn(card).find(({ title }) => title === label);
  if (!found)
    throw new Error(
      `no "${label}" among ${actionsIn(card)
        .map(({ title }) => title)
        .join(', ')}`,
    );
  return found;
}

export type Input = {
  name: string;
  label: string;
  value: string;
  required: string | undefined;
  max: number;
  choices: string[] | undefined;
  error: string | undefined;
};

/** The inputs with what is filled in; what is wrong with one stands under it, with a sign. */
export function inputsIn(card: Thing): Input[] {
  const all = elements(card);
  return all.flatMap((thing, index) => {
    if (!text(thing['type']).startsWith('Input.')) return [];
    const next = all.slice(index + 1).findIndex(({ type }) => text(type).startsWith('Input.'));
    const under = all.slice(index + 1, next < 0 ? undefined : index + 1 + next).flatMap(line);
    return [
      {
        name: text(thing['id']),
        label: text(thing['label']),
        value: text(thing['value']),
        required: thing['isRequired'] ? text(thing['errorMessage']) : undefined,
        max: Number(thing['maxLength'] ?? Number.POSITIVE_INFINITY),
        choices: 'choices' in thing ? list(thing['choices']).map(({ value }) => text(value)) : undefined,
        error: under.find((shown) => shown.startsWith('⚠ '))?.slice(2),
      },
    ];
  });
}

/** The action that hands in the form on a card. */
export function handInOf(card: Thing): Thing | undefined {
  return actionsIn(card).find(({ data }) => 'fields' in ((data as Thing)['doebot'] as Thing));
}

/** What a person reads on a card. A form's title and its button are not part of its text and buttons. */
export function seenOf(card: Thing): Seen {
  const lines = elements(card).flatMap(line);
  const handIn = handInOf(card);
  const buttons = actionsIn(card).flatMap((action) => (action === handIn ? [] : [text(action['title'])]));
  if (!handIn) return { text: lines.join('\n'), buttons };
  const fields = inputsIn(card).map(({ name, label, value, error }) => ({
    name,
    label,
    value,
    ...(error && { error }),
  }));
  const [title = '', ...rest] = lines;
  return { text: rest.join('\n'), buttons, form: { title, fields } };
}
