import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { decidedText, withLead } from './preview-card.ts';
import { type AnySoort, decide, findVoorstel } from './stored-voorstel.ts';

/** The button that makes the change. */
export const saveVoorstel = (soorten: readonly AnySoort[]) =>
  command({
    name: 'voorstel.opslaan',
    input: z.object({ voorstel: z.number().int() }),
    phrases: [],
    changes: true,
    inPlace: true,
    run: ({ voorstel }, asked) => save(voorstel, asked, soorten),
  });

/** Makes the change once, and only the one that was seen; an old button says how it is now. */
async function save(id: number, asked: Asked, soorten: readonly AnySoort[]): Promise<Card> {
  const mine = await decide(id, 'opgeslagen', 'open', asked);
  const { opened, ...voorstel } = await findVoorstel(id, asked, soorten);
  if (!mine) return withLead(decidedText(voorstel), await opened.present(asked));
  return opened.save(asked, async () => void (await decide(id, 'vervallen', 'opgeslagen', asked)));
}
