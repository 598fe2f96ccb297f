import { z } from 'zod';
import { command } from '../chat/command.ts';
import { requireRecht } from '../persoon/stored-persoon.ts';
import { actieLine } from './actie-card.ts';
import { nummer } from './show-actie.ts';
import { findActie } from './stored-actie.ts';

export const openContactForm = command({
  name: 'actie.contact.formulier',
  input: z.object({ nummer }),
  phrases: [],
  run: async ({ nummer }, asked) => {
    await requireRecht(asked, 'personen beheren', 'de contactpersoon van een actie wijzigen');
    const actie = await findActie(asked.tx, nummer);
    return {
      title: `Contact van actie #${nummer}`,
      intro: actieLine(actie),
      fields: [
        {
          kind: 'text' as const,
          name: 'wie',
          label: 'Wie is het wel?',
          hint: 'Een naam of e-mailadres van iemand die Doebot kent.',
          multiline: false,
          required: true,
          maxLength: 254,
        },
      ],
      submit: { label: 'Opslaan', command: 'actie.contact', input: { nummer, zeker: true } },
    };
  },
});
