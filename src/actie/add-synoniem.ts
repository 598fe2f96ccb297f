import { z } from 'zod';
import { command } from '../chat/command.ts';
import { addLogregel } from '../chat/logregel.ts';
import { requireRecht } from '../persoon/stored-persoon.ts';
import { Refusal } from '../refusal.ts';
import { addedCard } from './synoniemen-card.ts';
import { plain } from './woord.ts';

const words = z.string().trim().min(1).max(80);

export const addSynoniem = command({
  name: 'synoniem.voegtoe',
  input: z.object({ woord: words, betekenis: words }),
  phrases: [/^synoniem (?!weg\b)(?<woord>.{1,80}?) ?(?:=|\bis\b|\bbetekent\b) ?(?<betekenis>.{1,80}?)\.?$/i],
  changes: true,
  run: async ({ woord, betekenis }, asked) => {
    const { tx, now } = asked;
    await requireRecht(asked, 'agenda beheren', 'synoniemen toevoegen of weghalen');
    if (plain(woord) === '' || plain(woord) === plain(betekenis) || plain(betekenis) === '') {
      throw new Refusal(
        'Een synoniem is twee keer iets anders, bijvoorbeeld: «synoniem WSP = werkgeversservicepunt».',
      );
    }
    const { count } = await tx.synoniem.createMany({ data: [{ woord, betekenis }], skipDuplicates: true });
    if (count === 0) throw new Refusal(`Ik ken «${woord} = ${betekenis}» al.`);
    await addLogregel(asked, 'synoniem', { woord, betekenis });
    return addedCard({ woord, betekenis }, now);
  },
});
