import type { Seen } from '../driver.ts';
import type { Block } from './fake-workspace.ts';

type Thing = Record<string, unknown>;

const list = (value: unknown) => (Array.isArray(value) ? (value as Thing[]) : []);
const textOf = (value: unknown) => ((value as Thing | undefined)?.['text'] ?? '') as string;

/** A text object as it appears: bold and entities as a reader sees them. */
function shown(value: unknown): string {
  const { type, text } = value as { type: string; text: string };
  if (type === 'plain_text') return text;
  const bare = text.replace(/^\*(.*)\*$/, '$1');
  return bare.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** Two columns are read row by row. */
function rows(fields: Thing[]): string[] {
  return fields
    .flatMap((field, index) => (index % 2 === 0 ? [[field, fields[index + 1]]] : []))
    .map((pair) =>
      pair
        .filter((field) => field !== undefined)
        .map(shown)
        .join(' '),
    );
}

function lines(block: Block): string[] {
  switch (block.type) {
    case 'header':
      return [shown(block['text'])];
    case 'section':
      return [...(block['text'] ? [shown(block['text'])] : []), ...rows(list(block['fields']))];
    case 'context':
      return list(block['elements']).map(shown);
    default:
      return [];
  }
}

/** The buttons on a message, in reading order. */
export function buttonsIn(blocks: Block[]): Thing[] {
  return blocks.flatMap((block) => [
    ...(block.type === 'actions' ? list(block['elements']) : []),
    ...(block['accessory'] ? [block['accessory'] as Thing] : []),
  ]);
}

export const labelOf = (button: Thing) => textOf(button['text']);

/** What a person reads on a message. */
export function seenOf(blocks: Block[]): Seen {
  return { text: blocks.flatMap(lines).join('\n'), buttons: buttonsIn(blocks).map(labelOf) };
}

export type FieldState = {
  name: string;
  label: string;
  action: string;
  value: string;
  required: boolean;
  max: number;
  options: Thing[] | undefined;
};

/** The fields on a modal, with what is filled in. */
export function fieldsIn(blocks: Block[]): FieldState[] {
  return blocks
    .filter(({ type }) => type === 'input')
    .map((block) => {
      const element = block['element'] as Thing;
      const initial = element['initial_option'] as Thing | undefined;
      const grouped = list(element['option_groups']).flatMap((group) => list(group['options']));
      return {
        name: String(block['block_id']),
        label: textOf(block['label']),
        action: String(element['action_id']),
        value: String(element['initial_value'] ?? initial?.['value'] ?? ''),
        required: block['optional'] !== true,
        max: Number(element['max_length'] ?? 3000),
        options: element['type'] === 'static_select' ? [...list(element['options']), ...grouped] : undefined,
      };
    });
}

/** The state of a field as Slack sends it. */
export function stateOf({ action, value, options }: FieldState): Thing {
  if (!options) return { [action]: { type: 'plain_text_input', value: value === '' ? null : value } };
  const selected = options.find((option) => option['value'] === value) ?? null;
  return { [action]: { type: 'static_select', selected_option: selected } };
}
