import type { Asked } from '../chat/command.ts';
import { Refusal } from '../refusal.ts';
import { type Fouten, foutenIn, type Ingevuld, readRol, tidyEmail } from './ingevuld.ts';
import type { Rol } from './persoon.ts';
import { magWijzigen } from './rechten.ts';
import { lookUpOrganisatie } from './stored-organisatie.ts';
import { type StoredPersoon, wieMag, withPlaatsen } from './stored-persoon.ts';

/** What is right, looked up. */
export type Gelezen = {
  naam: string;
  email: string;
  rol: Rol;
  organisatie: { id: number; code: string; naam: string };
};

/** `vertrokken`: the address is of somebody who has left. */
export type Lezing = { goed: Gelezen } | { fouten: Fouten } | { vertrokken: StoredPersoon; goed: Gelezen };

/** Reads what is filled in about a persoon: `self` if there is one already. Refuses a rol that is not the asker's to give. */
export async function readIngevuld(asked: Asked, ingevuld: Ingevuld, self?: StoredPersoon): Promise<Lezing> {
  const { tx } = asked;
  const fouten = foutenIn(ingevuld);
  const rol = readRol(ingevuld.rol);
  const email = tidyEmail(ingevuld.email);
  const organisatie = fouten.organisatie ? undefined : await lookUpOrganisatie(tx, ingevuld.organisatie);
  if (!organisatie && !fouten.organisatie)
    fouten.organisatie = `Ik ken geen organisatie «${ingevuld.organisatie.slice(0, 80)}».`;
  const other = fouten.email
    ? null
    : await tx.persoon.findFirst({ where: { email, id: { not: self?.id ?? 0 } }, include: withPlaatsen });
  if (other && (!other.vertrokkenOp || self)) {
    const gone = other.vertrokkenOp ? ', die vertrokken is' : '';
    fouten.email = `Dit adres is al van ${other.naam} (${other.organisatie.naam})${gone}. Typ «persoon ${email}».`;
  }
  if (!rol || !organisatie || Object.keys(fouten).length > 0) return { fouten };
  await requireWijzigen(asked, [rol, ...(self ? [self.rol] : [])]);
  const goed = { naam: ingevuld.naam.trim(), email, rol, organisatie };
  return other ? { vertrokken: other, goed } : { goed };
}

/** Refuses who may not change somebody with one of these rollen, and names who can. */
export async function requireWijzigen({ tx, asker }: Asked, rollen: readonly Rol[]): Promise<void> {
  if (magWijzigen(asker, rollen)) return;
  const who = await wieMag(tx, 'alle acties melden');
  throw new Refusal(`Wie secretaris is of wordt, kan alleen ${who}, wijzigen. Neem daar contact mee op.`);
}

/**
 * Refuses what would leave the regio without a secretaris. The rows are taken, in order of id: of two secretarissen that
 * both go at the same moment, the second waits and then sees that it is the last.
 */
export async function keepSecretaris(
  asked: Asked,
  { id, naam }: { id: number; naam: string },
): Promise<void> {
  const rows = await asked.tx.$queryRaw<{ id: number }[]>`
    select id from persoon where rol = 'secretaris' and vertrokken_op is null order by id for no key update`;
  if (rows.some((row) => row.id !== id)) return;
  const who = id === asked.asker.id ? 'Je bent' : `${naam} is`;
  throw new Refusal(
    `${who} de enige secretaris. Maak eerst iemand anders secretaris, met «persoon wijzigen <naam>».`,
  );
}
