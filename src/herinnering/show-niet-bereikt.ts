import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { AANWEZIG, requireRecht } from '../persoon/stored-persoon.ts';
import { nietBereiktCard } from './niet-bereikt-card.ts';

/** As far back as a message that did not arrive is shown. */
const SINCE = { hours: 90 * 24 };

export const showNietBereikt = command({
  name: 'niet-bereikt',
  input: z.object({}),
  phrases: [/^(?:wie (?:is|zijn|kan ik|kunnen we) )?(?:er )?niet (?:bereikt|bereiken|bezorgd)[?.!]*$/i],
  run: (_, asked) => show(asked),
});

/** Per persoon what could not be delivered and why; and who cannot be reached now. */
async function show(asked: Asked): Promise<Card> {
  await requireRecht(asked, 'storing horen', 'zien wie niet is bereikt');
  const { tx, now } = asked;
  const failed = await tx.bericht.findMany({
    where: {
      status: 'mislukt',
      persoon: AANWEZIG,
      gemaaktOp: { gte: new Date(now.subtract(SINCE).epochMilliseconds) },
    },
    include: {
      persoon: { include: { organisatie: true } },
      herinneringen: { select: { soort: true, vergadering: { select: { overleg: true } } }, take: 1 },
      bezorgingen: { select: { platform: true }, orderBy: { id: 'asc' } },
    },
    orderBy: { id: 'desc' },
    take: 200,
  });
  const missed = await tx.persoon.findMany({
    where: { ...AANWEZIG, bereik: { not: null } },
    include: { organisatie: true },
    orderBy: [{ organisatie: { naam: 'asc' } }, { naam: 'asc' }],
  });
  return nietBereiktCard({
    failed: failed.flatMap(({ persoon, ...row }) => (persoon ? [{ ...row, persoon }] : [])),
    missed: missed.flatMap(({ bereik, ...persoon }) => (bereik === null ? [] : [{ ...persoon, bereik }])),
    now,
  });
}
