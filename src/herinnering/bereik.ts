import type { Onbereikbaar } from '../chat/platform.ts';
import { type Aanloop, STAPPEN, type Stapplan } from './aanloop.ts';

/** Why a message could not reach somebody, as far as is known before one is sent. */
export type Bereik = Onbereikbaar | 'niet_gevonden';

type Uitleg = { reden: string; doen: string };

const UITLEG: Record<Bereik, Uitleg> = {
  niet_gevonden: {
    reden: 'Staat niet op Slack of Teams met dit e-mailadres, of heeft Doebot daar nog niet begroet.',
    doen: 'Klopt het adres? Vraag anders om Doebot één keer een bericht te sturen.',
  },
  gesloten: {
    reden: 'Het account is gesloten of bestaat niet meer.',
    doen: 'Is deze persoon vertrokken? Typ dan «persoon» met het adres om dat te melden.',
  },
  gast: {
    reden: 'Is daar te gast vanuit een andere organisatie; Doebot mag gasten niet schrijven.',
    doen: 'Vraag de beheerder om een gewoon account, of bel zelf.',
  },
  bot_ontbreekt: {
    reden: 'Doebot is bij deze persoon niet geïnstalleerd, of is geblokkeerd.',
    doen: 'Vraag de beheerder om Doebot voor iedereen te installeren, of vraag om Doebot toe te voegen.',
  },
};

/** Of a code that the record holds. */
export const uitlegVan = (bereik: string): Uitleg => UITLEG[bereik as Bereik] ?? UITLEG.niet_gevonden;

type Dag = Pick<Stapplan, 'werkdagen' | 'tijd'>;

/** The first step that reaches others than the secretaris; undefined: there is none. */
export function aanvangVan(aanloop: Aanloop): Dag | undefined {
  const plans = STAPPEN.map((stap) => aanloop[stap]);
  return eersteVan(plans.filter(({ actief, aan }) => actief && aan !== 'secretaris'));
}

/** How many working days before the uitvraag is said who cannot be reached; and before any other step, at least. */
const VOORAF = { uitvraag: 5, stap: 1 };

/** When is said who cannot be reached: before anybody is written to. Undefined: nobody is. */
export function bereikVooraf(aanloop: Aanloop): Dag | undefined {
  const { uitvraag } = aanloop;
  const aanvang = aanvangVan(aanloop);
  return eersteVan([
    ...(aanvang ? [vooraf(aanvang, VOORAF.stap)] : []),
    ...(uitvraag.actief ? [vooraf(uitvraag, VOORAF.uitvraag)] : []),
  ]);
}

/**
 * How many working days before that is begun to look. More than a secretaris can hear of it sooner, who wants to be
 * written to on one day of the week only.
 */
const OPZOEKEN = 5;

/** When is begun to look who can be reached. */
export function opzoekenVanaf(aanloop: Aanloop): Dag | undefined {
  const bereik = bereikVooraf(aanloop);
  return bereik && vooraf(bereik, OPZOEKEN);
}

/** Before the vergadering, also where the step comes after it. */
const vooraf = ({ werkdagen, tijd }: Dag, dagen: number): Dag => {
  return { werkdagen: Math.min(werkdagen, 0) - dagen, tijd };
};

const eersteVan = (dagen: readonly Dag[]): Dag | undefined =>
  dagen.toSorted((a, b) => a.werkdagen - b.werkdagen || a.tijd.localeCompare(b.tijd))[0];
