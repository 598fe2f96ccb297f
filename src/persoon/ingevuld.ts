import { z } from 'zod';
import type { Rol } from './persoon.ts';
import { ALLE_ROLLEN } from './rechten.ts';

/** What is filled in about a persoon, as it was typed. `organisatie`: a code, or in a line of words a name. */
export type Ingevuld = { naam: string; email: string; organisatie: string; rol: string };

/** What is wrong, by field, in Dutch. */
export type Fouten = Partial<Record<keyof Ingevuld, string>>;

/** In characters: what fits a line of a list. */
export const MAX_NAAM = 80;
/** The longest address that can be mailed to. */
export const MAX_EMAIL = 254;

/** As the record keeps an address. */
export const tidyEmail = (email: string): string => email.trim().toLowerCase();

const isEmail = (email: string) => email.length <= MAX_EMAIL && z.email().safeParse(email).success;

export const readRol = (rol: string): Rol | undefined =>
  ALLE_ROLLEN.find((one) => one === rol.trim().toLowerCase());

/** What can be said without looking anything up. */
export function foutenIn({ naam, email, organisatie, rol }: Ingevuld): Fouten {
  const wrong: Fouten = {};
  const name = naam.trim();
  if (name.length < 2) wrong.naam = 'Vul een naam in.';
  if (name.length > MAX_NAAM) wrong.naam = `Maak de naam korter: hoogstens ${MAX_NAAM} tekens.`;
  if (!isEmail(tidyEmail(email)))
    wrong.email = 'Dit is geen e-mailadres. Schrijf het zo: naam@organisatie.nl.';
  if (organisatie.trim() === '') wrong.organisatie = 'Kies een organisatie.';
  if (!readRol(rol)) wrong.rol = `Kies een rol: ${ALLE_ROLLEN.join(', ')}.`;
  return wrong;
}

/** What differs, as "van → naar". */
export function verschillen(
  van: Ingevuld,
  naar: Ingevuld,
  organisatieNaam: (code: string) => string,
): { label: string; value: string }[] {
  const rows = [
    { label: 'Naam', van: van.naam, naar: naar.naam },
    { label: 'E-mail', van: van.email, naar: naar.email },
    { label: 'Organisatie', van: organisatieNaam(van.organisatie), naar: organisatieNaam(naar.organisatie) },
    { label: 'Rol', van: van.rol, naar: naar.rol },
  ];
  return rows
    .filter((row) => row.van !== row.naar)
    .map((row) => ({ label: row.label, value: `${row.van} → ${row.naar}` }));
}
