import { createHash } from 'node:crypto';
import { type Button, buttonsOf, type Card, type Element } from './card.ts';
import type { Call } from './grammar.ts';
import type { Request } from './platform.ts';

/** The command that shares an answer; its input is the call that gave it. */
export const SHARE = 'deel';

/** In characters, as JSON: what fits in a button on every platform. */
const MAX_CALL = 1_900;

/** How many buttons stand together. */
const TOGETHER = 4;

/** The card with a button that shares what `call` gives, if it is for everybody. */
export function withShareButton(card: Card, call: Call): Card {
  if (!card.shareable || JSON.stringify(call).length > MAX_CALL) return card;
  const share: Button = { label: 'Deel in dit kanaal', command: SHARE, input: { ...call } };
  const last = card.elements.at(-1);
  if (last?.kind !== 'buttons' || last.buttons.length >= TOGETHER)
    return { ...card, elements: [...card.elements, { kind: 'buttons', buttons: [share] }] };
  const buttons = [...last.buttons, share];
  return { ...card, elements: [...card.elements.slice(0, -1), { ...last, buttons }] };
}

/** For where an answer ends up one to one after all. */
export const withoutShareButton = (card: Card): Card =>
  buttonsOf(card).some(isShare) ? keepButtons(card, (button) => !isShare(button)) : card;

/** What everybody sees: nothing to press, because buttons were made for who asked; and who shared it. */
export function sharedCard(card: Card, naam: string, organisatie: string): Card {
  const { elements } = keepButtons(card, () => false);
  return { elements: [...elements, { kind: 'note', text: `Gedeeld door ${naam} (${organisatie})` }] };
}

/** A card is shared once: pressing its button again is another request to the platform, but has this same id. */
export function shareId({ id, platform, tenant, account, channel }: Request, call: Call): string {
  if (channel?.message === undefined) return id;
  const what = createHash('sha256').update(JSON.stringify(call.input)).digest('base64url');
  return `${SHARE}:${platform}:${tenant}:${channel.id}:${channel.message}:${account.id}:${what}`;
}

const isShare = ({ command }: Button) => command === SHARE;

function keepButtons(card: Card, keep: (button: Button) => boolean): Card {
  const elements = card.elements.flatMap((element): Element[] => {
    if (element.kind === 'item') {
      const { buttons = [], ...rest } = element;
      const kept = buttons.filter(keep);
      return [kept.length > 0 ? { ...rest, buttons: kept } : rest];
    }
    if (element.kind !== 'buttons') return [element];
    const buttons = element.buttons.filter(keep);
    return buttons.length > 0 ? [{ ...element, buttons }] : [];
  });
  return { ...card, elements };
}
