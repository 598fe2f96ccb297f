import type { Field, Form } from '../chat/form.ts';
import { statusText } from './actie.ts';
import { actieLine, updateText } from './actie-card.ts';
import { type Ingevuld, type Keuze, keuzesBij, MAX_TOELICHTING, NIETS, veldNaam } from './ronde.ts';
import type { StoredActie } from './stored-actie.ts';

/** The turn of one actie on the form, with what is filled in. */
export type Beurt = {
  actie: StoredActie;
  ingevuld: Ingevuld;
  /** Why it is not accepted, and at which of its fields. */
  bezwaar?: { bij: 'keuze' | 'toelichting'; zin: string } | undefined;
  /** Somebody else reported on it while the form was open. */
  intussen?: boolean;
};

/** `rest`: how many acties come after these. */
export type RondeState = {
  beurten: readonly Beurt[];
  rest: number;
  wacht: boolean;
  /** The message that asked for them. */
  bericht?: number | undefined;
};

/** All acties of somebody at once: for each a choice and a short toelichting. */
export function rondeForm({ beurten, rest, wacht, bericht }: RondeState): Form {
  const acties = beurten.map(({ actie }) => [actie.nummer, actie.updateId ?? 0]);
  const intussen = beurten.filter((beurt) => beurt.intussen);
  return {
    title: 'Mijn acties bijwerken',
    intro: introOf(beurten.length, intussen, rest),
    fields: beurten.flatMap((beurt) => fieldsOf(beurt)),
    submit: {
      label: intussen.length > 0 ? 'Toch opslaan' : 'Opslaan',
      command: 'ronde.opslaan',
      input: { acties, wacht, ...(bericht !== undefined && { bericht }) },
    },
  };
}

function introOf(count: number, intussen: readonly Beurt[], rest: number): string {
  const nummers = intussen.map(({ actie }) => `#${actie.nummer}`).join(', ');
  if (nummers !== '') {
    return `Een ander heeft intussen iets gemeld bij ${nummers}. Er is nog niets opgeslagen. Kijk of jouw melding daar nog klopt, of kies «Overslaan».`;
  }
  const more = rest > 0 ? ` Daarna nog ${rest}.` : '';
  const what = count === 1 ? 'Dit is je open actie.' : `Dit zijn ${count} van je open acties.`;
  return `${what} Wat je overslaat, blijft zoals het is.${more}`;
}

function fieldsOf({ actie, ingevuld, bezwaar, intussen }: Beurt): [Field, Field] {
  const { nummer, status } = actie;
  const at = (bij: 'keuze' | 'toelichting') => (bezwaar?.bij === bij ? { error: bezwaar.zin } : {});
  return [
    {
      kind: 'choice',
      name: veldNaam('keuze', nummer),
      label: actieLine(actie),
      hint: `${intussen ? 'Intussen gewijzigd' : 'Nu'}: ${standText(actie)}`,
      value: chosen(actie, ingevuld).keuze,
      options: keuzesBij(status).map((keuze) => ({ value: keuze, label: keuzeText(keuze, actie) })),
      ...at('keuze'),
    },
    {
      kind: 'text',
      name: veldNaam('toelichting', nummer),
      label: `Toelichting bij #${nummer}`,
      multiline: false,
      required: false,
      maxLength: MAX_TOELICHTING,
      value: ingevuld.toelichting,
      ...at('toelichting'),
    },
  ];
}

/** What was chosen, unless it cannot be chosen any more. */
const chosen = ({ status }: StoredActie, ingevuld: Ingevuld): Ingevuld =>
  keuzesBij(status).includes(ingevuld.keuze) ? ingevuld : NIETS;

function keuzeText(keuze: Keuze, { status }: StoredActie): string {
  if (keuze === 'overslaan') return 'Overslaan';
  if (keuze === 'ongewijzigd') return 'Ongewijzigd';
  return keuze === status ? `${statusText(keuze)} (blijft zo)` : statusText(keuze);
}

/** The longest last update that is shown whole, in characters. */
const SHOWN = 200;

function standText({ status, laatste }: StoredActie): string {
  if (!laatste) return statusText(status);
  const last = updateText(laatste);
  return `${statusText(status)}. ${last.length > SHOWN ? `${last.slice(0, SHOWN)}…` : last}`;
}
