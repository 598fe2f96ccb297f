import { revise } from '../chat/post.ts';
import type { Tx } from '../db/database.ts';
import { magBij } from '../persoon/rechten.ts';
import { askable } from '../persoon/stored-persoon.ts';
import { Refusal } from '../refusal.ts';

const whole = {
  overleg: true,
  volgende: { select: { id: true, versie: true } },
  akkoorden: { include: { organisatie: true, persoon: true }, orderBy: { organisatie: { naam: 'asc' } } },
} as const;

export type Ronde = NonNullable<Awaited<ReturnType<typeof lookUpRonde>>>;

export const lookUpRonde = (tx: Tx, id: number) =>
  tx.akkoordronde.findFirst({ where: { id }, include: whole });

/** Refuses one that does not exist. */
export async function findRonde(tx: Tx, id: number): Promise<Ronde> {
  const ronde = await lookUpRonde(tx, id);
  if (ronde) return ronde;
  throw new Refusal(`Er is geen vraag om akkoord met nummer ${id}. Typ «akkoord» voor de lijst.`);
}

export const uiterlijkVan = ({ uiterlijk }: { uiterlijk: Date }): Temporal.PlainDate =>
  Temporal.PlainDate.from(uiterlijk.toISOString().slice(0, 10));

/**
 * Per organisatie who is asked for it: its contact, or else those of its people who are there to be asked. Never a
 * bestuurder. Of an organisatie with nobody like that: an empty list.
 */
export async function gevraagdenVan(tx: Tx, organisaties: readonly number[]): Promise<Map<number, number[]>> {
  const rows = await tx.organisatie.findMany({
    where: { id: { in: [...organisaties] } },
    include: { contact: true },
  });
  const people = (await askable(tx)).filter(({ rol }) => rol !== 'bestuurder');
  return new Map(
    rows.map(({ id, contact }) => {
      if (contact && !contact.vertrokkenOp && contact.rol !== 'bestuurder') return [id, [contact.id]];
      const own = people.filter((persoon) => magBij(persoon, id, 'gevraagd worden'));
      return [id, own.map((persoon) => persoon.id)];
    }),
  );
}

/** The ids of the organisaties that a herinnering asks. */
export const organisatiesIn = ({ inhoud }: { inhoud: unknown }): number[] =>
  (inhoud as { organisaties?: number[] } | null)?.organisaties ?? [];

/** Has what was sent about it say what is so now: to those asked for one organisatie, or to all. */
export async function reviseRonde(
  tx: Tx,
  rondeId: number,
  now: Temporal.Instant,
  organisatieId?: number,
): Promise<void> {
  const rows = await tx.herinnering.findMany({
    where: { akkoordrondeId: rondeId, status: 'overgedragen', berichtId: { not: null } },
  });
  const about = rows.filter(
    (row) => organisatieId === undefined || organisatiesIn(row).includes(organisatieId),
  );
  const berichten = await tx.bericht.findMany({
    where: {
      id: { in: about.flatMap(({ berichtId }) => berichtId ?? []) },
      // What still waits says what is so when it goes.
      OR: [{ verzondenOp: { not: null } }, { status: 'bezig' }],
    },
    select: { id: true },
  });
  const ids = new Set(berichten.map(({ id }) => id));
  await revise(tx, [...ids], now);
}
