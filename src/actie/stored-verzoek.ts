import { type Als, type Ontvanger, ontvangerVan, vervangerVan } from '../bereikbaar/ontvanger.ts';
import { mensenRond } from '../bereikbaar/stored-bereikbaar.ts';
import { binnenUren, GEWOON } from '../bereikbaar/voorkeur.ts';
import type { Tx } from '../db/database.ts';
import { beheerders } from '../herinnering/stored-doelgroep.ts';
import type { Voor } from '../herinnering/voor-card.ts';
import { atLocalTime, latest, toLocal } from '../kalender/datum.ts';
import { vrijeDagen } from '../kalender/stored-vakantie.ts';
import type { Werkend } from '../persoon/persoon.ts';
import { AANWEZIG, askable } from '../persoon/stored-persoon.ts';
import { carries, mayUpdate } from './actie.ts';
import type { StoredActie } from './stored-actie.ts';

/** How long a question may wait for somebody's own days. */
const GEDULD = { hours: 7 * 24 };

type Mens = Werkend & { naam: string; email: string };

/** Somebody who is asked for an update. */
export type Gevraagde = {
  persoon: Mens;
  als: Als;
  /** In whose place, and in what capacity; nobody's where it is their own. */
  voor: Voor[];
  /** The first moment at which they may be written to. */
  op: Temporal.Instant;
};

/** `bekend`: whose work it is. `naar`: who gets the question; nobody only where none of those may be asked. */
export type Verdeling = { bekend: Mens[]; naar: Gevraagde[] };

/**
 * Who gets the question how an actie stands, by the rules of all that is asked: not who said that it is not theirs, no
 * bestuurder, and in the place of who is away whoever is next: vervanger, contact, secretaris. Who stands in may report
 * on it.
 */
export async function verdeel(tx: Tx, actie: StoredActie, now: Temporal.Instant): Promise<Verdeling> {
  const afgewezen = await tx.afgewezen.findMany({ where: { actieId: actie.id } });
  const { trekkers } = actie;
  const bekend = (await askable(tx)).filter((persoon) => carries(persoon, trekkers));
  const mag = (persoon: Mens) =>
    persoon.rol !== 'bestuurder' && !afgewezen.some(({ persoonId }) => persoonId === persoon.id);
  const gevraagd = bekend.filter(mag);
  const rond = await kringRond(tx, gevraagd, now);
  const found = gevraagd.flatMap((persoon) => {
    const naar = receiverOf(persoon, rond, (other, vervanger) => {
      return mag(other) && (vervanger || mayUpdate(other, trekkers));
    });
    return naar ? [{ naar, persoon }] : [];
  });
  const letters = Map.groupBy(found, ({ naar }) => naar.id).values();
  return { bekend, naar: [...letters].flatMap((rows) => gevraagdeIn(rows, rond)) };
}

type Kring = Awaited<ReturnType<typeof kringRond>>;

/** Everyone who may come into it, on the day that it can be read: in the night before somebody else may be away. */
async function kringRond(tx: Tx, gevraagd: readonly Mens[], now: Temporal.Instant) {
  const secretarissen = await beheerders(tx);
  const vrij = await vrijeDagen(tx);
  const uren = (van: Temporal.Instant, voorkeur = GEWOON) =>
    binnenUren(van, voorkeur, { uiterlijk: van.add(GEDULD), vrij });
  const dag = toLocal(uren(now)).toPlainDate();
  const around = await mensenRond(tx, [...gevraagd.map(({ id }) => id), ...secretarissen], dag);
  const rows = await tx.persoon.findMany({
    where: { id: { in: [...around.mensen.keys()] }, ...AANWEZIG },
    include: { aanstellingen: true },
  });
  const personen = new Map<number, Mens>(rows.map((persoon) => [persoon.id, persoon]));
  return { ...around, secretarissen, personen, uren, dag, now };
}

/** `mag`: whether somebody may be asked, as the vervanger of whose it is or not. */
function receiverOf(
  { id }: Mens,
  { personen, dag, ...around }: Kring,
  mag: (persoon: Mens, vervanger: boolean) => boolean,
): Ontvanger | undefined {
  const mens = around.mensen.get(id);
  if (!mens) return undefined;
  const vervanger = vervangerVan(mens, dag, around.mensen);
  const may = (other: number) => {
    const persoon = personen.get(other);
    return persoon !== undefined && mag(persoon, other === vervanger);
  };
  return ontvangerVan(mens, dag, { ...around, mag: may });
}

/** One receiver, of all that they get it for. */
function gevraagdeIn(
  rows: readonly { naar: Ontvanger; persoon: Mens }[],
  { personen, voorkeuren, uren, dag, now }: Kring,
): Gevraagde[] {
  const first = rows.find(({ naar }) => naar.als === 'zelf') ?? rows[0];
  const persoon = first && personen.get(first.naar.id);
  if (!first || !persoon) return [];
  const { als } = first.naar;
  const voor = rows.map(({ naar, persoon }) => ({ naam: persoon.naam, als: naar.als }));
  // Who stands in may report from the day on which they do.
  const van = als === 'zelf' ? now : latest(now, atLocalTime(dag, '00:00'));
  const op = uren(van, voorkeuren.get(persoon.id));
  return [{ persoon, als, voor: als === 'zelf' ? [] : voor, op }];
}
