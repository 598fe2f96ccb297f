import { type Aanloop, isErna, type Stap, VRAAGSTAPPEN } from './aanloop.ts';
import { KAN_ERNA, STANDAARD } from './standaard.ts';
import { werkdagenText } from './stap.ts';

/** The one is on an earlier day than the other; `zelfde`: or on the same day. */
type Regel = { eerst: Stap; dan: Stap; zelfde?: boolean };

const REGELS: readonly Regel[] = [
  { eerst: 'uitvraag', dan: 'herinnering' },
  { eerst: 'uitvraag', dan: 'aanlevertermijn' },
  { eerst: 'uitvraag', dan: 'coulance' },
  { eerst: 'uitvraag', dan: 'escalatie' },
  { eerst: 'herinnering', dan: 'aanlevertermijn' },
  { eerst: 'herinnering', dan: 'coulance' },
  { eerst: 'herinnering', dan: 'escalatie' },
  { eerst: 'aanlevertermijn', dan: 'coulance' },
  { eerst: 'aanlevertermijn', dan: 'escalatie' },
  { eerst: 'coulance', dan: 'escalatie' },
  { eerst: 'aanlevertermijn', dan: 'stukken', zelfde: true },
  { eerst: 'agendacommissie', dan: 'stukken' },
  { eerst: 'aankondiging', dan: 'dag_ervoor' },
];

const naamVan = (stap: Stap): string => `«${STANDAARD[stap].naam.toLowerCase()}»`;

/**
 * What makes no sense in a run-up in which `stap` was changed, with what to do about it; undefined: it is fine.
 * `begin`: the earliest time of day, "HH:MM", at which a vergadering to come begins.
 */
export function fouteVolgorde(aanloop: Aanloop, stap: Stap, begin: string | undefined): string | undefined {
  const stand = fouteStand(aanloop, stap);
  return stand ? eerstText(stand) : fouteDag(aanloop, stap, begin);
}

/** What goes wrong, and the step that has to be switched before; `aan`: on. */
export type FouteStand = { waarom: string; eerst: Stap; aan: boolean };

const eerstText = ({ waarom, eerst, aan }: FouteStand): string =>
  `${waarom} Zet eerst de ${STANDAARD[eerst].naam.toLowerCase()} ${aan ? 'aan' : 'uit'}.`;

/** The same for one vergadering, of which a step is taken out or put back. */
export function eerstHierText({ waarom, eerst, aan }: FouteStand, code: string): string {
  const naam = STANDAARD[eerst].naam.toLowerCase();
  const typ = `«overleg ${code} herinneringen sla ${naam} ${aan ? 'niet over' : 'over'}»`;
  return `${waarom} ${aan ? `Zet eerst de ${naam} weer aan` : `Sla eerst de ${naam} over`}, met ${typ}.`;
}

/** What makes no sense of what is on and off together, once `stap` was switched. */
export function fouteStand(aanloop: Aanloop, stap: Stap): FouteStand | undefined {
  const { aanlevertermijn, coulance, escalatie } = aanloop;
  if (coulance.actief && !aanlevertermijn.actief) {
    return stap === 'coulance'
      ? {
          waarom: 'Coulance is uitstel op de aanlevertermijn, en die staat uit.',
          eerst: 'aanlevertermijn',
          aan: true,
        }
      : { waarom: 'Zonder aanlevertermijn is er geen coulance.', eerst: 'coulance', aan: false };
  }
  if (escalatie.actief && VRAAGSTAPPEN.every((one) => !aanloop[one].actief)) {
    return stap === 'escalatie'
      ? { waarom: 'Er staat geen enkele vraag aan de trekkers aan.', eerst: 'uitvraag', aan: true }
      : {
          waarom: 'Dan wordt er geëscaleerd zonder dat er iets is gevraagd.',
          eerst: 'escalatie',
          aan: false,
        };
  }
  return undefined;
}

function fouteDag(aanloop: Aanloop, stap: Stap, begin: string | undefined): string | undefined {
  const { werkdagen, tijd, actief } = aanloop[stap];
  if (!actief) return undefined;
  if (werkdagen > 0 && !KAN_ERNA.includes(stap)) {
    return `De aanloop is er vóór de vergadering: ${naamVan(stap)} heeft daarna geen zin meer. Kies een aantal werkdagen ervoor. Voor daarna is er ${naamVan('na_afloop')}.`;
  }
  if (stap === 'na_afloop' && werkdagen <= 0) {
    return `${naamVan(stap)} komt na de vergadering. Kies 1 of meer werkdagen erna.`;
  }
  if (werkdagen === 0 && begin !== undefined && tijd >= begin)
    return `De vergadering begint om ${begin} uur. Kies een eerdere tijd, of 1 werkdag ervoor.`;
  const broken = REGELS.find((regel) => breekt(regel, aanloop, stap));
  return broken && uitleg(broken, aanloop, stap);
}

function breekt({ eerst, dan, zelfde = false }: Regel, aanloop: Aanloop, stap: Stap): boolean {
  if (stap !== eerst && stap !== dan) return false;
  if (!aanloop[eerst].actief || !aanloop[dan].actief) return false;
  // What comes after the vergadering has no order with what comes before it.
  if (isErna(aanloop[eerst])) return false;
  const space = aanloop[dan].werkdagen - aanloop[eerst].werkdagen;
  return zelfde ? space < 0 : space <= 0;
}

function uitleg({ eerst, dan, zelfde = false }: Regel, aanloop: Aanloop, stap: Stap): string {
  const margin = zelfde ? 0 : 1;
  const other = stap === eerst ? dan : eerst;
  const there = `${naamVan(other)} (${werkdagenText(aanloop[other].werkdagen)})`;
  const least = -aanloop[dan].werkdagen + margin;
  const most = -aanloop[eerst].werkdagen - margin;
  const choose =
    stap === eerst
      ? `Kies minstens ${least} werkdagen ervoor`
      : most >= 0
        ? `Kies hoogstens ${most} werkdagen ervoor`
        : `Daar is geen dag meer voor`;
  const must = stap === eerst ? (zelfde ? 'niet na' : 'vóór') : zelfde ? 'niet vóór' : 'na';
  return `${naamVan(stap)} moet ${must} ${there} komen. ${choose}, of verzet eerst ${naamVan(other)}.`;
}
