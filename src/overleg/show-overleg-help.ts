import { z } from 'zod';
import { command } from '../chat/command.ts';
import { overlegHelpCard } from './overleg-help-card.ts';
import { refuseOthers } from './stored-vergadering.ts';
import { voorbeeldText } from './vergadering.ts';

export const showOverlegHelp = command({
  name: 'help.overleg',
  input: z.object({}),
  phrases: [
    /^(?:help|hulp) (?:overleg|vergadering(?:en)?|aanloop)[?.!]*$/i,
    /^overleg (?:help|hulp)[?.!]*$/i,
  ],
  run: async (_, asked) => {
    await refuseOthers(asked, 'de vergaderingen en de aanloop regelen');
    return overlegHelpCard(voorbeeldText(asked.now));
  },
});
