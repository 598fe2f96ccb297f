import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import type { Tx } from '../db/database.ts';
import { vorigeVergadering } from '../overleg/stored-vorige.ts';
import { standCard } from './stand-card.ts';
import { WITHOUT_TREKKER } from './stored-filter.ts';
import { readTelling } from './stored-stand.ts';

/** How many acties of each kind are named. */
const NAMED = 8;

export const showStand = command({
  name: 'stand.toon',
  input: z.object({}),
  phrases: [
    /^(?:de |een |het )?(?:stand|stand van zaken|overzicht|totaaloverzicht|dashboard)(?: (?:van|over) (?:de )?(?:hele )?(?:doe-?agenda|acties))?[?.!]*$/i,
    /^hoe (?:staat|staan|loopt|lopen) (?:het met )?(?:de |alle )?(?:doe-?agenda|acties)(?: ervoor)?[?.!]*$/i,
  ],
  run: (_, asked) => show(asked),
});

async function show({ tx, now, pictureOf }: Asked): Promise<Card> {
  const vorige = await vorigeVergadering(tx, now);
  const url = pictureOf?.(now);
  return standCard({
    tellingen: await readTelling(tx, now),
    vertraagd: await some(tx, { status: 'vertraagd' }),
    stil: await some(tx, silent(vorige?.begin)),
    zonderTrekker: await some(tx, WITHOUT_TREKKER),
    vorige: vorige && { overleg: vorige.overleg.code, begin: vorige.begin.toTemporalInstant() },
    ...(url ? { url } : {}),
    now,
  });
}

type Where = NonNullable<NonNullable<Parameters<Tx['actie']['findMany']>[0]>['where']>;

/** Not ended, and no update that still stands since then; without a moment: none at all. */
const silent = (since: Date | undefined): Where => ({
  status: { notIn: ['afgerond', 'gestopt'] },
  OR: [{ updateId: null }, ...(since ? [{ laatste: { gemeldOp: { lt: since } } }] : [])],
});

/** How many there are, and the first few. */
async function some(tx: Tx, where: Where) {
  const first = await tx.actie.findMany({
    where,
    select: { nummer: true, titel: true },
    orderBy: { nummer: 'asc' },
    take: NAMED,
  });
  return { count: await tx.actie.count({ where }), first };
}
