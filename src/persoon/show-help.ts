import { z } from 'zod';
import { command } from '../chat/command.ts';
import { helpCard } from './help-card.ts';

export const showHelp = command({
  name: 'help',
  input: z.object({}),
  phrases: [
    /^(?:|help|hulp|\?|actie|wat kan (?:ik|je)(?: vragen| doen)?|start)[?.!]*$/i,
    /^(?:hallo|hoi|hi|hey|dag|goede(?:morgen|middag|navond)|goedendag)\b[^\d]{0,20}$/i,
  ],
  run: async (_, { asker }) => helpCard(asker),
});
