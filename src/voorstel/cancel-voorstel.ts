import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { decidedText, withLead } from './preview-card.ts';
import { type AnySoort, decide, findVoorstel } from './stored-voorstel.ts';

/** The button that leaves everything as it is. */
export const cancelVoorstel = (soorten: readonly AnySoort[]) =>
  command({
    name: 'voorstel.annuleer',
    input: z.object({ voorstel: z.number().int() }),
    phrases: [],
    changes: true,
    inPlace: true,
    run: ({ voorstel }, asked) => cancel(voorstel, asked, soorten),
  });

async function cancel(id: number, asked: Asked, soorten: readonly AnySoort[]): Promise<Card> {
  const mine = await decide(id, 'geannuleerd', 'open', asked);
  const { opened, ...voorstel } = await findVoorstel(id, asked, soorten);
  const lead = mine ? 'Geannuleerd. Er is niets gewijzigd. Zo staat het er:' : decidedText(voorstel);
  return withLead(lead, await opened.present(asked));
}
