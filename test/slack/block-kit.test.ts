import { expect, it } from 'vitest';
import { messageProblems, viewProblems } from './block-kit.ts';

const plain = (length: number) => ({ type: 'plain_text', text: 'x'.repeat(length) });
const button = (more: object = {}) => ({
  type: 'button',
  action_id: 'a',
  text: plain(5),
  value: 'v',
  ...more,
});
const section = (more: object = {}) => ({ type: 'section', text: plain(10), ...more });
const many = (count: number, what: object) => Array.from({ length: count }, () => what);

it.each<[string, object[]]>([
  ['51 blocks', many(51, { type: 'divider' })],
  ['a header of 151', [{ type: 'header', text: plain(151) }]],
  ['a header in mrkdwn', [{ type: 'header', text: { type: 'mrkdwn', text: 'x' } }]],
  ['a section of 3001', [section({ text: plain(3001) })]],
  ['an empty text', [section({ text: plain(0) })]],
  ['a section without text', [{ type: 'section' }]],
  ['11 fields', [section({ fields: many(11, plain(1)) })]],
  ['a field of 2001', [section({ fields: [plain(2001)] })]],
  ['11 in a context', [{ type: 'context', elements: many(11, plain(1)) }]],
  ['no buttons', [{ type: 'actions', elements: [] }]],
  ['a label of 76', [{ type: 'actions', elements: [button({ text: plain(76) })] }]],
  ['a value of 2001', [{ type: 'actions', elements: [button({ value: 'x'.repeat(2001) })] }]],
  ['two buttons with one id', [{ type: 'actions', elements: [button(), button()] }]],
  ['a style of its own', [{ type: 'actions', elements: [button({ style: 'green' })] }]],
  ['a mention', [section({ text: { type: 'mrkdwn', text: '<!channel>' } })]],
  ['an unknown block', [{ type: 'blink' }]],
  ['an unknown key', [section({ colour: 'red' })]],
  ['more than Slack takes in all', many(5, section({ text: plain(2900) }))],
])('a message with %s is refused', (_, blocks) => {
  expect(messageProblems({ text: 'x', blocks })).not.toEqual([]);
});

it('a message needs a text that mentions nobody, and a shorter one when it is replaced', () => {
  expect(messageProblems({ blocks: [section()] })).not.toEqual([]);
  expect(messageProblems({ text: '<!here>', blocks: [section()] })).not.toEqual([]);
  expect(messageProblems({ text: 'x'.repeat(4_001), blocks: [section()] }, 4_000)).not.toEqual([]);
  expect(
    messageProblems({ text: 'x', blocks: [section(), { type: 'actions', elements: [button()] }] }),
  ).toEqual([]);
});

const option = (value: string) => ({ text: plain(3), value });
const input = (element: object, more: object = {}) => ({
  type: 'input',
  block_id: 'b',
  label: plain(3),
  element,
  ...more,
});
const text = (more: object = {}) => ({ type: 'plain_text_input', action_id: 'value', ...more });
const select = (more: object = {}) => ({
  type: 'static_select',
  action_id: 'value',
  options: [option('a')],
  ...more,
});
const modal = (blocks: object[], more: object = {}) => ({
  type: 'modal',
  title: plain(24),
  submit: plain(24),
  blocks,
  ...more,
});

it.each<[string, object]>([
  ['a title of 25', modal([input(text())], { title: plain(25) })],
  ['no submit', modal([input(text())], { submit: undefined })],
  ['metadata of 3001', modal([input(text())], { private_metadata: 'x'.repeat(3001) })],
  ['two blocks with one id', modal([input(text()), input(text())])],
  ['101 options', modal([input(select({ options: many(101, option('a')) }))])],
  ['no options', modal([input(select({ options: undefined }))])],
  ['an initial option that is none', modal([input(select({ initial_option: option('b') }))])],
  ['a max_length of 3001', modal([input(text({ max_length: 3001 }))])],
  ['an initial value that is too long', modal([input(text({ max_length: 3, initial_value: 'xxxx' }))])],
  ['101 blocks', modal(many(101, { type: 'divider' }))],
  ['no title', modal([section()], { title: undefined })],
])('a view with %s is refused', (_, view) => {
  expect(viewProblems(view)).not.toEqual([]);
});

it('a view within the limits is taken', () => {
  const second = input(select({ initial_option: option('a') }), { block_id: 'c' });
  expect(viewProblems(modal([section(), input(text()), second]))).toEqual([]);
});
