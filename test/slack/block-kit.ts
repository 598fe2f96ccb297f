import { anyText, KINDS, list, MESSAGE_BLOCKS, one, type Rule, UNTYPED } from './block-kit-rules.ts';

type Thing = Record<string, unknown>;
const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What Slack would refuse in a message; `textMax` is lower where a message is replaced. */
export function messageProblems(message: { text?: unknown; blocks?: unknown }, textMax = 40_000): string[] {
  const { text, blocks } = message;
  const problems = list50(blocks);
  if (typeof text !== 'string' || text === '') problems.push('text: is missing beside the blocks');
  else if (text.length > textMax) problems.push(`text: ${text.length} characters, more than ${textMax}`);
  if (/<[@#!]/.test(String(text))) problems.push('text: mentions somebody');
  const size = JSON.stringify(blocks ?? []).length;
  // Not published; Slack was seen to refuse from about here on.
  if (size > 13_000) problems.push(`msg_blocks_too_long: ${size}`);
  return problems;
}

function list50(blocks: unknown): string[] {
  if (blocks === undefined) return [];
  return [...checked(blocks, list(50, ...MESSAGE_BLOCKS), 'blocks'), ...doubles(blocks)];
}

/** What Slack would refuse in a view. */
export function viewProblems(view: unknown): string[] {
  const problems = [...checked(view, one('modal'), 'view'), ...doubles(view)];
  const size = JSON.stringify(view).length;
  if (size > 250_000) problems.push(`view_too_large: ${size}`);
  if (isThing(view) && Array.isArray(view['blocks'])) {
    const hasInput = view['blocks'].some((part) => isThing(part) && part['type'] === 'input');
    if (hasInput && !view['submit']) problems.push('view: inputs without a submit');
  }
  return problems;
}

function checked(value: unknown, rule: Rule, path: string): string[] {
  switch (rule.is) {
    case 'string':
      return string_(value, rule.max, path);
    case 'boolean':
      return typeof value === 'boolean' ? [] : [`${path}: not a boolean`];
    case 'number':
      return typeof value === 'number' && value <= rule.max
        ? []
        : [`${path}: not a number up to ${rule.max}`];
    case 'enum':
      return rule.of.includes(String(value)) ? [] : [`${path}: ${value} is not one of ${rule.of.join(', ')}`];
    case 'text':
      return text(value, rule, path);
    case 'one':
      return object(value, rule.of, path);
    case 'list':
      return listed(value, rule, path);
  }
}

function string_(value: unknown, max: number, path: string): string[] {
  if (typeof value !== 'string' || value === '') return [`${path}: not a text`];
  return value.length > max ? [`${path}: ${value.length} characters, more than ${max}`] : [];
}

function text(value: unknown, { max, types }: Rule & { is: 'text' }, path: string): string[] {
  const problems = object(value, types, path);
  return isThing(value) ? [...problems, ...string_(value['text'], max, `${path}.text`)] : problems;
}

function listed(value: unknown, { of, max }: Rule & { is: 'list' }, path: string): string[] {
  if (!Array.isArray(value) || value.length === 0) return [`${path}: not a list, or empty`];
  const problems = value.flatMap((part, index) => object(part, of, `${path}[${index}]`));
  return value.length > max ? [`${path}: ${value.length}, more than ${max}`, ...problems] : problems;
}

function object(value: unknown, of: string[], path: string): string[] {
  if (!isThing(value)) return [`${path}: not an object`];
  if (of[0] === 'field') return text(value, anyText(2000), path);
  const untyped = UNTYPED.includes(of[0] ?? '');
  const kind = untyped ? of[0] : value['type'];
  const fields = typeof kind === 'string' && of.includes(kind) ? KINDS[kind] : undefined;
  if (!fields) return [`${path}: ${String(kind)} is not one of ${of.join(', ')}`];
  const unknown = Object.keys(value).filter((key) => !(key in fields) && (untyped || key !== 'type'));
  const known = Object.entries(fields).flatMap(([key, rule]) => {
    if (value[key] === undefined) return rule.required ? [`${path}.${key}: is missing`] : [];
    return checked(value[key], rule, `${path}.${key}`);
  });
  return [...unknown.map((key) => `${path}.${key}: unknown`), ...known, ...special(value, path)];
}

/** What a table cannot say. */
function special(value: Thing, path: string): string[] {
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  switch (value['type']) {
    case 'section':
      return value['text'] || value['fields'] ? [] : [`${path}: neither text nor fields`];
    case 'mrkdwn':
      return /<[@#!]/.test(String(value['text'])) ? [`${path}: mentions somebody`] : [];
    case 'plain_text_input':
      return String(value['initial_value'] ?? '').length > Number(value['max_length'] ?? 3000)
        ? [`${path}: initial_value is longer than max_length`]
        : [];
    case 'static_select': {
      const groups = [value['option_groups'] ?? []]
        .flat()
        .flatMap((group) => (isThing(group) ? group['options'] : []));
      const options = [value['options'] ?? [], groups].flat();
      if (options.length === 0) return [`${path}: no options`];
      const initial = value['initial_option'];
      return initial && !options.some((option) => same(option, initial))
        ? [`${path}: initial_option is no option`]
        : [];
    }
    default:
      return [];
  }
}

function doubles(value: unknown): string[] {
  return ['block_id', 'action_id'].flatMap((key) => {
    // In a view every input block may use the same action_id.
    const found = key === 'action_id' && isThing(value) ? [] : collect(value, key);
    const double = found.filter((id, index) => found.indexOf(id) < index);
    return double.map((id) => `${key} ${id}: twice`);
  });
}

function collect(value: unknown, key: string): string[] {
  if (Array.isArray(value)) return value.flatMap((part) => collect(part, key));
  if (!isThing(value)) return [];
  const own = typeof value[key] === 'string' ? [value[key]] : [];
  return [...own, ...Object.values(value).flatMap((part) => collect(part, key))];
}
