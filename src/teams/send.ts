import type { Json } from '../chat/card.ts';
import { DeliveryError, type Letter } from '../chat/platform.ts';
import type { TeamsConfig } from '../config.ts';
import { addressSchema } from './activity.ts';
import type { Connector } from './connector.ts';
import { message } from './message.ts';
import { isAllowedServiceUrl } from './service-url.ts';

/**
 * Delivers in 1:1. Teams has no way to look up whether an earlier attempt arrived, so after a time-out a letter
 * may come twice. Whoever was met in a channel only has no conversation yet: it is opened, or found, first.
 */
export async function send(config: TeamsConfig, connector: Connector, letter: Letter): Promise<Json> {
  const { data: address } = addressSchema.safeParse(letter.address);
  if (!address) throw new DeliveryError('not an address in Teams', { final: true });
  const { serviceUrl, user, tenant } = address;
  if (letter.tenant !== config.tenantId || tenant !== letter.tenant) {
    throw new DeliveryError(`not a tenant of this bot: ${tenant}`, { final: true });
  }
  if (!isAllowedServiceUrl(config, serviceUrl)) {
    throw new DeliveryError(`not a server of Teams: ${serviceUrl}`, { final: true });
  }
  const conversation =
    address.conversation ?? (await connector.open(serviceUrl, botId(config), user, tenant));
  const activity = await connector.post(
    { serviceUrl, conversation },
    message({ kind: 'card', card: letter.card }),
  );
  return { conversation, activity: activity ?? null };
}

/** How Teams calls a bot; its local client ignores it. */
function botId({ appId }: TeamsConfig): string {
  return `28:${appId}`;
}
