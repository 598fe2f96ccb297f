import { z } from 'zod';
import { command } from '../chat/command.ts';
import { Refusal } from '../refusal.ts';
import { abonnementenCard } from './abonnementen-card.ts';
import { abonnementenOf } from './stored-abonnement.ts';
import { findKanaal } from './stored-kanaal.ts';

/** What the asker follows, in a channel too. */
export const listAbonnementen = command({
  name: 'volgen.lijst',
  input: z.object({}),
  phrases: [/^(?:ik volg|(?:wat|welke acties) volg ik|mijn abonnementen|abonnementen)[?.!]{0,5}$/i],
  run: async (_, { tx, asker }) => {
    const abonnementen = await abonnementenOf(tx, { persoonId: asker.id });
    return abonnementenCard({ kanaal: false, abonnementen });
  },
});

export const listKanaal = command({
  name: 'kanaal.lijst',
  input: z.object({}),
  phrases: [/^(?:(?:dit |het )?kanaal volgt(?: wat)?|wat volgt (?:dit|het) kanaal)[?.!]{0,5}$/i],
  run: async (_, asked) => {
    if (!asked.channel)
      throw new Refusal('Dit is geen kanaal. Typ «kanaal volgt» in het kanaal zelf, of hier «ik volg».');
    const kanaal = await findKanaal(asked, asked.channel);
    const abonnementen = kanaal ? await abonnementenOf(asked.tx, { kanaalId: kanaal.id }) : [];
    return {
      ...abonnementenCard({ kanaal: true, abonnementen, gestoptOp: kanaal?.gestoptOp }),
      shareable: true,
    };
  },
});
