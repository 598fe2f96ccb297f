// A little over 200 lines: every element of a card and every limit of Slack stands together.
import { describe, expect, it } from 'vitest';
import type { Button, Card, Element } from '../../src/chat/card.ts';
import { messageOf } from '../../src/slack/blocks.ts';
import { messageProblems } from './block-kit.ts';
import type { Block } from './fake-workspace.ts';
import { seenOf } from './seen.ts';

const button = (label: string, input: Button['input'] = {}): Button => ({ label, command: 'x', input });
const render = (...elements: Element[]) => messageOf({ elements });
const blocksOf = (...elements: Element[]) => render(...elements).blocks as unknown as Block[];
const typesOf = (...elements: Element[]) => blocksOf(...elements).map(({ type }) => type);

const NASTY = '<!channel> <@U1> *bold* _x_ `code` ~weg~ :smile: <https://x.nl|hier> & &amp; > citaat';

describe('a card in Slack', () => {
  it('shows a picture, with words for who does not see it', () => {
    const image: Element = {
      kind: 'image',
      url: 'https://doebot.example/beeld/1.png',
      alt: 'a'.repeat(2500),
    };
    const message = render(image);
    expect(messageProblems(message)).toEqual([]);
    expect(message.blocks).toMatchObject([{ type: 'image', image_url: image.url }]);
    expect(message.text).toContain('aaa');
  });

  it('reads as it is written', () => {
    const blocks = blocksOf(
      { kind: 'heading', text: '#12 Talentenpool' },
      {
        kind: 'facts',
        facts: [
          { label: 'Status', value: '🟢 Loopt' },
          { label: 'Trekkers', value: 'UWV' },
        ],
      },
      { kind: 'text', text: 'Laatste update:\nloopt' },
      { kind: 'divider' },
      { kind: 'item', text: '#13 Matching', note: 'trekker: UWV', buttons: [button('Bijwerken')] },
      { kind: 'item', text: '#14 Scholing', buttons: [button('Melden'), button('Bekijken')] },
      { kind: 'note', text: 'Stand van 1 december' },
      { kind: 'buttons', buttons: [button('Ongewijzigd')] },
    );
    expect(seenOf(blocks)).toEqual({
      text: [
        '#12 Talentenpool',
        'Status: 🟢 Loopt',
        'Trekkers: UWV',
        'Laatste update:\nloopt',
        '#13 Matching',
        'trekker: UWV',
        '#14 Scholing',
        'Stand van 1 december',
      ].join('\n'),
      buttons: ['Bijwerken', 'Melden', 'Bekijken', 'Ongewijzigd'],
    });
  });

  it('gives every button an id of its own, and what it asks', () => {
    const blocks = blocksOf(
      { kind: 'item', text: 'a', buttons: [button('A', { nummer: 1 })] },
      { kind: 'buttons', buttons: [button('B'), { ...button('C'), style: 'primary' }] },
    );
    expect(blocks[0]?.['accessory']).toEqual({
      type: 'button',
      action_id: 'ask:1',
      text: { type: 'plain_text', text: 'A', emoji: true },
      value: '{"command":"x","input":{"nummer":1}}',
    });
    const elements = blocks[1]?.['elements'] as { action_id: string; style?: string }[];
    expect(elements.map(({ action_id, style }) => [action_id, style])).toEqual([
      ['ask:2', undefined],
      ['ask:3', 'primary'],
    ]);
  });

  it('puts a button with a long label under its line, where a phone has room for both', () => {
    const types = (label: string) => typesOf({ kind: 'item', text: 'a', buttons: [button(label)] });
    expect(types('k'.repeat(20))).toEqual(['section']);
    expect(types('k'.repeat(21))).toEqual(['section', 'actions']);
  });

  it('takes nothing that a person typed for markup', () => {
    const message = render(
      { kind: 'heading', text: NASTY },
      { kind: 'text', text: NASTY },
      { kind: 'note', text: NASTY },
      { kind: 'facts', facts: [{ label: NASTY, value: NASTY }] },
      { kind: 'item', text: NASTY, note: NASTY, buttons: [button(NASTY.slice(0, 75))] },
    );
    expect(messageProblems(message)).toEqual([]);
    expect(JSON.stringify(message.blocks)).not.toContain('mrkdwn');
    expect(seenOf(message.blocks as unknown as Block[]).text.split('\n')).toEqual([
      ...Array(3).fill(NASTY),
      `${NASTY}: ${NASTY}`,
      NASTY,
      NASTY,
    ]);
    expect(message.text).toContain('&lt;!channel&gt; &lt;@U1&gt;');
  });

  it('shows the label of a fact in bold only when that is harmless', () => {
    const fields = (label: string) =>
      (blocksOf({ kind: 'facts', facts: [{ label, value: 'x' }] })[0] as Block)['fields'];
    expect(fields('Status')).toMatchObject([
      { type: 'mrkdwn', text: '*Status:*' },
      { type: 'plain_text', text: 'x' },
    ]);
    expect(fields('Status*')).toMatchObject([
      { type: 'plain_text', text: 'Status*:' },
      { type: 'plain_text' },
    ]);
  });

  it('puts a long heading, a long value and many facts where they fit', () => {
    expect(typesOf({ kind: 'heading', text: 'k'.repeat(150) })).toEqual(['header']);
    expect(typesOf({ kind: 'heading', text: 'k'.repeat(151) })).toEqual(['section']);
    const facts = (count: number, value: string) => ({
      kind: 'facts' as const,
      facts: Array.from({ length: count }, (_, n) => ({ label: `L${n}`, value })),
    });
    expect(blocksOf(facts(7, 'kort')).map((block) => (block['fields'] as unknown[]).length)).toEqual([10, 4]);
    expect(blocksOf(facts(1, 'v'.repeat(201))).map((block) => block['fields'])).toEqual([
      undefined,
      undefined,
    ]);
    expect(messageProblems(render(facts(3, 'v'.repeat(5_000))))).toEqual([]);
  });

  it('leaves out what is empty', () => {
    expect(
      typesOf({ kind: 'heading', text: ' ' }, { kind: 'text', text: '' }, { kind: 'note', text: '' }),
    ).toEqual([]);
    const blocks = blocksOf(
      { kind: 'item', text: '' },
      { kind: 'facts', facts: [{ label: 'Door', value: '' }] },
    );
    expect(seenOf(blocks).text).toBe('–\nDoor: –');
  });

  it('breaks a long text between words', () => {
    const text = Array.from({ length: 500 }, (_, n) => `woord${n}`).join(' ');
    const blocks = blocksOf({ kind: 'text', text });
    expect(blocks).toHaveLength(2);
    expect(seenOf(blocks).text.replaceAll('\n', ' ')).toBe(text);
  });

  it('keeps its head and buttons, and says how much of its list is left out', () => {
    const items = Array.from(
      { length: 60 },
      (_, n): Element => ({ kind: 'item', text: `#${n + 1} Actie`, note: 'UWV' }),
    );
    const message = render(
      { kind: 'heading', text: 'Acties' },
      ...items,
      { kind: 'note', text: 'Stand van 1 december' },
      { kind: 'buttons', buttons: [button('Volgende')] },
    );
    expect(messageProblems(message)).toEqual([]);
    const seen = seenOf(message.blocks as unknown as Block[]);
    const lines = seen.text.split('\n');
    expect([lines[0], ...lines.slice(-3)]).toEqual([
      'Acties',
      'UWV',
      '… en nog 37; vraag om een kortere lijst',
      'Stand van 1 december',
    ]);
    expect(seen.buttons).toEqual(['Volgende']);
    expect(lines.filter((line) => line.startsWith('#'))).toHaveLength(60 - 37);
  });

  it.each<[string, Card]>([
    ['a very long text', { elements: [{ kind: 'text', text: 'woord '.repeat(20_000) }] }],
    ['many long texts', { elements: Array(40).fill({ kind: 'text', text: 'é'.repeat(2_000) }) }],
    ['a long note of emoji', { elements: [{ kind: 'note', text: '😀'.repeat(4_000) }] }],
    ['a long text of emoji', { elements: [{ kind: 'text', text: `x${'😀'.repeat(4_000)}` }] }],
    ['many buttons', { elements: [{ kind: 'buttons', buttons: Array(60).fill(button('k'.repeat(200))) }] }],
    [
      'a hundred dividers',
      { elements: [{ kind: 'text', text: 'a' }, ...Array(100).fill({ kind: 'divider' })] },
    ],
    [
      'many items with large buttons',
      {
        elements: Array(46).fill({
          kind: 'item',
          text: 'a',
          buttons: [button('A', { t: 'x'.repeat(1_900) })],
        }),
      },
    ],
  ])('with %s is what Slack takes', (_, card) => {
    const message = messageOf(card);
    expect(messageProblems(message)).toEqual([]);
    expect(message.blocks.length).toBeGreaterThan(0);
    expect(JSON.stringify(message.blocks)).not.toMatch(/\\ud[89a-f]/);
  });

  it('fails loudly when a button carries too much', () => {
    const carried = (length: number) => ({
      kind: 'buttons' as const,
      buttons: [button('Melden', { t: 'x'.repeat(length) })],
    });
    const frame = JSON.stringify({ command: 'x', input: { t: '' } }).length;
    expect(messageProblems(render(carried(2_000 - frame)))).toEqual([]);
    expect(() => render(carried(2_001 - frame))).toThrow('The button "Melden" carries 2001 characters');
  });
});
