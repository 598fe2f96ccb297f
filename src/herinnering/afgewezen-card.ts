import { actieLine, standVan } from '../actie/actie-card.ts';
import { PAGINA } from '../actie/pagina.ts';
import type { Button, Card, Element } from '../chat/card.ts';
import type { Field, Form } from '../chat/form.ts';
import type { AskedActie } from '../overleg/stored-vergadering.ts';

const MAX_WIE = 300;

/** Which actie is not theirs, and whose it is then. `acties`: those that are open in the message. */
export function afwijsForm(bericht: number, acties: readonly AskedActie[]): Form {
  const [only, ...more] = acties;
  const which: Field = {
    kind: 'choice',
    name: 'nummer',
    label: 'Welke actie?',
    options: acties.map((actie) => ({ value: String(actie.nummer), label: actieLine(actie) })),
  };
  const one = only && more.length === 0;
  return {
    title: 'Niet van mij',
    intro: `${one ? `${actieLine(only)}\n` : ''}Je krijgt hierover geen vragen meer. De secretaris hoort het en zoekt wie het wel is.`,
    fields: [
      ...(one ? [] : [which]),
      {
        kind: 'text',
        name: 'wie',
        label: 'Van wie wel?',
        hint: 'Mag leeg blijven. Een naam of organisatie helpt.',
        multiline: false,
        required: false,
        maxLength: MAX_WIE,
      },
    ],
    submit: {
      label: 'Niet van mij',
      command: 'herinnering.afwijzen',
      input: { bericht, ...(one && { nummer: String(only.nummer) }) },
    },
  };
}

type Titled = { nummer: number; titel: string };

const tochWelButton = (input: Button['input']): Button => {
  return { label: 'Toch wel', command: 'herinnering.toch_wel', input };
};

/** For who said it: what happens now, and the way back. `voor`: whose it is not, where that is somebody else. */
export function afgewezenCard(
  actie: Titled,
  { personen, voor }: { personen: readonly number[]; voor: string | undefined },
  now: Temporal.Instant,
): Card {
  const who = voor === undefined ? 'Je krijgt' : `${voor} krijgt`;
  return {
    elements: [
      { kind: 'text', text: `Genoteerd: niet van ${voor ?? 'jou'}. ${actieLine(actie)}` },
      { kind: 'text', text: `${who} hierover geen vragen meer. De secretaris hoort het.` },
      { kind: 'note', text: standVan(now) },
      { kind: 'buttons', buttons: [tochWelButton({ nummer: actie.nummer, personen: [...personen] })] },
    ],
  };
}

/** The way back was taken. */
export function weerGevraagdCard(actie: Titled, namen: readonly string[], now: Temporal.Instant): Card {
  return {
    elements: [
      { kind: 'text', text: `${namen.join(', ')} wordt weer gevraagd bij ${actieLine(actie)}` },
      { kind: 'note', text: standVan(now) },
    ],
  };
}

/** One thing that somebody said: `door` said it, of `persoon`. */
export type Afwijzing = {
  actie: Titled;
  persoon: { id: number; naam: string };
  door: { id: number; naam: string };
  tekst: string;
  /** It still stands. */
  geldt: boolean;
  /** Who is the contact by now, none of those who said it. */
  contact: readonly string[];
};

/** For the secretaris: who said which actie is not theirs, and what can be done about it. */
export function afwijzingenCard(
  bericht: number,
  afwijzingen: readonly Afwijzing[],
  now: Temporal.Instant,
): Card {
  const shown = afwijzingen.slice(0, PAGINA);
  const rest = afwijzingen.length - shown.length;
  return {
    elements: [
      { kind: 'heading', text: 'Niet van mij' },
      ...shown.map((one) => itemOf(bericht, one)),
      ...(rest > 0 ? [{ kind: 'note' as const, text: `… en nog ${rest}` }] : []),
      { kind: 'note', text: standVan(now) },
    ],
  };
}

function itemOf(bericht: number, { actie, persoon, door, tekst, geldt, contact }: Afwijzing): Element {
  const { nummer } = actie;
  const who = door.id === persoon.id ? `${door.naam} zegt` : `${door.naam} zegt, voor ${persoon.naam}`;
  const said = `${who}: niet van mij.${tekst === '' ? '' : ` Wel van: «${tekst}»`}`;
  if (!geldt)
    return { kind: 'item', text: actieLine(actie), note: `${said}\n✔ ${persoon.naam} wordt weer gevraagd.` };
  if (contact.length > 0)
    return { kind: 'item', text: actieLine(actie), note: `${said}\n✔ Contact is nu ${contact.join(', ')}.` };
  return {
    kind: 'item',
    text: actieLine(actie),
    note: said,
    buttons: [
      { label: 'Ander contact', command: 'actie.contact.formulier', input: { nummer }, opens: 'form' },
      tochWelButton({ nummer, personen: [persoon.id], bericht }),
    ],
  };
}
