import { z } from 'zod';
import { command } from '../chat/command.ts';
import { requireSecretaris } from './import.ts';
import { howCard } from './import-card.ts';

/** Somebody typed the word, and has yet to give the file. */
export const explainImport = command({
  name: 'import',
  input: z.object({}),
  phrases: [/^(?:import|importeer|importeren)\b.{0,200}$/is],
  run: async (_, { asker }) => {
    requireSecretaris(asker);
    return howCard();
  },
});
