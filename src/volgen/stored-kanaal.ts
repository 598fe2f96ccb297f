import type { Asked } from '../chat/command.ts';
import type { Channel } from '../chat/platform.ts';
import { Refusal } from '../refusal.ts';
import type { Volger } from './abonnement.ts';
import { maySet } from './kanaal.ts';

/** The kanaal where it was asked, if anything was ever set there. */
export async function findKanaal({ tx, platform, tenant }: Asked, { id }: Channel) {
  return tx.kanaal.findFirst({ where: { platform, tenant, kanaalId: id } });
}

/** The kanaal where it was asked, with its address and name as they are now; it can be written to from here on. */
export async function keepKanaal(asked: Asked, channel: Channel) {
  const { tx, platform, tenant } = asked;
  const place = { platform, tenant, kanaalId: channel.id };
  const now = {
    address: channel.address ?? {},
    gestoptOp: null,
    ...(channel.name && { naam: channel.name }),
  };
  await tx.kanaal.createMany({ data: [{ ...place, ...now }], skipDuplicates: true });
  const before = await tx.kanaal.findFirstOrThrow({ where: place });
  await tx.kanaal.updateMany({ where: { id: before.id }, data: now });
  return { ...before, stopped: before.gestoptOp !== null };
}

/** Refuses who may not decide what a kanaal is told. */
export function refuseReaders({ asker }: Asked): void {
  if (maySet(asker)) return;
  throw new Refusal(
    'Alleen trekkers, bestuurders en de secretaris stellen in wat een kanaal volgt. Zelf volgen kan wel: stuur Doebot «volg …» in een eigen gesprek.',
  );
}

/** Who is meant by what is asked here: in a channel the kanaal, else the asker. Undefined: a kanaal where nothing is set. */
export async function volgerHere(asked: Asked): Promise<Volger | undefined> {
  if (!asked.channel) return { persoonId: asked.asker.id };
  const kanaal = await findKanaal(asked, asked.channel);
  return kanaal ? { kanaalId: kanaal.id } : undefined;
}
