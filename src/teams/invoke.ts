import type { Json } from '../chat/card.ts';
import { cardType } from './message.ts';
import type { AdaptiveCard } from './parts.ts';

/** What Teams gets in answer to an invoke: the HTTP status and the body. */
export type InvokeResponse = { status: number; body?: { [key: string]: Json } };

/** The card takes the place of the one that was pressed, for whoever pressed it. */
export function invokeCard(card: AdaptiveCard): InvokeResponse {
  return ok({ statusCode: 200, type: cardType, value: card });
}

/** A line under the card that was pressed. */
export function invokeMessage(text: string): InvokeResponse {
  return ok({ statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: text });
}

export function invokeRefusal(text: string): InvokeResponse {
  const value = { code: 'BadRequest', message: text };
  return ok({ statusCode: 400, type: 'application/vnd.microsoft.error', value });
}

/** A dialog; one that is open shows this instead. `height`: as Teams names it; on a phone it takes the whole screen. */
export function invokeDialog(title: string, card: AdaptiveCard, height: 'medium' | 'large'): InvokeResponse {
  const value = { title, card: { contentType: cardType, content: card }, height, width: 'medium' };
  return { status: 200, body: { task: { type: 'continue', value } } };
}

/** The dialog closes. */
export function invokeClose(): InvokeResponse {
  return { status: 200 };
}

function ok(body: { [key: string]: Json }): InvokeResponse {
  return { status: 200, body };
}
