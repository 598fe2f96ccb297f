import type { Werkend } from './persoon.ts';
import { magBij } from './rechten.ts';

/** An actie that somebody carries, by one row of its trekkers. */
export type Gedragen = {
  trekkerId: number;
  nummer: number;
  titel: string;
  organisatie: { id: number; naam: string };
  /** Named for it; otherwise it is their work because of their rol at the organisatie. */
  genoemd: boolean;
  /** Whose work it is as well, by their rol at the organisatie. */
  anderen: number[];
};

export type Gehouden = {
  bezettingId: number;
  zetelId: number;
  rol: string;
  overleg: string;
  organisatie: { id: number; naam: string };
  van: Date;
  tot: Date | null;
};

/** What somebody has in hand. */
export type Werk = {
  acties: Gedragen[];
  zetels: Gehouden[];
  /** Planned messages about a vergadering. */
  herinneringen: number;
  /** The organisaties that they answer for. */
  contactVan: { id: number; naam: string }[];
  /** Waiting messages about anything else. */
  berichten: { id: number; soort: string; inhoud: string /** The actie it asks about. */; nummer?: number }[];
};

/** What goes to somebody else, and what stays, with the reason. */
export type Overdracht = Werk & { blijft: { wat: string; waarom: string }[] };

/**
 * What of somebody's work can go to `naar`. An actie or zetel belongs to an organisatie: it goes to who works there and
 * may report. An actie that is the work of others too stays with them. A question about an actie goes with the actie.
 * `hoort`: `naar` hears of failures.
 */
export function overdrachtVan(werk: Werk, naar: Werkend & { naam: string }, hoort: boolean): Overdracht {
  const blijft: Overdracht['blijft'] = [];
  const kan = (organisatie: { id: number; naam: string }, wat: string) => {
    const works = magBij(naar, organisatie.id, 'eigen acties melden');
    const reads = magBij(naar, organisatie.id, 'lezen');
    const waarom = reads
      ? `${naar.naam} is lezer bij ${organisatie.naam}`
      : `${naar.naam} werkt niet bij ${organisatie.naam}`;
    if (!works) blijft.push({ wat, waarom });
    return works;
  };
  const acties = werk.acties.filter((actie) => {
    const wat = `#${actie.nummer}`;
    if (!kan(actie.organisatie, wat)) return false;
    const shared = !actie.genoemd && actie.anderen.some((id) => id !== naar.id);
    if (shared) blijft.push({ wat, waarom: `is ook van anderen bij ${actie.organisatie.naam}` });
    return !shared;
  });
  const zetels = werk.zetels.filter((zetel) => kan(zetel.organisatie, zetelText(zetel)));
  const contactVan = werk.contactVan.filter((plaats) => kan(plaats, `contact van ${plaats.naam}`));
  const nummers = acties.map(({ nummer }) => nummer);
  const berichten = werk.berichten.filter(({ soort, nummer }) => {
    return nummer === undefined ? soort !== 'niet-bezorgd' || hoort : nummers.includes(nummer);
  });
  return { acties, zetels, contactVan, berichten, herinneringen: werk.herinneringen, blijft };
}

export const isLeeg = ({
  acties,
  zetels,
  contactVan,
  berichten,
}: Pick<Werk, 'acties' | 'zetels' | 'contactVan' | 'berichten'>): boolean =>
  acties.length + zetels.length + contactVan.length + berichten.length === 0;

export const zetelText = ({ rol, overleg }: Gehouden): string => `${rol} in ${overleg}`;

/** "#4, #11": each once, in order. */
export const nummersText = (acties: readonly { nummer: number }[]): string =>
  [...new Set(acties.map(({ nummer }) => nummer))]
    .sort((a, b) => a - b)
    .map((nummer) => `#${nummer}`)
    .join(', ');
