import { z } from 'zod';
import type { Json } from '../chat/card.ts';
import { DeliveryError, type Gone, type Letter, type Onbereikbaar } from '../chat/platform.ts';
import type { TeamsConfig } from '../config.ts';
import { addressSchema, channelAddressSchema } from './activity.ts';
import { type Connector, ConnectorError, type Place } from './connector.ts';
import { message } from './message.ts';
import { isAllowedServiceUrl } from './service-url.ts';

const eitherSchema = z.union([channelAddressSchema, addressSchema]);
const stoodSchema = z.object({ conversation: z.string(), activity: z.string() });

type Address = z.infer<typeof eitherSchema>;

/**
 * Delivers in 1:1 or in a channel, or edits. Teams has no way to look up whether an earlier attempt arrived, so after a
 * time-out a letter may come twice. Whoever was met in a channel only has no conversation yet: it is opened, or found, first.
 */
export async function send(config: TeamsConfig, connector: Connector, letter: Letter): Promise<Json> {
  const address = checked(config, letter);
  const { serviceUrl } = address;
  const content = message({ kind: 'card', card: letter.card });
  const stood = stoodSchema.safeParse(letter.edits).data;
  try {
    if (stood) {
      await connector.update({ serviceUrl, conversation: stood.conversation }, stood.activity, content);
      return stood;
    }
    const place = await placeOf(config, connector, address, letter);
    const activity = await connector.post(place, content);
    return {
      conversation: threadOf(address, letter, place.conversation, activity),
      activity: activity ?? null,
    };
  } catch (error) {
    throw withGone(error, 'channel' in address, stood !== undefined);
  }
}

function checked(config: TeamsConfig, letter: Letter): Address {
  const { data: address } = eitherSchema.safeParse(letter.address);
  if (!address) throw new DeliveryError('not an address in Teams', { final: true });
  const { serviceUrl, tenant } = address;
  if (letter.tenant !== config.tenantId || tenant !== letter.tenant) {
    throw new DeliveryError(`not a tenant of this bot: ${tenant}`, { final: true });
  }
  if (!isAllowedServiceUrl(config, serviceUrl)) {
    throw new DeliveryError(`not a server of Teams: ${serviceUrl}`, { final: true });
  }
  return address;
}

/**
 * Whether somebody can be written to, without writing: who is in the conversation with the bot; or, where there is none
 * yet, whether it can be opened, which nobody sees. Throws when Teams does not say.
 */
export async function check(
  config: TeamsConfig,
  connector: Connector,
  tenant: string,
  given: Json,
): Promise<Onbereikbaar | undefined> {
  const { data: address } = addressSchema.safeParse(given);
  if (!address || address.tenant !== tenant || !isAllowedServiceUrl(config, address.serviceUrl))
    return 'gesloten';
  const { serviceUrl, user, conversation } = address;
  try {
    if (conversation) await connector.member({ serviceUrl, conversation }, user);
    else await connector.open(serviceUrl, botId(config), user, tenant);
    return undefined;
  } catch (error) {
    if (error instanceof ConnectorError && error.final) return 'bot_ontbreekt';
    throw error;
  }
}

/** A conversation that is not there yet is opened first. */
export function callsTo(address: Json): number {
  const { data } = eitherSchema.safeParse(address);
  return data && !('channel' in data) && !data.conversation ? 2 : 1;
}

/** What is said in a thread of a channel stands in a conversation of its own; a group has no threads. */
async function placeOf(
  config: TeamsConfig,
  connector: Connector,
  address: Address,
  { thread }: Letter,
): Promise<Place> {
  const { serviceUrl } = address;
  if ('channel' in address) {
    const begun = stoodSchema.safeParse(thread).data;
    return { serviceUrl, conversation: address.threads && begun ? begun.conversation : address.channel };
  }
  const known = address.conversation;
  const conversation =
    known ?? (await connector.open(serviceUrl, botId(config), address.user, address.tenant));
  return { serviceUrl, conversation };
}

/** A message in a channel itself begins a thread, which is named after it. */
function threadOf(
  address: Address,
  { thread }: Letter,
  conversation: string,
  activity: string | undefined,
): string {
  const begins = 'channel' in address && address.threads && thread === undefined && activity !== undefined;
  return begins ? `${conversation};messageid=${activity}` : conversation;
}

/** Of a channel: the bot was taken out of it, or it is not there any more; or only the message that was to be edited is not. */
function withGone(error: unknown, inChannel: boolean, edits: boolean): unknown {
  if (!(error instanceof ConnectorError) || ![403, 404].includes(error.status)) return error;
  const { message, final, status } = error;
  const messageOnly = edits && status === 404 && !/\((?:Conversation|Bot)/.test(message);
  const gone: Gone | undefined = messageOnly ? 'message' : inChannel ? 'channel' : undefined;
  return new DeliveryError(message, { final, gone });
}

/** How Teams calls a bot; its local client ignores it. */
function botId({ appId }: TeamsConfig): string {
  return `28:${appId}`;
}
