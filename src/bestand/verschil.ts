import type { Status } from '../actie/actie.ts';
import type { NieuweTrekker } from '../actie/trekker.ts';
import { plain } from '../actie/woord.ts';
import type { Agenda, AgendaActie, Thema } from './agenda.ts';
import { type Fout, type Gelezen, net, type Rij } from './blad.ts';
import { checkStatus, leesTrekkers, type Meld, statusIn, themaIn } from './cel.ts';
import { celnaam, kopVan, type Veld } from './kolom.ts';

type Inhoud = Pick<AgendaActie, 'titel' | 'doelgroep' | 'bereik' | 'financiering' | 'bron'> & {
  themaId: number;
};

export type Nieuw = Inhoud & { nummer: number; status: Status; trekkers: NieuweTrekker[] };

export type Gewijzigd = Inhoud & {
  id: number;
  nummer: number;
  velden: { veld: string; van: string; naar: string }[];
  /** Absent: who carries it stays as it is. */
  trekkers?: { weg: string[]; erbij: NieuweTrekker[] };
};

/** What would change in the doe-agenda. `ontbreekt`: acties that the file does not name; they stay as they are. */
export type Verschil = {
  nieuw: Nieuw[];
  gewijzigd: Gewijzigd[];
  ongewijzigd: number;
  ontbreekt: number;
  fouten: Fout[];
};

/** Texts that a file may change as they stand. */
const TEKSTEN = [
  ['actie', 'titel'],
  ['doelgroep', 'doelgroep'],
  ['bereik', 'bereik'],
  ['financiering', 'financiering'],
  ['bron', 'bron'],
] as const;

/** Compares a file with the doe-agenda, actie by actie. Whatever is the same as it was is never wrong. */
export function vergelijk(gelezen: Gelezen, agenda: Agenda): Verschil {
  const compare = vergelijker(gelezen, agenda);
  const uitkomsten = gelezen.rijen.map(compare);
  const genoemd = new Set(uitkomsten.map(({ nummer }) => nummer));
  return {
    nieuw: uitkomsten.flatMap(({ nieuw }) => nieuw ?? []),
    gewijzigd: uitkomsten.flatMap(({ gewijzigd }) => gewijzigd ?? []),
    ongewijzigd: uitkomsten.filter((een) => een.fouten.length === 0 && !een.nieuw && !een.gewijzigd).length,
    ontbreekt: agenda.acties.filter(({ nummer, opgegaanIn }) => opgegaanIn === null && !genoemd.has(nummer))
      .length,
    fouten: [...gelezen.fouten, ...uitkomsten.flatMap(({ fouten }) => fouten)].sort(opRij),
  };
}

const rijVan = ({ cel }: Fout): number => Number(/\d+/.exec(cel)?.[0] ?? 0);
const opRij = (a: Fout, b: Fout): number => rijVan(a) - rijVan(b);

type Uitkomst = { nummer: number | undefined; fouten: Fout[]; nieuw?: Nieuw; gewijzigd?: Gewijzigd };

/** Compares one row after the other; a new actie takes the next number that was never used. */
function vergelijker({ kolommen, rijen }: Gelezen, agenda: Agenda) {
  const acties = new Map(agenda.acties.map((actie) => [actie.nummer, actie]));
  const titels = new Map(agenda.acties.map(({ titel, nummer }) => [plain(titel), `#${nummer}`]));
  const gezien = new Map<number, number>();
  const given = rijen.map(({ cellen }) => Number(cellen.nummer || 0));
  const hoogste = Math.max(0, ...agenda.acties.map(({ nummer }) => nummer));
  let volgende = (hoogste || Math.max(0, ...given)) + 1;
  return (rij: Rij): Uitkomst => {
    const fouten: Fout[] = [];
    const fout = (veld: Veld, zin: string) =>
      void fouten.push({ cel: celnaam(kolommen[veld] ?? 0, rij.rij), zin });
    const { nummer: typed } = rij.cellen;
    // What stands for the number was no number; that is said already.
    if (typed === undefined) return { nummer: undefined, fouten };
    const nummer = typed === '' ? undefined : Number(typed);
    const eerder = nummer === undefined ? undefined : gezien.get(nummer);
    if (nummer !== undefined && eerder !== undefined) {
      fout('nummer', `Nummer ${nummer} staat ook in rij ${eerder}. Elk nummer mag één keer voorkomen.`);
      return { nummer, fouten };
    }
    if (nummer !== undefined) gezien.set(nummer, rij.rij);
    const actie = nummer === undefined ? undefined : acties.get(nummer);
    if (actie) return { nummer, fouten, ...wijziging(actie, rij, agenda, fout) };
    if (nummer !== undefined && hoogste > 0) {
      fout(
        'nummer',
        `Actie #${nummer} bestaat niet; het hoogste nummer is ${hoogste}. Laat het nummer leeg voor een nieuwe actie.`,
      );
      return { nummer, fouten };
    }
    const inhoud = nieuweInhoud(rij, agenda, fout);
    const zelfde = inhoud && titels.get(plain(inhoud.titel));
    if (zelfde) {
      const meant = zelfde.startsWith('#') ? `Bedoel je die, zet dan ${zelfde.slice(1)} bij «Nummer».` : '';
      fout('actie', `Een actie met deze titel is er al: ${zelfde}. ${meant}`.trim());
    }
    if (inhoud) titels.set(plain(inhoud.titel), `rij ${rij.rij}`);
    if (!inhoud || fouten.length > 0) return { nummer, fouten };
    const vrij = nummer ?? volgende++;
    return { nummer: vrij, fouten, nieuw: { nummer: vrij, ...inhoud } };
  };
}

