import type { Card } from '../chat/card.ts';
import { linesElement } from '../chat/help.ts';

/** What the keeper of the doe-agenda can type, and what it does. */
export const AGENDA_LINES = [
  { typ: 'actie toevoegen', dan: 'een nieuwe actie, met een formulier' },
  { typ: 'actie 12 bewerken', dan: 'titel, thema, trekkers, doelgroep, bereik en financiering wijzigen' },
  { typ: 'actie 12 trekkers uwv, RMC-netwerk', dan: 'andere trekkers, in één regel' },
  { typ: 'actie 12 thema 4', dan: 'een ander thema, in één regel' },
  { typ: 'acties samenvoegen 12 en 14', dan: '#14 gaat op in #12' },
  { typ: 'actie 12 splitsen', dan: 'een deel wordt een nieuwe actie' },
  { typ: 'actie 12 afsluiten', dan: 'afgerond of gestopt, met een toelichting' },
  { typ: 'thema’s', dan: 'de pijlers en thema’s, met hoeveel acties ze hebben' },
  { typ: 'thema toevoegen', dan: 'een nieuw thema' },
  { typ: 'thema 4 hernoemen Onderwijs en arbeidsmarkt', dan: 'een andere naam; het nummer blijft' },
  { typ: 'thema 4 naar pijler 2', dan: 'een thema bij een andere pijler zetten' },
  { typ: 'thema 9 verwijderen', dan: 'een thema zonder acties weghalen' },
  { typ: 'pijler 2 hernoemen Naar ander werk', dan: 'een andere naam voor een pijler' },
];

export function agendaHelpCard(): Card {
  return {
    elements: [
      { kind: 'heading', text: 'Zo houd je de doe-agenda bij' },
      linesElement(AGENDA_LINES),
      {
        kind: 'note',
        text: 'Je ziet altijd eerst wat er verandert. Pas als je op de knop drukt, wordt het opgeslagen.',
      },
      { kind: 'buttons', buttons: [{ label: 'Alle thema’s', command: 'themas', input: {} }] },
    ],
  };
}
