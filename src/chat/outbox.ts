import type { Logger } from 'pino';
import type { Database, Tx } from '../db/database.ts';
import type { Werkend } from '../persoon/persoon.ts';
import type { Card, Input, Json } from './card.ts';
import { DeliveryError, type Platform } from './platform.ts';

type Recipient = Werkend & { naam: string; email: string };

/**
 * Makes the card of a bericht of one soort, at the moment of sending, so that it says what is true then.
 * Undefined: it has become pointless, and is not sent. `notBefore`: it is to be sent later.
 */
export type Composer = (of: {
  tx: Tx;
  persoon: Recipient;
  inhoud: Input;
  now: Temporal.Instant;
}) => Promise<Card | { notBefore: Temporal.Instant } | undefined>;

export type OutboxParts = {
  db: Database;
  platforms: readonly Platform[];
  composers: Record<string, Composer>;
  now: () => Temporal.Instant;
  log: Logger;
  /** The process is ending: what is in hand is finished, nothing new is taken. */
  stopped?: AbortSignal;
};

/** How long a claimed bericht is left to who claimed it: longer than a platform may take to send. */
const LEASE = { minutes: 2 };
const BATCH = 10;
/** With the doubling waits below: about four hours and a quarter after the first. */
const ATTEMPTS = 9;
/** How often, an hour apart, is looked for somebody who is on no platform. */
const LOOKS = 3;

/** Job: delivers what is due in this regio, in batches. Replicas that do so at the same time each take other rows. */
export async function deliverDue(regioId: number, parts: OutboxParts): Promise<void> {
  for (;;) {
    const claimed = await parts.db.inRegio(regioId, (tx) => claim(tx, parts));
    await Promise.all(claimed.map((letter) => deliver(regioId, letter, parts)));
    if (claimed.length < BATCH || parts.stopped?.aborted) return;
  }
}

type Claimed = Awaited<ReturnType<typeof claim>>[number];

async function claim(tx: Tx, { now }: OutboxParts) {
  const at = new Date(now().epochMilliseconds);
  const until = new Date(now().add(LEASE).epochMilliseconds);
  const rows = await tx.$queryRaw<{ id: number }[]>`
    update bericht set status = 'bezig', pogingen = pogingen + 1, volgende_op = ${until}
    where id in (
      select id from bericht where status in ('wacht', 'bezig') and volgende_op <= ${at}
      order by volgende_op, id limit ${BATCH} for update skip locked)
    returning id`;
  return tx.bericht.findMany({
    where: { id: { in: rows.map(({ id }) => id) } },
    include: { persoon: { include: { aanstellingen: true, accounts: { orderBy: { seenAt: 'desc' } } } } },
    orderBy: { id: 'asc' },
  });
}

async function deliver(regioId: number, claimed: Claimed, parts: OutboxParts): Promise<void> {
  const { id, pogingen } = claimed;
  const settle = (change: Settled) => parts.db.inRegio(regioId, (tx) => settleClaim(tx, claimed, change));
  try {
    if (claimed.persoon.vertrokkenOp) return await settle({ status: 'vervallen', fout: 'vertrokken' });
    const { card, on } = await parts.db.inRegio(regioId, async (tx) => ({
      card: await compose(tx, claimed, parts),
      on: await workspacesOf(tx, parts),
    }));
    if (!card) return await settle({ status: 'vervallen' });
    if ('notBefore' in card) {
      const volgendeOp = new Date(card.notBefore.epochMilliseconds);
      return await settle({ status: 'wacht', pogingen: pogingen - 1, volgendeOp });
    }
    const way = await wayTo(regioId, claimed, on, parts);
    const letter = {
      id: `${regioId}-${id}`,
      attempt: pogingen,
      tenant: way.tenant,
      address: way.address,
      card,
    };
    const plek = await way.platform.send(letter);
    const verzondenOp = new Date(parts.now().epochMilliseconds);
    await settle({ status: 'verzonden', plek: plek ?? {}, platform: way.platform.name, verzondenOp });
  } catch (error) {
    parts.log.warn({ err: error, bericht: id, attempt: pogingen }, 'delivery failed');
    await settle(afterFailure(error, claimed, parts.now()));
  }
}

