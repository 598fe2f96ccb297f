/** What somebody may do, as far as it does not follow from the organisatie. */
export type Rol = 'lezer' | 'trekker' | 'bestuurder' | 'secretaris';

/** A person working for an organisatie. `email` is in lower case. */
export type Persoon = {
  id: number;
  naam: string;
  email: string;
  rol: Rol;
  organisatie: { id: number; code: string; naam: string };
};

/** "Trekker UWV (trekker@uwv.example)": whom to write to. */
export const bereikbaarAls = ({ naam, email }: Pick<Persoon, 'naam' | 'email'>): string =>
  `${naam} (${email})`;
