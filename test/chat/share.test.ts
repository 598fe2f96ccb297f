import { describe, expect, test } from 'vitest';
import type { Button, Card } from '../../src/chat/card.ts';
import { sharedCard, withoutShareButton, withShareButton } from '../../src/chat/share.ts';
import { cardText } from '../../src/chat/text.ts';
import { messageOf } from '../../src/slack/blocks.ts';

const CALL = { command: 'actie.toon', input: { nummer: 4 } };
const button = (label: string): Button => ({ label, command: 'x', input: {} });
const cardWith = (...labels: string[]): Card => ({
  elements: [
    { kind: 'text', text: 'Actie 4' },
    ...(labels.length > 0 ? [{ kind: 'buttons' as const, buttons: labels.map(button) }] : []),
  ],
  shareable: true,
});
/** The labels of the buttons that stand together. */
const rows = ({ elements }: Card) =>
  elements.flatMap((element) =>
    element.kind === 'buttons' ? [element.buttons.map(({ label }) => label)] : [],
  );

describe('the button that shares an answer', () => {
  test('stands behind the others, and on its own where four stand together already', () => {
    expect(rows(withShareButton(cardWith(), CALL))).toEqual([['Deel in dit kanaal']]);
    expect(rows(withShareButton(cardWith('A', 'B', 'C'), CALL))).toEqual([
      ['A', 'B', 'C', 'Deel in dit kanaal'],
    ]);
    expect(rows(withShareButton(cardWith('A', 'B', 'C', 'D'), CALL))).toEqual([
      ['A', 'B', 'C', 'D'],
      ['Deel in dit kanaal'],
    ]);
  });

  test('is not there on a card that does not say it may be shared', () => {
    const { elements } = cardWith('A');
    expect(rows(withShareButton({ elements }, CALL))).toEqual([['A']]);
  });

  test('fits in a message, whatever was asked', () => {
    for (const vraag of ['x'.repeat(500), '"\n'.repeat(250), '\u0001'.repeat(500), '💥'.repeat(500)]) {
      const card = withShareButton(cardWith('A'), { command: 'vraag', input: { vraag } });
      expect(() => messageOf(card)).not.toThrow();
    }
    const long = { command: 'vraag', input: { vraag: 'x'.repeat(2_000) } };
    expect(rows(withShareButton(cardWith('A'), long))).toEqual([['A']]);
  });

  test('is taken off where nobody else reads', () => {
    expect(rows(withoutShareButton(withShareButton(cardWith('A'), CALL)))).toEqual([['A']]);
    expect(rows(withoutShareButton(withShareButton(cardWith(), CALL)))).toEqual([]);
  });
});

test('a shared card has no buttons, also not behind its items', () => {
  const card: Card = {
    elements: [{ kind: 'item', text: '#4', buttons: [button('Bekijk')] }, ...cardWith('A').elements],
  };
  expect(cardText(sharedCard(card, 'Anna', 'UWV'))).toBe('• #4\nActie 4\nGedeeld door Anna (UWV)');
});