type Settled = Parameters<Tx['bericht']['updateMany']>[0]['data'];

/** Conditional on the claim: who took so long that another took over, no longer has a say. */
async function settleClaim(tx: Tx, { id, pogingen }: Claimed, change: Settled): Promise<void> {
  await tx.bericht.updateMany({ where: { id, status: 'bezig', pogingen }, data: change });
}

async function compose(tx: Tx, { persoon, soort, inhoud }: Claimed, { composers, now }: OutboxParts) {
  const composer = composers[soort];
  if (!composer) throw new DeliveryError(`no composer for ${soort}`, { final: true });
  return composer({ tx, persoon, inhoud: inhoud as Input, now: now() });
}

type Workspace = { platform: Platform; tenant: string };
type Way = Workspace & { address: Json };

/** The workspaces of this regio that can be written to: a platform may serve those of other regios as well. */
async function workspacesOf(tx: Tx, { platforms }: OutboxParts): Promise<Workspace[]> {
  const own = await tx.installation.findMany();
  return platforms.flatMap((platform) =>
    own
      .filter((row) => row.platform === platform.name && platform.tenants.includes(row.tenant))
      .map(({ tenant }) => ({ platform, tenant })),
  );
}

/** Where a persoon is reached: the platform they used last of those that are on, else where their e-mail is known. */
async function wayTo(
  regioId: number,
  { persoon }: Claimed,
  on: Workspace[],
  { db, now }: OutboxParts,
): Promise<Way> {
  for (const account of persoon.accounts) {
    const way = on.find(
      ({ platform, tenant }) => platform.name === account.platform && tenant === account.tenant,
    );
    if (way) return { ...way, address: account.address as Json };
  }
  for (const { platform, tenant } of on) {
    const found = await platform.find(tenant, persoon.email);
    if (!found) continue;
    const { accountId, address } = found;
    const seenAt = new Date(now().epochMilliseconds);
    const row = {
      platform: platform.name,
      tenant,
      accountId,
      address: address ?? {},
      persoonId: persoon.id,
      seenAt,
    };
    await db.inRegio(regioId, (tx) => tx.account.createMany({ data: [row], skipDuplicates: true }));
    return { platform, tenant, address };
  }
  // Not final: somebody may yet say hello, or be added to the workspace.
  throw new Unfindable('not found on any platform', { retryAfter: 3_600 });
}

class Unfindable extends DeliveryError {}

/** Why a bericht did not arrive, as far as a person is helped by it; the log has the rest. */
export type Fout = 'niet_gevonden' | 'geweigerd' | 'geen_antwoord' | 'vertrokken';

/** Tries again after 1, 2, 4, … minutes, or when the platform said; gives up after `ATTEMPTS`. */
function afterFailure(error: unknown, { id, pogingen }: Claimed, now: Temporal.Instant): Settled {
  const final = error instanceof DeliveryError && error.final;
  const fout: Fout = error instanceof Unfindable ? 'niet_gevonden' : final ? 'geweigerd' : 'geen_antwoord';
  const attempts = error instanceof Unfindable ? LOOKS : ATTEMPTS;
  if (final || pogingen >= attempts) return { status: 'mislukt', fout };
  const asked = error instanceof DeliveryError ? (error.retryAfter ?? 0) : 0;
  // Spread by id, so that what failed together does not come back together.
  const seconds = Math.max(60 * 2 ** (pogingen - 1), asked) + (id % 20);
  return {
    status: 'wacht',
    fout,
    volgendeOp: new Date(now.add({ seconds: Math.ceil(seconds) }).epochMilliseconds),
  };
}
