import type { Tx } from '../db/database.ts';
import { dagText, toLocal } from '../kalender/datum.ts';
import { dagVan } from '../kalender/stored-vakantie.ts';
import { isIn, isWerkdag } from '../kalender/werkdag.ts';
import type { Bezwaar } from './ritme.ts';
import { isKomend } from './stored-vergadering.ts';

/** The vergadering whose day of the week and time are those of its overleg: the next one, or else the last. */
export async function voorbeeldVan(
  tx: Tx,
  overlegId: number,
  now: Temporal.Instant,
): Promise<Temporal.Instant | undefined> {
  const where = { overlegId, status: 'gepland' as const };
  const at = new Date(now.epochMilliseconds);
  const row =
    (await tx.vergadering.findFirst({ where: { ...where, begin: { gt: at } }, orderBy: { begin: 'asc' } })) ??
    (await tx.vergadering.findFirst({ where, orderBy: { begin: 'desc' } }));
  return row?.begin.toTemporalInstant();
}

/** When the overleg meets after that moment: now, or an earlier one for what was held since. */
export async function geplandVan(
  tx: Tx,
  overlegId: number,
  na: Temporal.Instant,
): Promise<Temporal.Instant[]> {
  const rows = await tx.vergadering.findMany({
    where: { overlegId, ...isKomend(na) },
    orderBy: { begin: 'asc' },
  });
  return rows.map(({ begin }) => begin.toTemporalInstant());
}

/**
 * What there is against a vergadering of this overleg on a day: it is no working day, in a vakantie of the regio (one
 * whose days count as working days too), or the leden meet elsewhere. Its own vergaderingen too, as `code`; not the one
 * that is `moved`.
 */
export async function bezwarenVan(
  tx: Tx,
  overlegId: number,
  now: Temporal.Instant,
  moved?: number,
): Promise<Bezwaar> {
  const vakanties = await tx.vakantie.findMany({ orderBy: { van: 'asc' } });
  const others = await tx.vergadering.findMany({
    where: {
      ...isKomend(now),
      ...(moved === undefined ? {} : { id: { not: moved } }),
      overlegId: { in: [overlegId, ...(await sameLeden(tx, overlegId, now))] },
    },
    include: { overleg: { select: { code: true } } },
    orderBy: { begin: 'asc' },
  });
  return (date) => {
    if (date.dayOfWeek > 5) return 'valt in het weekend';
    if (!isWerkdag(date)) return 'is een feestdag';
    const off = vakanties.find(({ van, tot }) => isIn(date, { van: dagVan(van), tot: dagVan(tot) }));
    if (off) return `valt in de ${off.naam}`;
    const other = others.find(({ begin }) => toLocal(begin.toTemporalInstant()).toPlainDate().equals(date));
    return other && `is ook de dag van ${other.overleg.code}`;
  };
}

/** The overleggen in which the same organisatie, or the same persoon, is voorzitter or lid. */
async function sameLeden(tx: Tx, overlegId: number, now: Temporal.Instant): Promise<number[]> {
  const zetels = await tx.zetel.findMany({
    where: { rol: { in: ['voorzitter', 'lid'] } },
    include: {
      bezettingen: { where: { OR: [{ tot: null }, { tot: { gte: new Date(now.epochMilliseconds) } }] } },
    },
  });
  const [own, rest] = [
    zetels.filter((zetel) => zetel.overlegId === overlegId),
    zetels.filter((zetel) => zetel.overlegId !== overlegId),
  ];
  const organisaties = new Set(own.map(({ organisatieId }) => organisatieId));
  const people = new Set(own.flatMap(({ bezettingen }) => bezettingen.map(({ persoonId }) => persoonId)));
  const shared = rest.filter(
    ({ organisatieId, bezettingen }) =>
      organisaties.has(organisatieId) || bezettingen.some(({ persoonId }) => people.has(persoonId)),
  );
  return [...new Set(shared.map((zetel) => zetel.overlegId))];
}

/** What there is to know about each moment that was chosen, for who chose it: "maandag 26 april 2027 valt in …". */
export const waarschuwingen = (momenten: readonly Temporal.Instant[], bezwaar: Bezwaar): string[] =>
  momenten.flatMap((moment) => {
    const date = toLocal(moment).toPlainDate();
    const why = bezwaar(date);
    return why === undefined ? [] : `Let op: ${dagText(date)} ${why}.`;
  });
