import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Door } from '../chat/logregel.ts';
import type { Tx } from '../db/database.ts';
import { momentText } from '../kalender/datum.ts';
import { Refusal } from '../refusal.ts';
import type { Gelezen } from './blad.ts';
import { KOLOMMEN } from './kolom.ts';
import { findAgenda } from './stored-agenda.ts';
import { type Verschil, vergelijk } from './verschil.ts';

const velden = z.enum(KOLOMMEN.map(({ veld }) => veld));

export const gelezenSchema: z.ZodType<Gelezen> = z.object({
  kolommen: z.partialRecord(velden, z.number().int().nonnegative()),
  rijen: z.array(z.object({ rij: z.number().int().positive(), cellen: z.partialRecord(velden, z.string()) })),
  fouten: z.array(z.object({ cel: z.string(), zin: z.string() })),
  genegeerd: z.array(z.string()),
});

/** A file that was handed in, with what it would change now. */
export type Proef = {
  id: number;
  bestand: string;
  gelezen: Gelezen;
  verschil: Verschil;
  /** It would change something else than what was shown before. */
  anders: boolean;
};

const fingerprintOf = (verschil: Verschil): string =>
  createHash('sha256').update(JSON.stringify(verschil)).digest('hex');

/** Keeps a file until it is applied. */
export async function storeProef(tx: Tx, bestand: string, gelezen: Gelezen, door: Door): Promise<Proef> {
  const verschil = vergelijk(gelezen, await findAgenda(tx));
  const { persoonId, platform, now } = door;
  const gemaaktOp = new Date(now.epochMilliseconds);
  const vingerafdruk = fingerprintOf(verschil);
  const { id } = await tx.import.create({
    data: { persoonId, platform, bestand, inhoud: gelezen, vingerafdruk, gemaaktOp },
    select: { id: true },
  });
  return { id, bestand, gelezen, verschil, anders: false };
}

/** The proef as it stands. Refuses one that was applied or cancelled, and says which. */
export async function findProef(tx: Tx, id: number): Promise<Proef> {
  const row = await tx.import.findFirst({ where: { id } });
  if (!row) throw new Refusal('Deze import bestaat niet. Stuur het bestand opnieuw.');
  const { status } = row;
  if (status !== 'proef') throw new Refusal(`Al verwerkt: ${klaarText({ ...row, status })}`);
  const gelezen = gelezenSchema.parse(row.inhoud);
  const verschil = vergelijk(gelezen, await findAgenda(tx));
  return {
    id,
    bestand: row.bestand,
    gelezen,
    verschil,
    anders: fingerprintOf(verschil) !== row.vingerafdruk,
  };
}

type Row = { bestand: string; status: 'toegepast' | 'geannuleerd' | 'vervangen'; klaarOp: Date | null };

function klaarText({ bestand, status, klaarOp }: Row): string {
  const when = klaarOp ? ` op ${momentText(klaarOp.toTemporalInstant())} uur` : '';
  switch (status) {
    case 'toegepast':
      return `«${bestand}» is${when} toegepast.`;
    case 'geannuleerd':
      return `de import van «${bestand}» is${when} geannuleerd. Wil je het toch? Stuur het bestand opnieuw.`;
    case 'vervangen':
      return `de doe-agenda was veranderd, en er is${when} een nieuwe proef van «${bestand}» gemaakt. Gebruik de knoppen daarvan.`;
  }
}

/** Ends a proef, once: when somebody was ahead, it refuses. What the file said is not kept. */
export async function endProef(
  tx: Tx,
  id: number,
  status: Row['status'],
  now: Temporal.Instant,
): Promise<void> {
  const klaarOp = new Date(now.epochMilliseconds);
  const { count } = await tx.import.updateMany({
    where: { id, status: 'proef' },
    data: { status, klaarOp, inhoud: {} },
  });
  // Says what became of it.
  if (count === 0) await findProef(tx, id);
}
