/** What somebody is at an organisatie; what they may by it stands in rechten.ts. */
export type Rol = 'lezer' | 'trekker' | 'deelnemer' | 'bestuurder' | 'secretaris' | 'beheerder';

/** Where somebody works and as what: the main organisatie, and the others. */
export type Werkend = {
  id: number;
  organisatieId: number;
  rol: Rol;
  aanstellingen: readonly { organisatieId: number; rol: Rol }[];
};

/** A person working for an organisatie. `email` is in lower case. */
export type Persoon = Werkend & {
  naam: string;
  email: string;
  organisatie: { id: number; code: string; naam: string };
};

/** The places where somebody works, the main one first. */
export const plaatsenVan = ({ organisatieId, rol, aanstellingen }: Werkend) => [
  { organisatieId, rol },
  ...aanstellingen,
];

/** The organisaties that somebody works for. */
export const organisatiesVan = (persoon: Werkend): number[] =>
  plaatsenVan(persoon).map(({ organisatieId }) => organisatieId);

/** "Trekker UWV (trekker@uwv.example)": whom to write to. */
export const bereikbaarAls = ({ naam, email }: Pick<Persoon, 'naam' | 'email'>): string =>
  `${naam} (${email})`;
