/**
 * The limits that Slack publishes for messages and views. Written from the reference and not from src/slack/limits.ts,
 * so that each checks the other.
 */
export type Rule =
  | { is: 'text'; max: number; types: ('plain_text' | 'mrkdwn')[] }
  | { is: 'string'; max: number }
  | { is: 'boolean' }
  | { is: 'number'; max: number }
  | { is: 'enum'; of: string[] }
  | { is: 'one'; of: string[] }
  | { is: 'list'; of: string[]; max: number };
type Fields = Record<string, Rule & { required?: true }>;

const PLAIN = { is: 'text', types: ['plain_text'] } as const;
const ANY = { is: 'text', types: ['plain_text', 'mrkdwn'] } as const;
const plain = (max: number) => ({ ...PLAIN, types: [...PLAIN.types], max });
export const anyText = (max: number) => ({ ...ANY, types: [...ANY.types], max });
const must = <R extends Rule>(rule: R) => ({ ...rule, required: true as const });
const string = (max: number) => ({ is: 'string' as const, max });
export const list = (max: number, ...of: string[]) => ({ is: 'list' as const, of, max });
export const one = (...of: string[]) => ({ is: 'one' as const, of });
const flag = { is: 'boolean' as const };

const block = { block_id: string(255) };
const element = { action_id: string(255), focus_on_load: flag };

/** What may be in each kind of object, and how much. */
export const KINDS: Record<string, Fields> = {
  header: { ...block, text: must(plain(150)) },
  section: {
    ...block,
    text: anyText(3000),
    fields: list(10, 'field'),
    accessory: one('button', 'static_select'),
    expand: flag,
  },
  context: { ...block, elements: must(list(10, 'mrkdwn', 'plain_text')) },
  actions: { ...block, elements: must(list(25, 'button', 'static_select')) },
  divider: { ...block },
  image: { ...block, image_url: must(string(3000)), alt_text: must(string(2000)), title: plain(2000) },
  input: {
    ...block,
    label: must(plain(2000)),
    hint: plain(2000),
    optional: flag,
    element: must(one('plain_text_input', 'static_select')),
  },
  button: {
    ...element,
    text: must(plain(75)),
    value: string(2000),
    url: string(3000),
    style: { is: 'enum', of: ['primary', 'danger'] },
    accessibility_label: string(75),
  },
  static_select: {
    ...element,
    placeholder: plain(150),
    options: list(100, 'option'),
    option_groups: list(100, 'option_group'),
    initial_option: one('option'),
  },
  option: { text: must(plain(75)), value: must(string(150)), description: plain(75) },
  option_group: { label: must(plain(75)), options: must(list(100, 'option')) },
  plain_text_input: {
    ...element,
    multiline: flag,
    placeholder: plain(150),
    initial_value: string(3000),
    min_length: { is: 'number', max: 3000 },
    max_length: { is: 'number', max: 3000 },
  },
  plain_text: { text: must(string(3000)), emoji: flag },
  mrkdwn: { text: must(string(3000)), verbatim: flag },
  modal: {
    callback_id: string(255),
    external_id: string(255),
    private_metadata: string(3000),
    title: must(plain(24)),
    submit: plain(24),
    close: plain(24),
    clear_on_close: flag,
    notify_on_close: flag,
    blocks: must(list(100, 'header', 'section', 'context', 'actions', 'divider', 'input')),
  },
};

/** These carry no `type` of their own. */
export const UNTYPED = ['option', 'option_group', 'field'];
export const MESSAGE_BLOCKS = ['header', 'section', 'context', 'actions', 'divider', 'image'];
