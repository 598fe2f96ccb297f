import { z } from 'zod';
import { command } from '../chat/command.ts';
import { importId, requireSecretaris } from './import.ts';
import { proefCard } from './import-card.ts';
import { findProef } from './stored-import.ts';

/** Another page of what a file would change. */
export const showImport = command({
  name: 'import.toon',
  input: z.object({ import: importId, pagina: z.number().int().positive() }),
  phrases: [],
  inPlace: true,
  run: async ({ import: id, pagina }, { tx, asker, now }) => {
    requireSecretaris(asker);
    return proefCard(await findProef(tx, id), pagina, now);
  },
});
