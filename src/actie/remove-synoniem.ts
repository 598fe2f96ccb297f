import { z } from 'zod';
import { command } from '../chat/command.ts';
import { addLogregel } from '../chat/logregel.ts';
import { requireRecht } from '../persoon/stored-persoon.ts';
import { Refusal } from '../refusal.ts';
import { removedCard } from './synoniemen-card.ts';
import { plain } from './woord.ts';

export const removeSynoniem = command({
  name: 'synoniem.verwijder',
  input: z.object({
    woord: z.string().trim().min(1).max(80),
    betekenis: z.string().trim().max(80).optional(),
  }),
  phrases: [/^synoniem (?:weg|verwijder) (?<woord>.{1,80}?)(?: ?= ?(?<betekenis>.{1,80}?))?\.?$/i],
  changes: true,
  inPlace: true,
  run: async ({ woord, betekenis }, asked) => {
    const { tx, now } = asked;
    await requireRecht(asked, 'agenda beheren', 'synoniemen toevoegen of weghalen');
    const gone = (await tx.synoniem.findMany()).filter((one) => {
      return plain(one.woord) === plain(woord) && (!betekenis || plain(one.betekenis) === plain(betekenis));
    });
    if (gone.length === 0)
      throw new Refusal(`Ik ken geen synoniem «${woord}». Typ «synoniemen» voor de lijst.`);
    await tx.synoniem.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } });
    const rows = gone.map((one) => ({ woord: one.woord, betekenis: one.betekenis }));
    await addLogregel(asked, 'synoniem weg', { rows });
    return removedCard(rows, now);
  },
});
