import { plaatsenVan, type Rol, type Werkend } from './persoon.ts';

/** What a rol may do, or is there for. */
export type Recht =
  | 'lezen'
  /** Report on the acties that the organisatie carries. */
  | 'eigen acties melden'
  /** Is the one who is asked and reminded, unless the actie names somebody else of the organisatie. */
  | 'gevraagd worden'
  /** Report on every actie, one that is ended too. */
  | 'alle acties melden'
  | 'personen beheren'
  /** The words of the doe-agenda, and its acties. */
  | 'agenda beheren'
  | 'overleg beheren'
  /** Hears what could not be delivered. */
  | 'storing horen';

/** Everything that a rol may: the one place that says so. */
export const RECHTEN: Record<Rol, readonly Recht[]> = {
  lezer: ['lezen'],
  trekker: ['lezen', 'eigen acties melden', 'gevraagd worden'],
  deelnemer: ['lezen', 'eigen acties melden'],
  bestuurder: ['lezen', 'eigen acties melden'],
  secretaris: [
    'lezen',
    'eigen acties melden',
    'alle acties melden',
    'personen beheren',
    'agenda beheren',
    'overleg beheren',
    'storing horen',
  ],
  beheerder: ['lezen', 'eigen acties melden', 'personen beheren', 'storing horen'],
};

/** What a rol is, for who has to choose one. */
export const ROLLEN: Record<Rol, string> = {
  lezer: 'ziet alles, meldt niets',
  trekker: 'meldt en wordt herinnerd',
  deelnemer: 'meldt, wordt niet herinnerd',
  bestuurder: 'leest mee, kan ook melden',
  secretaris: 'beheert agenda, overleg en personen',
  beheerder: 'beheert personen en techniek',
};

export const ALLE_ROLLEN = Object.keys(ROLLEN) as [Rol, ...Rol[]];

/**
 * Whether somebody can have this rol at a second organisatie: the others are for the whole regio, as is being a
 * bestuurder, who is nowhere written to without the secretaris.
 */
export const isPlaatsrol = (rol: Rol): boolean => ['lezer', 'trekker', 'deelnemer'].includes(rol);

/** What holds for the whole regio follows from the rol at the main organisatie. */
export const mag = ({ rol }: { rol: Rol }, recht: Recht): boolean => RECHTEN[rol].includes(recht);

/** Whether somebody works for this organisatie, with a rol there that may. */
export const magBij = (persoon: Werkend, organisatieId: number, recht: Recht): boolean =>
  plaatsenVan(persoon).some((plaats) => plaats.organisatieId === organisatieId && mag(plaats, recht));

/** The rollen that may. */
export const rollenMet = (recht: Recht): Rol[] => ALLE_ROLLEN.filter((rol) => mag({ rol }, recht));

/** Who is secretaris is for a secretaris to say: whoever could change that, could become one. */
export const magWijzigen = (asker: { rol: Rol }, rollen: readonly Rol[]): boolean =>
  mag(asker, 'personen beheren') && (asker.rol === 'secretaris' || !rollen.includes('secretaris'));
