import type { types } from '@slack/bolt';
import { z } from 'zod';
import type { Field, Form } from '../chat/form.ts';
import { cut, groups, LIMITS, pieces } from './limits.ts';
import { type Place, placeSchema } from './place.ts';
import { inputSchema } from './say.ts';
import { plain } from './text-objects.ts';

/** The one input of every field's block. */
export const VALUE = 'value';

const memory = z.object({ command: z.string(), input: inputSchema, place: placeSchema });

/** A form as a modal, which remembers what handing it in asks and where the answer goes. */
export function modalOf(form: Form, place: Place): types.ModalView {
  const intro = pieces(form.intro ?? '', LIMITS.section);
  return {
    type: 'modal',
    callback_id: 'form',
    title: plain(form.title, LIMITS.modalTitle),
    submit: plain(form.submit.label, LIMITS.modalTitle),
    close: plain('Annuleren', LIMITS.modalTitle),
    private_metadata: remember(form, place),
    blocks: [
      ...intro.map((text): types.KnownBlock => ({ type: 'section', text: plain(text, LIMITS.section) })),
      ...form.fields.flatMap(fieldBlocks),
    ],
  };
}

function remember({ title, submit: { command, input } }: Form, place: Place): string {
  const kept = JSON.stringify({ command, input, place } satisfies z.infer<typeof memory>);
  if (kept.length > LIMITS.privateMetadata) {
    throw new Error(
      `The form "${title}" carries ${kept.length} characters; Slack takes ${LIMITS.privateMetadata}`,
    );
  }
  return kept;
}

/** What a modal remembers; undefined if it is not one of this version's. */
export function recall(metadata: string): z.infer<typeof memory> | undefined {
  try {
    return memory.safeParse(JSON.parse(metadata)).data;
  } catch {
    return undefined;
  }
}

/** The error of a form that opens with one; handing in shows errors in Slack's own way. */
function fieldBlocks(field: Field): types.KnownBlock[] {
  const { name, label, hint, error } = field;
  const input: types.InputBlock = {
    type: 'input',
    block_id: name,
    label: plain(label, LIMITS.label),
    element: elementOf(field),
    optional: field.kind === 'text' && !field.required,
    ...(hint && { hint: plain(hint, LIMITS.hint) }),
  };
  return error ? [input, { type: 'context', elements: [plain(`⚠ ${error}`, LIMITS.context)] }] : [input];
}

function elementOf(field: Field): types.PlainTextInput | types.StaticSelect {
  switch (field.kind) {
    case 'text': {
      const max = Math.min(field.maxLength, LIMITS.inputValue);
      return {
        type: 'plain_text_input',
        action_id: VALUE,
        multiline: field.multiline,
        max_length: max,
        ...(field.value && { initial_value: cut(field.value, max) }),
      };
    }
    case 'choice':
      return choiceOf(field);
  }
}

function choiceOf({ label, options, value }: Field & { kind: 'choice' }): types.StaticSelect {
  const shown = options.map((option) => ({
    text: plain(option.label, LIMITS.optionLabel),
    value: option.value,
  }));
  const chosen = shown.find((option) => option.value === value);
  const select = {
    type: 'static_select' as const,
    action_id: VALUE,
    placeholder: plain('Kies …', LIMITS.optionLabel),
    ...(chosen && { initial_option: chosen }),
  };
  if (shown.length <= LIMITS.options) return { ...select, options: shown };
  const parts = groups(shown, LIMITS.options);
  return {
    ...select,
    option_groups: parts.map((part) => ({ label: plain(label, LIMITS.optionLabel), options: part })),
  };
}
