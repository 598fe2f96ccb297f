import { z } from 'zod';
import { command } from '../chat/command.ts';
import { toLocal } from '../kalender/datum.ts';
import { organisatiesVan } from '../persoon/persoon.ts';
import { mag } from '../persoon/rechten.ts';
import { afwezigenCard } from './afwezig-card.ts';
import { afwezigheden } from './stored-afwezig.ts';

export const listAfwezigen = command({
  name: 'afwezig.wie',
  input: z.object({}),
  phrases: [
    /^(?:afwezig(?:heid)? (?:wie|lijst)|afwezigen|wie (?:is|zijn) (?:er )?(?:allemaal )?(?:nu |vandaag )?(?:afwezig|(?:op|met) (?:vakantie|verlof)|er niet))[?.!]*$/i,
  ],
  /** Who is away: of everybody for who keeps the personen, of their own organisatie for others. */
  run: async (_, { tx, asker, now }) => {
    const today = toLocal(now).toPlainDate();
    const all = mag(asker, 'personen beheren');
    const bij = { organisatieId: { in: organisatiesVan(asker) } };
    const own = {
      OR: [{ persoon: { OR: [bij, { aanstellingen: { some: bij } }] } }, { vervangerId: asker.id }],
    };
    const rows = await afwezigheden(tx, today, all ? {} : own);
    const where = all ? '' : `bij ${asker.organisatie.naam}`;
    return afwezigenCard(rows, { where, today, now });
  },
});
