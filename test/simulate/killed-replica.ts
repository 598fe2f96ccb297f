import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { DeliveryError, type Letter, type Platform } from '../../src/chat/platform.ts';
import { openDatabase } from '../../src/db/database.ts';
import { runDue } from '../../src/jobs.ts';
import { TENANT } from './kill.ts';

/** One process of Doebot as far as it sends: it is made to be killed. */
type Order = { url: string; cloud: string; began: number; start: number; factor: number };

process.once('disconnect', () => process.exit());
const [order] = (await once(process, 'message')) as [Order];
const { url, cloud, began, start, factor } = order;
/** Time goes by so many times faster, for all the processes alike. */
const now = () => Temporal.Instant.fromEpochMilliseconds(start + Math.round((Date.now() - began) * factor));

async function call(path: string, body: object): Promise<{ found?: boolean }> {
  const response = await fetch(`${cloud}${path}`, { method: 'POST', body: JSON.stringify(body) }).catch(
    (error) => {
      throw new DeliveryError(String(error));
    },
  );
  if (!response.ok) throw new DeliveryError(`HTTP ${response.status}`);
  return (await response.json()) as { found?: boolean };
}

/** As Slack: from the second attempt on it looks whether an earlier one arrived after all. */
async function send({ id, attempt, address }: Letter) {
  const { email } = address as { email: string };
  if (attempt > 1 && (await call('/find', { id })).found) return { stands: id };
  await call('/send', { id, to: email });
  return { stands: id };
}

const slack: Platform = {
  name: 'slack',
  tenants: [TENANT],
  send,
  find: async (_tenant, email) => ({ accountId: email, address: { email } }),
};
const db = await openDatabase({ url });
process.send?.('ready');
for (;;) {
  await runDue({ db, platforms: [slack], now, log: pino({ level: 'silent' }) }).catch(() => {});
  await sleep(30);
}
