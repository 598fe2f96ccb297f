import type { Card, Element } from '../chat/card.ts';
import {
  type AdaptiveCard,
  action,
  actions,
  adaptiveCard,
  fact,
  heading,
  type Part,
  type ToAction,
  text,
} from './parts.ts';

/** In bytes. A message of more than 28 KB is refused; what is around the card needs less than 3 KB. */
const maxSize = 25_000;

/** The longest text that stays whole when a card is too large even without its list. */
const maxText = 1_000;

/** Never too large for Teams: the end of the list is left out, with a line that says so. */
export function renderCard(card: Card, toAction: ToAction = action): AdaptiveCard {
  const render = (elements: Element[]) => drawn(elements, toAction);
  const whole = render(card.elements);
  if (fits(whole)) return whole;
  let kept = 0;
  let tooMany = card.elements.filter(({ kind }) => kind === 'item').length;
  while (tooMany - kept > 1) {
    const half = Math.floor((kept + tooMany) / 2);
    if (fits(render(withItems(card.elements, half)))) kept = half;
    else tooMany = half;
  }
  const shorter = withItems(card.elements, kept);
  return fits(render(shorter)) ? render(shorter) : render(shorter.map(shorten));
}

function fits(card: AdaptiveCard): boolean {
  return Buffer.byteLength(JSON.stringify(card)) <= maxSize;
}

function drawn(elements: Element[], toAction: ToAction): AdaptiveCard {
  const body = elements.flatMap((element, index) => {
    const [first, ...rest] = parts(element, toAction);
    if (!first) return [];
    return [elements[index - 1]?.kind === 'divider' ? { ...first, separator: true } : first, ...rest];
  });
  return adaptiveCard(body);
}

/** The first items of the list; the line about the others stands where they stood. */
function withItems(elements: Element[], kept: number): Element[] {
  const items = elements.filter(({ kind }) => kind === 'item');
  const left = items.length - kept;
  const firstLeft = items[kept];
  if (!firstLeft) return elements;
  const rest: Element = { kind: 'note', text: `… en nog ${left}; vraag om een kortere lijst` };
  const out = new Set(items.slice(kept));
  return elements.flatMap((element) => (element === firstLeft ? [rest] : out.has(element) ? [] : [element]));
}

function shorten(element: Element): Element {
  if (element.kind === 'facts') {
    return { ...element, facts: element.facts.map(({ label, value }) => ({ label, value: cut(value) })) };
  }
  return 'text' in element ? { ...element, text: cut(element.text) } : element;
}

function cut(long: string): string {
  return long.length > maxText ? `${long.slice(0, maxText)}…` : long;
}

function parts(element: Element, toAction: ToAction): Part[] {
  switch (element.kind) {
    case 'heading':
      return [heading(element.text)];
    case 'text':
      return element.text.trim() ? [text(element.text)] : [];
    case 'note':
      return element.text.trim()
        ? [text(element.text, { size: 'Small', isSubtle: true, spacing: 'Small' })]
        : [];
    case 'facts':
      return element.facts.map(({ label, value }, index) =>
        fact(label, value.trim() || '–', index === 0 ? 'Small' : 'None'),
      );
    case 'item':
      return [
        {
          type: 'Container',
          separator: true,
          spacing: 'Medium',
          items: [
            text(element.text),
            ...(element.note ? [text(element.note, { size: 'Small', isSubtle: true, spacing: 'None' })] : []),
            ...actions(element.buttons ?? [], toAction),
          ],
        },
      ];
    case 'image':
      return [{ type: 'Image', url: element.url, altText: element.alt, size: 'Stretch' }];
    case 'divider': // a line above the next part: Adaptive Cards have no line of their own
      return [];
    case 'buttons':
      return actions(element.buttons, toAction);
  }
}
