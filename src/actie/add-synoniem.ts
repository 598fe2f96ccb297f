import { z } from 'zod';
import { command } from '../chat/command.ts';
import { Refusal } from '../refusal.ts';
import { requireSecretaris } from './synoniem.ts';
import { addedCard } from './synoniemen-card.ts';
import { plain } from './woord.ts';

const words = z.string().trim().min(1).max(80);

export const addSynoniem = command({
  name: 'synoniem.voegtoe',
  input: z.object({ woord: words, betekenis: words }),
  phrases: [/^synoniem (?!weg\b)(?<woord>.{1,80}?) ?(?:=|\bis\b|\bbetekent\b) ?(?<betekenis>.{1,80}?)\.?$/i],
  changes: true,
  run: async ({ woord, betekenis }, { tx, asker, now, platform }) => {
    requireSecretaris(asker);
    if (plain(woord) === '' || plain(woord) === plain(betekenis) || plain(betekenis) === '') {
      throw new Refusal(
        'Een synoniem is twee keer iets anders, bijvoorbeeld: «synoniem WSP = werkgeversservicepunt».',
      );
    }
    const { count } = await tx.synoniem.createMany({ data: [{ woord, betekenis }], skipDuplicates: true });
    if (count === 0) throw new Refusal(`Ik ken «${woord} = ${betekenis}» al.`);
    const op = new Date(now.epochMilliseconds);
    await tx.logregel.create({
      data: { op, persoonId: asker.id, platform, wat: 'synoniem', inhoud: { woord, betekenis } },
    });
    return addedCard({ woord, betekenis }, now);
  },
});
