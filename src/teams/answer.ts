import { setTimeout as after } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Card } from '../chat/card.ts';
import { sayWith } from '../chat/given-file.ts';
import { notSharedCard } from '../chat/notices.ts';
import type { Answer, Ask, Request } from '../chat/platform.ts';
import type { TeamsConfig } from '../config.ts';
import {
  type Activity,
  accountIdOf,
  addressOf,
  channelOf,
  isElsewhere,
  isPersonal,
  type Press,
  pressOf,
  requestId,
  rootOf,
  tenantOf,
} from './activity.ts';
import type { Connector } from './connector.ts';
import { deliver, replace, share } from './delivery.ts';
import { emailOf } from './email.ts';
import { givenFiles } from './file.ts';
import { type InvokeResponse, invokeCard, invokeMessage, invokeRefusal } from './invoke.ts';
import { render } from './message.ts';
import { typedText } from './typed-text.ts';

/** How long things may take, in milliseconds: a call to Microsoft, and the answer to what Microsoft calls. */
export type Pace = { call: number; invoke: number; message: number };

export type Desk = {
  config: TeamsConfig;
  ask: Ask;
  connector: Connector;
  log: Logger;
  pace: Pace;
  /** Work that goes on after Teams had its answer; `stop` waits for it. */
  later: (work: Promise<unknown>) => void;
};

/** What Doebot does with an activity; for an invoke also what Teams is told at once. */
export async function answer(desk: Desk, activity: Activity): Promise<InvokeResponse | undefined> {
  switch (activity.type) {
    case 'message':
      return patiently(desk, answerMessage(desk, activity), desk.pace.message);
    case 'invoke':
      return activity.name === 'adaptiveCard/action' ? answerPress(desk, activity) : { status: 501 };
    // Teams also tells of an install with a conversationUpdate; one of the two is enough for one welcome.
    case 'installationUpdate':
      return patiently(desk, welcome(desk, activity), desk.pace.message);
    default:
      return undefined;
  }
}

async function patiently(desk: Desk, work: Promise<void>, patience: number): Promise<undefined> {
  desk.later(work);
  await Promise.race([work, after(patience, undefined, { ref: false })]);
}

async function answerMessage(desk: Desk, activity: Activity): Promise<void> {
  const press = pressOf(activity);
  const given = await desk.ask(requestOf(desk, activity, press?.say ?? typedSay(desk, activity)));
  await deliverOrLog(desk, activity, given, isInPlace(given, press), press);
}

function typedSay({ config, log }: Desk, activity: Activity): Request['say'] {
  return sayWith(typedText(activity), givenFiles(activity, config, log));
}

/** Whoever installs the bot is told what it can do, and is known from then on. */
async function welcome(desk: Desk, activity: Activity): Promise<void> {
  if (activity.action !== 'add' || !isPersonal(activity)) return;
  const given = await desk.ask(requestOf(desk, activity, { text: 'help' }));
  if (!given.repeated) await deliverOrLog(desk, activity, given, false);
}

async function answerPress(desk: Desk, activity: Activity): Promise<InvokeResponse> {
  const press = pressOf(activity);
  if (!press) return invokeRefusal('Deze knop werkt niet meer. Typ help voor een nieuw overzicht.');
  const late = after(desk.pace.invoke, 'late' as const, { ref: false });
  const asked = desk.ask(requestOf(desk, activity, press.say));
  desk.later(asked);
  const given = await Promise.race([asked, late]);
  if (given === 'late') {
    desk.later(asked.then((given) => deliverOrLog(desk, activity, given, isInPlace(given, press), press)));
    return invokeMessage('Even geduld, het antwoord komt zo.');
  }
  if (given.kind !== 'shared' && isInPlace(given, press)) {
    // What an invoke returns is seen until the conversation is opened again; the message itself must change too.
    desk.later(
      replace(desk, activity, given).catch((error) => desk.log.warn({ err: error }, 'card not replaced')),
    );
    return invokeCard(render(given));
  }
  const delivered = deliverOrLog(desk, activity, given, false, press);
  desk.later(delivered);
  if ((await Promise.race([delivered, late])) !== false)
    return invokeMessage('Het antwoord staat hieronder.');
  return invokeMessage('Het antwoord kon niet worden bezorgd. Probeer het zo nog eens.');
}

/** A form that was handed in makes place: for itself with what is wrong, or for the answer. */
function isInPlace(given: Answer, press: Press | undefined): boolean {
  return press?.fields !== undefined || (given.kind === 'card' && given.inPlace);
}

/** Whether it arrived. */
export async function deliverOrLog(
  desk: Desk,
  activity: Activity,
  given: Answer,
  inPlace: boolean,
  press?: Press,
) {
  try {
    if (given.kind === 'shared') await shareOrTell(desk, activity, given.card, press);
    else await deliver(desk, activity, given, inPlace);
    return true;
  } catch (error) {
    desk.log.error(
      { err: error, request: requestId(activity, tenantOf(activity, desk.config)) },
      'answer lost',
    );
    return false;
  }
}

/** Whoever shared it hears in private that it did not work. */
async function shareOrTell(desk: Desk, activity: Activity, card: Card, press: Press | undefined) {
  try {
    await share(desk, activity, card);
  } catch (error) {
    desk.log.warn({ err: error }, 'an answer was not shared');
    const told = notSharedCard(press?.say ?? { text: '' });
    await deliver(desk, activity, { kind: 'card', card: told }, false);
  }
}

export function requestOf({ config, connector }: Desk, activity: Activity, say: Request['say']): Request {
  const { serviceUrl, conversation, from, recipient } = activity;
  const tenant = tenantOf(activity, config);
  // Only of a conversation that it is in itself may the bot ask who somebody is.
  const placeOf = async () => ({
    serviceUrl,
    conversation: isElsewhere(activity)
      ? await connector.open(serviceUrl, recipient.id, from.id, tenant)
      : rootOf(conversation.id),
  });
  return {
    id: requestId(activity, tenant),
    platform: 'teams',
    tenant,
    account: {
      id: accountIdOf(activity),
      address: addressOf(activity, tenant),
      email: async () =>
        emailOf(await connector.member(await placeOf(), from.id), config.anonymous ? undefined : tenant),
    },
    channel: channelOf(activity, tenant),
    say,
  };
}
