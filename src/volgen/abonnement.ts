/** What can be followed: every change of one actie, or of all acties that belong to it. */
export type Onderwerp =
  | { soort: 'alles' }
  | { soort: 'actie'; id: number; nummer: number; titel: string }
  | { soort: 'thema'; id: number; nummer: number; naam: string }
  | { soort: 'pijler'; id: number; naam: string }
  /** The acties that this organisatie carries. */
  | { soort: 'organisatie'; id: number; naam: string };

/** "thema 4 (Naam)": as one says it after "je volgt". */
export function onderwerpText(onderwerp: Onderwerp): string {
  switch (onderwerp.soort) {
    case 'alles':
      return 'alle acties';
    case 'actie':
      return `actie #${onderwerp.nummer} ${onderwerp.titel}`;
    case 'thema':
      return `thema ${onderwerp.nummer} (${onderwerp.naam})`;
    case 'pijler':
      return `pijler ${onderwerp.naam}`;
    case 'organisatie':
      return `de acties van ${onderwerp.naam}`;
  }
}

/** What is kept of it. */
export function keyOf(onderwerp: Onderwerp) {
  const id = (soort: Onderwerp['soort']) =>
    onderwerp.soort === soort && 'id' in onderwerp ? onderwerp.id : null;
  return {
    soort: onderwerp.soort,
    actieId: id('actie'),
    themaId: id('thema'),
    pijlerId: id('pijler'),
    organisatieId: id('organisatie'),
  };
}

/** Who follows: a persoon or a kanaal. */
export type Volger = { persoonId: number } | { kanaalId: number };
