import { z } from 'zod';
import { command } from '../chat/command.ts';
import { exportCard, noExportCard } from './export-card.ts';

/** Gives everybody the doe-agenda as a file: it holds what everybody may ask. */
export const exportAgenda = command({
  name: 'export',
  input: z.object({}),
  phrases: [/^(?:export|exporteer|exporteren)(?: (?:de |naar )?(?:doe-?agenda|acties|excel|xlsx))*[?.!]*$/i],
  run: async (_, { tx, now, exportOf }) => {
    const count = await tx.actie.count();
    return exportOf ? exportCard(exportOf(now), count, now) : noExportCard();
  },
});
