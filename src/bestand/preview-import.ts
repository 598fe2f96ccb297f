import { z } from 'zod';
import { command } from '../chat/command.ts';
import { doorOf } from '../chat/logregel.ts';
import { requireSecretaris } from './import.ts';
import { proefCard } from './import-card.ts';
import { readBestand } from './read-bestand.ts';
import { gelezenSchema, storeProef } from './stored-import.ts';

/** What a file would change; nothing is changed yet. */
export const previewImport = command({
  name: 'import.bestand',
  input: z.object({ bestand: z.string().trim().min(1).max(300), gelezen: gelezenSchema }),
  phrases: [],
  changes: true,
  file: {
    allow: requireSecretaris,
    read: async (bestand, bytes) => ({ bestand: bestand.slice(0, 200), gelezen: await readBestand(bytes) }),
  },
  run: async ({ bestand, gelezen }, asked) => {
    requireSecretaris(asked.asker);
    return proefCard(await storeProef(asked.tx, bestand, gelezen, doorOf(asked)), 1, asked.now);
  },
});