function wijziging(
  actie: AgendaActie,
  { cellen }: Rij,
  agenda: Agenda,
  fout: Meld,
): { gewijzigd?: Gewijzigd } {
  const thema = themaIn(cellen, agenda, fout) ?? actie.thema;
  const { id, nummer, titel, doelgroep, bereik, financiering, bron } = actie;
  const inhoud = { titel, doelgroep, bereik, financiering, bron, themaId: thema.id };
  const velden: Gewijzigd['velden'] = [];
  if (thema.id !== actie.thema.id) {
    const naam = ({ nummer: eigen, naam }: Thema) => `${eigen} ${naam}`;
    velden.push({ veld: 'Thema', van: naam(actie.thema), naar: naam(thema) });
  }
  for (const [veld, eigen] of TEKSTEN) {
    const cel = cellen[veld];
    if (cel === undefined || cel === net(actie[eigen])) continue;
    velden.push({ veld: kopVan(veld), van: actie[eigen], naar: cel });
    inhoud[eigen] = cel;
  }
  if (inhoud.titel === '') fout('actie', `Actie #${nummer} heeft geen titel. Vul in wat de actie is.`);
  checkStatus(actie, cellen.status, fout);
  const trekkers = andereTrekkers(actie, cellen.trekkers, agenda, fout);
  if (trekkers)
    velden.push({ veld: 'Trekkers', van: actie.trekkers.join(' | '), naar: trekkers.naar.join(' | ') });
  if (velden.length === 0) return {};
  if (actie.opgegaanIn !== null) {
    const zin = `Actie #${nummer} is samengevoegd met #${actie.opgegaanIn} en verandert niet meer. Haal deze rij weg.`;
    fout('nummer', zin);
    return {};
  }
  const who = trekkers && { trekkers: { weg: trekkers.weg, erbij: trekkers.erbij } };
  return { gewijzigd: { id, nummer, ...inhoud, velden, ...who } };
}

function nieuweInhoud({ cellen }: Rij, agenda: Agenda, fout: Meld): Omit<Nieuw, 'nummer'> | undefined {
  const { actie: titel, doelgroep = '', bereik = '', financiering = '', bron = '' } = cellen;
  if (titel === '') fout('actie', 'Deze actie heeft geen titel. Vul in wat de actie is.');
  const thema = themaIn(cellen, agenda, fout);
  const status = statusIn(cellen.status, fout);
  const trekkers = leesTrekkers(cellen.trekkers ?? '', agenda, fout);
  if (!titel || !thema || !status || !trekkers) return undefined;
  return { titel, themaId: thema.id, doelgroep, bereik, financiering, bron, status, trekkers };
}

/** Who carries an actie is replaced as a whole; who stays keeps what is known of them. */
function andereTrekkers(
  { trekkers: nu }: AgendaActie,
  typed: string | undefined,
  agenda: Agenda,
  fout: Meld,
) {
  if (typed === undefined || zelfdeWoorden(typed.split('|'), nu)) return undefined;
  const trekkers = leesTrekkers(typed, agenda, fout);
  if (!trekkers) return undefined;
  const naar = [...new Set(trekkers.map(({ aanduiding }) => aanduiding))];
  if (zelfdeWoorden(naar, nu)) return undefined;
  return {
    naar,
    weg: nu.filter((aanduiding) => !naar.includes(aanduiding)),
    erbij: trekkers.filter(({ aanduiding }) => !nu.includes(aanduiding)),
  };
}

const zelfdeWoorden = (a: readonly string[], b: readonly string[]): boolean => {
  const [left, right] = [a, b].map((words) =>
    [...new Set(words.map(net).filter((word) => word !== ''))].sort(),
  );
  return JSON.stringify(left) === JSON.stringify(right);
};
