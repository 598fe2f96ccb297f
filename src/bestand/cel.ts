import { parseStatus, STATUSSEN, type Status } from '../actie/actie.ts';
import { type NieuweTrekker, readTrekkers } from '../actie/trekker.ts';
import { plain } from '../actie/woord.ts';
import type { Agenda, AgendaActie, Thema } from './agenda.ts';
import { kort, type Rij } from './blad.ts';
import type { Veld } from './kolom.ts';

/** Says what is wrong in the cell of a field. */
export type Meld = (veld: Veld, zin: string) => void;

/** The thema that a row names by its number or, without one, by its name; a name that does not go with it is wrong. */
export function themaIn(
  { themanummer, thema, pijler }: Rij['cellen'],
  { themas }: Agenda,
  fout: Meld,
): Thema | undefined {
  if (themanummer === undefined) return undefined;
  const bestaan = themas.map(({ nummer, naam }) => `${nummer} ${naam}`).join(', ');
  const found = themas.find(({ nummer, naam }) =>
    themanummer === '' ? thema && plain(naam) === plain(thema) : nummer === Number(themanummer),
  );
  if (!found) {
    const what = themanummer === '' ? 'Er staat geen themanummer.' : `Thema ${themanummer} bestaat niet.`;
    fout('themanummer', `${what} Kies uit: ${kort(bestaan, 400)}.`);
    return undefined;
  }
  if (thema && plain(thema) !== plain(found.naam)) {
    fout(
      'thema',
      `Thema ${found.nummer} heet «${found.naam}», niet «${kort(thema)}». Maak het nummer en de naam gelijk.`,
    );
  }
  if (pijler && plain(pijler) !== plain(found.pijler)) {
    fout(
      'pijler',
      `Thema ${found.nummer} hoort bij de pijler «${found.pijler}», niet bij «${kort(pijler)}».`,
    );
  }
  return found;
}

export function statusIn(typed: string | undefined, fout: Meld): Status | undefined {
  if (typed === undefined) return undefined;
  const status = parseStatus(typed);
  const namen = Object.values(STATUSSEN).map(({ naam }) => naam);
  const what = typed === '' ? 'Er staat geen status.' : `«${kort(typed)}» is geen status.`;
  if (!status) fout('status', `${what} Kies uit: ${namen.join(', ')}.`);
  return status;
}

/** A status is reported, by somebody and with a reason; a file cannot do that. An empty cell says nothing. */
export function checkStatus({ nummer, status }: AgendaActie, typed: string | undefined, fout: Meld): void {
  const given = typed ? statusIn(typed, fout) : undefined;
  if (!given || given === status) return;
  const { naam } = STATUSSEN[given];
  fout(
    'status',
    `De status wijzig je niet hier, maar in de chat, bijvoorbeeld met «actie ${nummer} ${naam.toLowerCase()} …» en waarom. Zet hier weer «${STATUSSEN[status].naam}».`,
  );
}

export function leesTrekkers(typed: string, { woorden }: Agenda, fout: Meld): NieuweTrekker[] | undefined {
  const { trekkers, onbekend } = readTrekkers(typed, woorden);
  for (const { woord, lijktOp } of onbekend) {
    const meant = lijktOp.length > 0 ? ` Bedoel je ${lijktOp.map((naam) => `«${naam}»`).join(' of ')}?` : '';
    fout('trekkers', `Ik ken geen trekker «${kort(woord)}».${meant}`);
  }
  const leeg = trekkers.length === 0 && onbekend.length === 0;
  if (leeg) fout('trekkers', 'Er staat geen trekker. Weet je die nog niet? Zet er dan «nader te bepalen».');
  return leeg || onbekend.length > 0 ? undefined : trekkers;
}
