import { setTimeout as sleep } from 'node:timers/promises';
import type { Card } from '../chat/card.ts';
import type { Form } from '../chat/form.ts';
import { notSharedCard } from '../chat/notices.ts';
import type { Answer, Request } from '../chat/platform.ts';
import { withoutShareButton } from '../chat/share.ts';
import { type Message, messageOf } from './blocks.ts';
import type { Bot } from './bot.ts';
import { retryAfter } from './clients.ts';
import { modalOf } from './modal.ts';
import { brokenCard, formMessage } from './notices.ts';
import type { Place } from './place.ts';

/** Brings the answer to a request where it belongs. `trigger`: what lets a form open, for 3 seconds, once. */
export async function deliver(bot: Bot, request: Request, answer: Answer, place: Place, trigger?: string) {
  switch (answer.kind) {
    case 'card':
      return post(bot, place, render(bot, request, answer.card), {
        inPlace: answer.inPlace,
        inDm: render(bot, request, withoutShareButton(answer.card)),
      });
    case 'shared':
      return share(bot, request, answer.card, place);
    case 'form':
      return open(bot, request, answer.form, place, trigger);
  }
}

/** A card as a message; what cannot be shown in Slack is logged, and the person told. */
export function render(bot: Bot, request: Request, card: Card): Message {
  try {
    return messageOf(card);
  } catch (err) {
    bot.log.error({ err, request: request.id }, 'Slack: a card cannot be shown');
    return messageOf(brokenCard(request.id.slice(-8)));
  }
}

async function open(bot: Bot, request: Request, form: Form, place: Place, trigger: string | undefined) {
  if (trigger === undefined) return post(bot, place, formMessage(form, request.say, false));
  const view = modalOf(form, place);
  try {
    await bot.interactive.views.open({ trigger_id: trigger, view });
  } catch (err) {
    bot.log.warn({ err, request: request.id }, 'Slack: a form did not open');
    await post(bot, place, formMessage(form, request.say, true));
  }
}

/** For everybody in the channel; where that fails, whoever shared it hears so. */
async function share(bot: Bot, request: Request, card: Card, place: Place): Promise<void> {
  try {
    await publish(bot, place, messageOf(card));
  } catch (err) {
    bot.log.warn({ err, request: request.id }, 'Slack: an answer was not shared');
    await post(bot, place, messageOf(notSharedCard(request.say)));
  }
}

/** A response_url works in channels where the bot is no member; when it is used up, being one is needed. */
async function publish(bot: Bot, { url, channel, thread }: Place, message: Message): Promise<void> {
  const shown = { ...message, ...QUIET, ...(thread !== undefined && { thread_ts: thread }) };
  if (url !== undefined) {
    try {
      return await respond(bot, url, { response_type: 'in_channel', replace_original: false, ...shown });
    } catch (error) {
      // After a time-out the message may be there already.
      if (!(error instanceof UrlRefused)) throw error;
    }
  }
  if (channel === undefined) throw new Error('shared where there is no channel');
  await patiently(() => bot.interactive.chat.postMessage({ channel, ...shown }));
}

const QUIET = { unfurl_links: false, unfurl_media: false };

/** `inDm`: the message as it is there, when that is not the same. */
type Way = { inPlace?: boolean; inDm?: Message };

/** Posts for this person only; where that fails, in the DM with the bot. */
export async function post(
  bot: Bot,
  place: Place,
  message: Message,
  { inPlace = false, inDm = message }: Way = {},
): Promise<void> {
  const first = firstWay(bot, place, message, inPlace);
  if (first) {
    try {
      return await patiently(first);
    } catch (err) {
      bot.log.warn({ err }, 'Slack: an answer goes to the DM instead');
    }
  }
  const { user: channel, lasting, thread } = place;
  const inThread = lasting && thread !== undefined ? { thread_ts: thread } : {};
  await patiently(() => bot.interactive.chat.postMessage({ channel, ...inDm, ...QUIET, ...inThread }));
}

function firstWay(bot: Bot, place: Place, message: Message, inPlace: boolean) {
  const { user, url, channel, thread } = place;
  if (url !== undefined && inPlace && place.replaces) {
    return () => respond(bot, url, { replace_original: true, ...message });
  }
  if (place.lasting) return undefined;
  if (url !== undefined) {
    return () => respond(bot, url, { response_type: 'ephemeral', replace_original: false, ...message });
  }
  if (channel === undefined) return undefined;
  const inThread = thread === undefined ? {} : { thread_ts: thread };
  return () => bot.interactive.chat.postEphemeral({ channel, user, ...message, ...inThread });
}

/** It did not arrive, for certain. */
class UrlRefused extends Error {}

async function respond({ pace }: Bot, url: string, body: object): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(pace.call),
  });
  if (!response.ok) {
    const Refused = response.status < 500 ? UrlRefused : Error;
    throw new Refused(`response_url answered ${response.status}`);
  }
}

/** Longer than this nobody waits for an answer, in seconds. */
const PATIENCE = 10;

/** Tries once more after the pause that Slack asks for. */
async function patiently(call: () => Promise<unknown>): Promise<void> {
  try {
    await call();
  } catch (error) {
    const pause = retryAfter(error);
    if (pause === undefined || pause > PATIENCE) throw error;
    await sleep(pause * 1_000);
    await call();
  }
}
