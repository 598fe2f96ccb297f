import type { types } from '@slack/bolt';
import type { Button, Card, Element } from '../chat/card.ts';
import { cardText } from '../chat/text.ts';
import { cut, groups, LIMITS, pieces } from './limits.ts';
import type { Say } from './say.ts';
import { escaped, plain, strong } from './text-objects.ts';

type Block = types.KnownBlock;
type ToButton = (button: Button) => types.Button;

/** What Slack shows, and the text that stands in for it in notifications. */
export type Message = { text: string; blocks: Block[] };

/** A card as a message. Throws when a button's input does not fit into a button. */
export function messageOf(card: Card): Message {
  let pressed = 0;
  const toButton: ToButton = ({ label, command, input, style }) => {
    pressed += 1;
    return buttonOf(`ask:${pressed}`, label, { command, input }, style);
  };
  const parts = card.elements.map((element) => ({ kind: element.kind, blocks: blocksOf(element, toButton) }));
  return { text: escaped(cardText(card), LIMITS.fallback), blocks: fitting(parts) };
}

/** A button that asks `say`. Its id must be unique in the message. */
export function buttonOf(id: string, label: string, say: Say, style?: Button['style']): types.Button {
  const value = JSON.stringify(say);
  if (value.length > LIMITS.buttonValue) {
    throw new Error(
      `The button "${label}" carries ${value.length} characters; Slack takes ${LIMITS.buttonValue}`,
    );
  }
  const text = plain(label, LIMITS.buttonLabel);
  return { type: 'button', action_id: id, text, value, ...(style && { style }) };
}

function blocksOf(element: Element, toButton: ToButton): Block[] {
  switch (element.kind) {
    case 'heading':
      return headingBlocks(element.text);
    case 'text':
      return textBlocks(element.text);
    case 'note':
      return noteBlocks(element.text);
    case 'facts':
      return factBlocks(element.facts);
    case 'item':
      return itemBlocks(element, toButton);
    case 'image':
      return [{ type: 'image', image_url: element.url, alt_text: cut(element.alt, LIMITS.altText) }];
    case 'divider':
      return [{ type: 'divider' }];
    case 'buttons':
      return actionBlocks(element.buttons.map(toButton));
  }
}

function headingBlocks(text: string): Block[] {
  if (text.length > LIMITS.header) return [{ type: 'section', text: strong(text, '', LIMITS.section) }];
  return text.trim() === '' ? [] : [{ type: 'header', text: plain(text, LIMITS.header) }];
}

/** A text that would take up half a message is cut. */
function textBlocks(text: string): Block[] {
  const shown = pieces(cut(text, LIMITS.messageSize / 2), LIMITS.section);
  return shown.map((piece) => ({ type: 'section', text: plain(piece, LIMITS.section) }));
}

function noteBlocks(text: string): Block[] {
  return text.trim() === '' ? [] : [{ type: 'context', elements: [plain(text, LIMITS.context)] }];
}

/** Longer than this, a value does not read well in half the width. */
const NARROW = 200;

/** Two columns, label and value; a long value goes under its label, over the full width. */
function factBlocks(facts: { label: string; value: string }[]): Block[] {
  const isLong = ({ value }: { value: string }) => value.length > NARROW;
  const blocks: Block[] = [];
  for (const fact of facts) {
    const label = strong(fact.label, ':', LIMITS.field);
    const last = blocks.at(-1);
    if (isLong(fact)) blocks.push({ type: 'section', text: label }, ...textBlocks(fact.value));
    else {
      const pair = [label, plain(fact.value.trim() === '' ? '–' : fact.value, LIMITS.field)];
      if (last?.type === 'section' && last.fields && last.fields.length + 2 <= LIMITS.fields)
        last.fields.push(...pair);
      else blocks.push({ type: 'section', fields: pair });
    }
  }
  return blocks;
}

/** A label longer than this leaves too little room beside it on a phone. */
const BESIDE = 20;

/** One button with a short label stands beside the text, which saves a block; others stand under it. */
function itemBlocks({ text, note, buttons = [] }: Element & { kind: 'item' }, toButton: ToButton): Block[] {
  const [first, ...more] = buttons.map(toButton);
  const line = plain(text.trim() === '' ? '–' : text, LIMITS.section);
  const beside = first && more.length === 0 && first.text.text.length <= BESIDE;
  return [
    { type: 'section', text: line, ...(beside && { accessory: first }) },
    ...noteBlocks(note ?? ''),
    ...(first && !beside ? actionBlocks([first, ...more]) : []),
  ];
}

function actionBlocks(buttons: types.Button[]): Block[] {
  return groups(buttons, LIMITS.actions).map((elements) => ({ type: 'actions', elements }));
}

type Part = { kind: Element['kind']; blocks: Block[] };

/** What goes first when a message is too large; buttons and small print stay. */
const GIVE_WAY: Element['kind'][] = ['item', 'text', 'facts'];

/** All blocks, or what fits of them with a line that says what was left out. */
function fitting(parts: Part[]): Block[] {
  const kept = [...parts];
  let left = { at: 0, items: 0, count: 0 };
  while (tooLarge(kept, left.count > 0)) {
    const found = GIVE_WAY.map((kind) => kept.findLastIndex((part) => part.kind === kind)).find(
      (at) => at >= 0,
    );
    const at = found ?? kept.length - 1;
    const items = left.items + (kept[at]?.kind === 'item' ? 1 : 0);
    kept.splice(at, 1);
    left = { at, items, count: left.count + 1 };
  }
  if (left.count > 0) kept.splice(left.at, 0, { kind: 'note', blocks: noteBlocks(leftOut(left.items)) });
  return kept.flatMap(({ blocks }) => blocks);
}

const leftOut = (items: number) =>
  items > 0 ? `… en nog ${items}; vraag om een kortere lijst` : '… de rest past niet in één bericht';

function tooLarge(parts: Part[], shortened: boolean): boolean {
  const blocks = parts.flatMap((part) => part.blocks);
  const line = shortened ? 1 : 0;
  return (
    blocks.length + line > LIMITS.blocks || JSON.stringify(blocks).length + line * 200 > LIMITS.messageSize
  );
}
