import { z } from 'zod';
import { command } from '../chat/command.ts';
import { agendaHelpCard } from './agenda-help-card.ts';
import { requireKeeper } from './stored-recht.ts';

export const showAgendaHelp = command({
  name: 'help.agenda',
  input: z.object({}),
  phrases: [
    /^(?:help|hulp) (?:doe-?)?agenda[?.!]*$/i,
    /^(?:doe-?)?agenda (?:help|beheren|wijzigen|bijhouden)[?.!]*$/i,
  ],
  run: async (_, asked) => {
    await requireKeeper(asked);
    return agendaHelpCard();
  },
});
