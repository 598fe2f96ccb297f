import { setTimeout as pause } from 'node:timers/promises';
import type { Card } from '../chat/card.ts';
import { withoutShareButton } from '../chat/share.ts';
import type { TeamsConfig } from '../config.ts';
import { type Activity, addressOf, isElsewhere, isPersonal, tenantOf } from './activity.ts';
import { type Connector, ConnectorError, type Place } from './connector.ts';
import { type Content, message } from './message.ts';

type Desk = { config: TeamsConfig; connector: Connector };

/**
 * Brings an answer to whoever asked, and to nobody else; gives up with a `DeliveryError`.
 * `inPlace`: it takes the place of the card that was pressed.
 */
export async function deliver(
  desk: Desk,
  activity: Activity,
  content: Content,
  inPlace: boolean,
): Promise<void> {
  if (inPlace && activity.replyToId) {
    const replaced = await unlessRefused(() => replace(desk, activity, content));
    if (replaced) return;
  }
  if (isPersonal(activity)) {
    const reply = { ...message(content), replyToId: activity.id };
    await persist(() => desk.connector.post(placeOf(activity), reply));
  } else if (isElsewhere(activity) || !(await unlessRefused(() => whisper(desk, activity, content)))) {
    await inPrivate(desk, activity, content);
  }
}

/** Shows it to everybody in the channel, in the thread it was asked in, or in the group. */
export async function share({ connector }: Desk, activity: Activity, card: Card): Promise<void> {
  await persist(() => connector.post(placeOf(activity), message({ kind: 'card', card })));
}

/** The cards in a channel or group that have buttons are targeted messages, and are changed as such: never in public. */
export async function replace({ connector }: Desk, activity: Activity, content: Content): Promise<void> {
  const { replyToId } = activity;
  if (!replyToId) return;
  await persist(() =>
    connector.update(placeOf(activity), replyToId, message(content), !isPersonal(activity)),
  );
}

/** In a channel or group, for the asker only. The entity shows a slash command above its answer. */
async function whisper({ connector }: Desk, activity: Activity, content: Content): Promise<void> {
  const { from, recipient, id } = activity;
  const whispered = {
    ...message(content),
    recipient: { id: from.id, ...(from.name && { name: from.name }), isTargeted: true },
    ...(recipient.isTargeted && { entities: [{ type: 'targetedMessageInfo', messageId: id }] }),
  };
  await persist(() => connector.post(placeOf(activity), whispered, true));
}

/** Where a targeted message is not possible, the answer comes in 1:1. */
async function inPrivate({ connector, config }: Desk, activity: Activity, content: Content): Promise<void> {
  const { serviceUrl, user, tenant } = addressOf(activity, tenantOf(activity, config));
  const conversation = await persist(() => connector.open(serviceUrl, activity.recipient.id, user, tenant));
  const alone: Content =
    content.kind === 'card' ? { kind: 'card', card: withoutShareButton(content.card) } : content;
  await persist(() => connector.post({ serviceUrl, conversation }, message(alone)));
}

function placeOf({ serviceUrl, conversation }: Activity): Place {
  return { serviceUrl, conversation: conversation.id };
}

/** False when Teams will never do it. */
async function unlessRefused(call: () => Promise<void>): Promise<boolean> {
  try {
    await call();
    return true;
  } catch (error) {
    if (error instanceof ConnectorError && error.final) return false;
    throw error;
  }
}

const attempts = 3;

/** Again when Teams asks for it; not after a time-out, because then the message may be there already. */
async function persist<T>(call: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof ConnectorError) || !mayPass(error) || attempt === attempts) throw error;
      const seconds = error.retryAfter ?? attempt * (0.3 + Math.random() * 0.4);
      if (seconds > 5) throw error;
      await pause(seconds * 1000);
    }
  }
}

/** The same token is not accepted a moment later either. */
function mayPass({ final, status }: ConnectorError): boolean {
  return !final && status !== 401;
}
