import type { Tx } from '../db/database.ts';
import type { Card, Element } from './card.ts';
import type { Request } from './platform.ts';

const card = (...elements: Element[]): Card => ({ elements });

/** From here on it is a pity to type it again. */
const WORTH_KEEPING = 40;

/** A rule said no; a longer text is given back, because not every platform keeps it in sight. */
export function refusalCard(text: string, typed: string): Card {
  const kept =
    typed.length < WORTH_KEEPING ? [] : [{ kind: 'note' as const, text: `Dit schreef je: ${typed}` }];
  return card({ kind: 'text', text }, ...kept);
}

/** Something broke; `typed` is given back, so that nobody has to type it again. */
export function errorCard(reference: string, typed: string): Card {
  return card(
    { kind: 'heading', text: 'Er ging iets mis' },
    { kind: 'text', text: 'Er is niets opgeslagen. Probeer het over een paar minuten opnieuw.' },
    ...(typed ? [{ kind: 'text' as const, text: `Dit schreef je:\n${typed}` }] : []),
    { kind: 'note', text: `Blijft het misgaan? Geef dan kenmerk ${reference} door aan de beheerder.` },
  );
}

/** A button or form of an earlier version of Doebot; what was filled in is given back. */
export function expiredCard(typed: string): Card {
  return card(
    {
      kind: 'text',
      text: 'Deze knop hoort bij een ouder bericht en werkt niet meer. Vraag het opnieuw, bijvoorbeeld met «actie 12» of «help».',
    },
    ...(typed ? [{ kind: 'text' as const, text: `Dit schreef je:\n${typed}` }] : []),
  );
}

export function notUnderstoodCard(typed: string): Card {
  const shown = typed.length > 200 ? `${typed.slice(0, 200)}…` : typed;
  const words = typed.slice(0, 60).replace(/[?!.]+$/, '');
  return card(
    { kind: 'text', text: shown ? `Dit begrijp ik nog niet: «${shown}»` : 'Ik zag geen tekst.' },
    {
      kind: 'note',
      text: 'Vraag bijvoorbeeld: «actie 12», «acties thema 4», «actie detachering» of «overleg».',
    },
    {
      kind: 'buttons',
      buttons: [
        ...(words ? [{ label: 'Zoek deze woorden', command: 'actie.zoek', input: { woorden: words } }] : []),
        { label: 'Wat kan ik vragen?', command: 'help', input: {} },
      ],
    },
  );
}

/** The button was pressed before. The card may be lost, if Doebot stopped just then. */
export function sharedBeforeCard(): Card {
  return card({
    kind: 'text',
    text: 'Dit antwoord is al gedeeld in dit kanaal. Zie je het niet? Stel je vraag dan opnieuw en deel het nieuwe antwoord.',
  });
}

/** The platform did not take what was to be shared, or did not say so. The button is on a new card: it may share again. */
export function notSharedCard(say: Request['say']): Card {
  const again = 'command' in say ? [{ label: 'Opnieuw proberen', ...say }] : [];
  return card(
    {
      kind: 'text',
      text: 'Het delen is niet gelukt, of het duurde te lang. Kijk eerst of het antwoord al in het kanaal staat. Staat het er niet? Voeg Doebot dan toe aan dit kanaal en probeer het opnieuw.',
    },
    { kind: 'buttons', buttons: again },
  );
}

export function unknownTenantCard(): Card {
  return card({
    kind: 'text',
    text: 'Deze werkplek is nog niet aan een arbeidsmarktregio gekoppeld. Vraag de beheerder van Doebot om dat te doen.',
  });
}

/** For somebody whose account belongs to no persoon: who can help, and what to tell them. */
export async function unknownCard(tx: Tx, email: string | undefined): Promise<Card> {
  const secretarissen = await tx.persoon.findMany({
    where: { rol: 'secretaris', vertrokkenOp: null },
    orderBy: { id: 'asc' },
    take: 3,
  });
  const who =
    secretarissen.map(({ naam, email }) => `${naam} (${email})`).join(' of ') || 'de beheerder van Doebot';
  const gone = email && (await tx.persoon.findFirst({ where: { email: email.toLowerCase() } }));
  const known = gone
    ? `Het adres ${email} hoort bij iemand die is vertrokken, dus ik kan je niets laten zien.`
    : email
      ? `Ik ken het adres ${email} nog niet, dus ik kan je nog niets laten zien.`
      : 'Ik kan in je profiel geen e-mailadres zien, dus ik weet niet wie je bent.';
  const next = email
    ? `Vraag ${who} om je ${gone ? 'terug te halen' : 'toe te voegen'}, met «persoon toevoegen ${email}». Daarna werkt alles meteen.`
    : `Zet je e-mailadres in je profiel, of vraag ${who} om hulp.`;
  return card(
    { kind: 'heading', text: 'We kennen elkaar nog niet' },
    { kind: 'text', text: `${known}\n${next}` },
  );
}
