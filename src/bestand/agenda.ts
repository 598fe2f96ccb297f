import type { Status } from '../actie/actie.ts';
import type { Trekkerwoorden } from '../actie/trekker.ts';

export type Thema = { id: number; nummer: number; naam: string; pijler: string };

/** An actie as a file has it. `trekkers`: the words of the doe-agenda, each once. */
export type AgendaActie = {
  id: number;
  nummer: number;
  titel: string;
  thema: Thema;
  doelgroep: string;
  bereik: string;
  financiering: string;
  bron: string;
  status: Status;
  trekkers: string[];
  /** The number of the actie that it was merged into: it does not change any more. */
  opgegaanIn: number | null;
};

/** What a file is compared with. */
export type Agenda = { acties: AgendaActie[]; themas: Thema[]; woorden: Trekkerwoorden };
