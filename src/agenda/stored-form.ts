import { createHash } from 'node:crypto';
import { z } from 'zod';
import { trekkersIn } from '../actie/stored-trekkers.ts';
import { plain } from '../actie/woord.ts';
import type { Tx } from '../db/database.ts';
import type { Aantekeningen, Getypt, Keuzes } from './actie-form.ts';
import { type Deel, NOG_TE_BEPALEN, VELDEN, VELDNAMEN, type Veld } from './velden.ts';

/** The fields of the form as they come back: always text. */
export const tekst = z.string().trim().default('');
export const getypt = z.object({
  titel: tekst,
  thema: tekst,
  trekkers: tekst,
  doelgroep: tekst,
  bereik: tekst,
  financiering: tekst,
});

/** What stood on the form when it opened, as fingerprints: by which is told what somebody changed. */
export const gezien = z.record(z.string(), z.string());
export type Gezien = z.output<typeof gezien>;

export const fingerprints = (of: Partial<Getypt>): Gezien =>
  Object.fromEntries(Object.entries(of).map(([veld, text]) => [veld, fingerprint(text)]));

/** Of what counts: a platform may trim, and writes line breaks its own way. */
const fingerprint = (text: string): string =>
  createHash('sha256').update(oneLine(text)).digest('base64url').slice(0, 8);

const oneLine = (text: string): string => text.trim().replace(/\s+/g, ' ');

/** What there is to choose from: every thema, and the bereiken that acties have or can have. */
export async function findKeuzes(tx: Tx): Promise<Keuzes> {
  const used = await tx.actie.groupBy({ by: ['bereik'], orderBy: { bereik: 'asc' } });
  const areas = await tx.organisatie.groupBy({ by: ['deelregio'], orderBy: { deelregio: 'asc' } });
  const possible = ['REGIONAAL', ...areas.flatMap(({ deelregio }) => deelregio?.toUpperCase() ?? [])];
  return {
    themas: await tx.thema.findMany({ select: { nummer: true, naam: true }, orderBy: { nummer: 'asc' } }),
    bereiken: [...new Set([...possible, ...used.map(({ bereik }) => bereik)])],
  };
}

/** What a form says, of the fields that somebody changed; or what is wrong with them. */
export async function readVelden(
  tx: Tx,
  form: Partial<Getypt>,
  seen: Gezien,
  keuzes: Keuzes,
): Promise<{ naar: Deel; errors: Aantekeningen }> {
  const naar: Deel = {};
  const errors: Aantekeningen = {};
  for (const veld of VELDNAMEN) {
    const text = oneLine(form[veld] ?? '');
    if (form[veld] === undefined || seen[veld] === fingerprint(text)) continue;
    const read = await readVeld(tx, veld, veld === 'trekkers' ? (form[veld] ?? '') : text, keuzes);
    if ('error' in read) errors[veld] = read.error;
    else Object.assign(naar, read);
  }
  return { naar, errors };
}

async function readVeld(tx: Tx, veld: Veld, text: string, keuzes: Keuzes): Promise<Deel | { error: string }> {
  const { maxLength } = VELDEN[veld];
  if (text.length > maxLength) return { error: `Hoogstens ${maxLength} tekens. Dit zijn er ${text.length}.` };
  switch (veld) {
    case 'titel':
      return plain(text) === '' ? { error: 'Vul een titel in.' } : { titel: text };
    case 'thema': {
      const known = keuzes.themas.find(({ nummer }) => String(nummer) === text);
      return known ? { thema: known.nummer } : { error: 'Kies een thema uit de lijst.' };
    }
    case 'trekkers':
      return readTrekkers(tx, text);
    case 'bereik':
      return keuzes.bereiken.includes(text) ? { bereik: text } : { error: 'Kies een bereik uit de lijst.' };
    case 'doelgroep':
    case 'financiering':
      return { [veld]: text || NOG_TE_BEPALEN };
  }
}

/** The names that words mean; nobody is `nader te bepalen`. */
export async function readTrekkers(
  tx: Tx,
  text: string,
): Promise<{ trekkers: string[] } | { error: string }> {
  const { trekkers, onbekend } = await trekkersIn(tx, text);
  const namen = [...new Set(trekkers.map(({ aanduiding }) => aanduiding))];
  if (onbekend.length === 0) return { trekkers: namen.length > 0 ? namen : [NOG_TE_BEPALEN] };
  const lines = onbekend.slice(0, 5).map(({ woord, lijktOp }) => {
    const like = lijktOp.length > 0 ? ` Bedoel je ${ofText(lijktOp)}?` : '';
    return `Ik ken «${woord.slice(0, 60)}» niet.${like}`;
  });
  return { error: lines.join(' ') };
}

const ofText = (namen: readonly string[]): string =>
  [namen.slice(0, -1).join(', '), ...namen.slice(-1)].filter((part) => part !== '').join(' of ');
