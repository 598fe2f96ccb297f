import { z } from 'zod';
import { pageBeside } from '../actie/pagina.ts';
import type { Card } from '../chat/card.ts';
import { command } from '../chat/command.ts';
import { nextVergadering } from '../overleg/stored-overleg.ts';
import { refuseOthers } from '../overleg/stored-vergadering.ts';
import { HERINNERINGEN } from './list-herinneringen.ts';
import { keyOf, LOGREGELS, logCard } from './log-card.ts';

const place = z.string().max(20).optional();

export const listLog = command({
  name: 'overleg.herinneringen.log',
  input: z.object({ code: z.string().max(60).optional(), na: place, voor: place }),
  phrases: [new RegExp(`${HERINNERINGEN} log(?:boek)?[?.!]*$`, 'i')],
  inPlace: true,
  run: async ({ code, ...beside }, asked): Promise<Card> => {
    const { tx, now } = asked;
    await refuseOthers(asked, 'het logboek bekijken');
    const { overleg } = await nextVergadering(asked, code);
    const rows = await tx.logregel.findMany({
      where: {
        wat: { in: Object.keys(LOGREGELS) },
        inhoud: { path: ['overleg'], equals: overleg.code },
      },
      include: { persoon: { select: { naam: true } } },
      orderBy: { id: 'desc' },
    });
    const page = pageBeside(rows.map(keyOf), beside);
    return logCard({ overleg, rows, ...page, now });
  },
});
