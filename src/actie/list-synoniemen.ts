import { z } from 'zod';
import { command } from '../chat/command.ts';
import { mag } from '../persoon/rechten.ts';
import { findSynoniemen } from './stored-woorden.ts';
import { synoniemenCard } from './synoniemen-card.ts';

/** What fits one message on every platform. */
const PAGE = 40;

export const listSynoniemen = command({
  name: 'synoniemen',
  input: z.object({ pagina: z.coerce.number().int().positive().default(1) }),
  phrases: [/^synoniemen(?: pagina (?<pagina>\d{1,4}))?[?.!]*$/i],
  inPlace: true,
  run: async ({ pagina: asked }, { tx, asker, now }) => {
    const all = await findSynoniemen(tx);
    const pages = Math.max(1, Math.ceil(all.length / PAGE));
    const pagina = Math.min(asked, pages);
    const shown = all.slice((pagina - 1) * PAGE, pagina * PAGE);
    return synoniemenCard({
      synoniemen: shown,
      count: all.length,
      pagina,
      pages,
      mayChange: mag(asker, 'agenda beheren'),
      now,
    });
  },
});
