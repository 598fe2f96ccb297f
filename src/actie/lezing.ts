import type { Status } from './actie.ts';

/** One thing that a list of acties is narrowed by. */
export type Filter =
  | { soort: 'thema'; nummer: number; naam: string | undefined }
  | { soort: 'pijler'; naam: string }
  | { soort: 'status'; status: Status }
  | { soort: 'bereik'; woord: string; exact: boolean }
  | { soort: 'trekker'; id: number; naam: string }
  /** A word of the doe-agenda for several organisaties, or for who is not known one by one. */
  | { soort: 'groep'; naam: string }
  | { soort: 'nummers'; nummers: number[] }
  /** Not ended. */
  | { soort: 'open' }
  | { soort: 'doelgroep'; woorden: string }
  | { soort: 'financiering'; woorden: string }
  | { soort: 'mijn' }
  | { soort: 'zonder_update' }
  | { soort: 'zonder_trekker' }
  /** Carried, but nobody can answer for it. */
  | { soort: 'zonder_contact' }
  | { soort: 'gewijzigd'; sinds: string }
  | { soort: 'woorden'; woorden: string };

/** A filter as it was said: perhaps turned round, "niet van UWV". */
export type Said = Filter & { niet?: true };

/** What the words of a regio can name. */
export type Vocabulary = {
  themas: { nummer: number; naam: string }[];
  pijlers: string[];
  organisaties: { id: number; code: string; naam: string; deelregio: string | null }[];
  /** Words for who carries an actie that are no organisatie: with the names of its leden and of the groups that are all within it. */
  groepen: { naam: string; leden: string[]; binnen: string[] }[];
  bereiken: string[];
  /** Words of titels: they are no mistakes. */
  titels: string[];
  doelgroepen: string[];
  financieringen: string[];
  synoniemen: { woord: string; betekenis: string }[];
};

/**
 * How a text was understood. `rest`: words to search for. `onbegrepen`: words that say something of which nothing was made; `begrepen`:
 * the text without them. `anders`: what a word could mean as well, each as a text to filter by.
 */
export type Reading = {
  filters: Said[];
  rest: string;
  onbegrepen: string[];
  begrepen: string;
  anders: { label: string; filter: string }[];
};
