import { datumText } from '../kalender/maand.ts';
import type { Status } from './actie.ts';

/** How an actie stands, as reported. Empty text or null: nothing is said of it. */
export type Melding = {
  status: Status;
  toelichting: string;
  volgendeStap: string;
  /** When it is expected to be done, a day in the Netherlands. */
  verwachtOp: Temporal.PlainDate | null;
  /** A knelpunt or a besluit that is asked for: to be discussed in the overleg. */
  knelpunt: string;
  /** A link, with https:// or http://. */
  document: string;
};

type Row = Omit<Melding, 'status' | 'verwachtOp'> & { verwachtOp: Date | null };

/** What an update says, as it is kept. A day is kept as midnight UTC. */
export function meldingOf(status: Status, row: Row | null): Melding {
  return {
    status,
    toelichting: row?.toelichting ?? '',
    volgendeStap: row?.volgendeStap ?? '',
    verwachtOp: row?.verwachtOp ? Temporal.PlainDate.from(row.verwachtOp.toISOString().slice(0, 10)) : null,
    knelpunt: row?.knelpunt ?? '',
    document: row?.document ?? '',
  };
}

type Standing = { status: Status; laatste: Row | null };

/** How an actie stands now: each update says it whole. */
export const meldingNow = (actie: Standing): Melding => meldingOf(actie.status, actie.laatste);

/** A status and a toelichting, where the rest stays as it is; the same status without a word is what was said already. */
export function inOneLine(actie: Standing, status: Status | undefined, toelichting: string): Melding {
  const now = meldingNow(actie);
  const same = (status ?? now.status) === now.status && toelichting === '';
  return same ? now : { ...now, status: status ?? now.status, toelichting };
}

/** A field as text: two meldingen say the same of it when the texts are the same. */
export function veldText(melding: Melding, veld: keyof Melding): string {
  const value = melding[veld];
  if (value === null) return '';
  return typeof value === 'string' ? value : datumText(value);
}

const VELDEN = ['status', 'toelichting', 'volgendeStap', 'verwachtOp', 'knelpunt', 'document'] as const;

export const saysTheSame = (a: Melding, b: Melding): boolean =>
  VELDEN.every((veld) => veldText(a, veld) === veldText(b, veld));

/**
 * Somebody else reported while a form was open: what each of them changed since `basis`, together. Where both changed
 * the same field, `mine` stays and the field is named in `botsingen`.
 */
export function merge(
  basis: Melding,
  mine: Melding,
  theirs: Melding,
): { melding: Melding; botsingen: (keyof Melding)[] } {
  const kept = VELDEN.filter((veld) => veldText(mine, veld) !== veldText(basis, veld));
  const botsingen = kept.filter(
    (veld) =>
      veldText(theirs, veld) !== veldText(basis, veld) && veldText(theirs, veld) !== veldText(mine, veld),
  );
  const own = Object.fromEntries(kept.map((veld) => [veld, mine[veld]]));
  return { melding: { ...theirs, ...own }, botsingen };
}
