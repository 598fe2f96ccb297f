import { z } from 'zod';
import { command } from '../chat/command.ts';
import { addLogregel } from '../chat/logregel.ts';
import { importId, requireSecretaris } from './import.ts';
import { cancelledCard } from './import-card.ts';
import { endProef, findProef } from './stored-import.ts';

export const cancelImport = command({
  name: 'import.annuleer',
  input: z.object({ import: importId }),
  phrases: [],
  changes: true,
  inPlace: true,
  run: async ({ import: id }, asked) => {
    requireSecretaris(asked.asker);
    const { bestand } = await findProef(asked.tx, id);
    await endProef(asked.tx, id, 'geannuleerd', asked.now);
    await addLogregel(asked, 'import-geannuleerd', { import: id, bestand });
    return cancelledCard(bestand, asked.now);
  },
});
