import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { toLocal } from '../kalender/datum.ts';
import { plaatsenVan } from '../persoon/persoon.ts';
import { mag } from '../persoon/rechten.ts';
import { Refusal } from '../refusal.ts';
import { rondesCard, standCard } from './akkoord-card.ts';
import { findRonde, type Ronde } from './stored-akkoord.ts';

/** How many are listed. */
const LAATSTE = 8;

export const showAkkoord = command({
  name: 'akkoord.toon',
  input: z.object({ nummer: z.coerce.number().int().positive().max(2_147_483_647).optional() }),
  phrases: [/^akkoord(?:en)?(?: #?(?<nummer>\d{1,9}))?[?.!]*$/i],
  run: async ({ nummer }, asked): Promise<Card> =>
    nummer === undefined ? list(asked) : showStand(await findRonde(asked.tx, nummer), asked),
});

/** How it stands, with what the asker may do about it. */
export function showStand(ronde: Ronde, { asker, now }: Asked, zin?: string): Card {
  const organisaties = plaatsenVan(asker)
    .filter((plaats) => mag(plaats, 'eigen acties melden'))
    .map(({ organisatieId }) => organisatieId);
  const beheert = mag(asker, 'overleg beheren');
  return standCard(ronde, { organisaties, beheert, ...(zin === undefined ? {} : { zin }) }, now);
}

/** The one that can be answered; where there are several, or none: the last ones. */
async function list(asked: Asked): Promise<Card> {
  const { tx, now } = asked;
  const today = new Date(`${toLocal(now).toPlainDate()}T00:00:00Z`);
  const open = await tx.akkoordronde.findMany({
    where: { geslotenOp: null, uiterlijk: { gte: today } },
    orderBy: { id: 'desc' },
    select: { id: true },
    take: LAATSTE,
  });
  const [only] = open;
  if (only && open.length === 1) return showStand(await findRonde(tx, only.id), asked);
  const rows =
    open.length > 0
      ? open
      : await tx.akkoordronde.findMany({ orderBy: { id: 'desc' }, select: { id: true }, take: LAATSTE });
  if (rows.length === 0)
    throw new Refusal(
      'Er is nog nergens akkoord op gevraagd. De secretaris vraagt het met «akkoord vragen».',
    );
  const rondes: Ronde[] = [];
  for (const { id } of rows) rondes.push(await findRonde(tx, id));
  return rondesCard(rondes, now);
}
