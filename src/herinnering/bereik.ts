import type { Onbereikbaar } from '../chat/platform.ts';

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

/** How many working days before the uitvraag is begun to look who can be reached. */
export const BEREIK_VANAF = 8;
