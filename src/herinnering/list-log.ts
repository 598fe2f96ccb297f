import { z } from 'zod';
import { pageBeside } from '../actie/pagina.ts';
import type { Card } from '../chat/card.ts';
import { command } from '../chat/command.ts';
import { isLopend, refuseOthers } from '../overleg/stored-vergadering.ts';
import { findWelke, welke } from '../overleg/stored-welke.ts';
import { HERINNERINGEN } from './list-herinneringen.ts';
import { keyOf, LOGREGELS, logCard, REGIOREGELS } from './log-card.ts';

const place = z.string().max(20).optional();

export const listLog = command({
  name: 'overleg.herinneringen.log',
  input: z.object({ ...welke, na: place, voor: place }),
  phrases: [new RegExp(`${HERINNERINGEN} log(?:boek)?[?.!]*$`, 'i')],
  inPlace: true,
  run: async ({ na, voor, ...named }, asked): Promise<Card> => {
    const { tx, now } = asked;
    await refuseOthers(asked, 'het logboek bekijken');
    const { id, overleg } = await findWelke(asked, named, isLopend);
    const all = await tx.vergadering.findMany({ where: { overlegId: overleg.id } });
    const rows = await tx.logregel.findMany({
      where: {
        wat: { in: Object.keys(LOGREGELS) },
        OR: [
          { inhoud: { path: ['overleg'], equals: overleg.code } },
          ...all.map((one) => ({ inhoud: { path: ['vergadering'], equals: one.id } })),
          { wat: { in: Object.keys(REGIOREGELS) } },
        ],
      },
      include: { persoon: { select: { naam: true } } },
      orderBy: { id: 'desc' },
    });
    const begins = new Map(all.map((one) => [one.id, one.begin.toTemporalInstant()]));
    const page = pageBeside(rows.map(keyOf), { na, voor });
    return logCard({ overleg, vergadering: id, rows, begins, ...page, now });
  },
});
