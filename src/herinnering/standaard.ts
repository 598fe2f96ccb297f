import type { Doelgroep, Stap, Stapplan } from './aanloop.ts';

type Standaard = Omit<Stapplan, 'actief' | 'bestuurders'> & { naam: string; uit?: true };

/** The run-up of an overleg of which nothing else was said. */
export const STANDAARD: Record<Stap, Standaard> = {
  agendacommissie: {
    naam: 'Agendacommissie',
    werkdagen: -20,
    tijd: '09:00',
    aan: 'agendacommissie',
    tekst: 'Tijd om de agenda voor te bereiden.',
  },
  uitvraag: {
    naam: 'Uitvraag',
    werkdagen: -15,
    tijd: '09:00',
    aan: 'trekkers',
    tekst: 'We horen graag hoe het staat.',
  },
  herinnering: {
    naam: 'Herinnering',
    werkdagen: -10,
    tijd: '09:00',
    aan: 'trekkers',
    tekst: 'Nog even: we horen graag hoe het staat.',
  },
  aanlevertermijn: {
    naam: 'Aanlevertermijn',
    werkdagen: -8,
    tijd: '09:00',
    aan: 'trekkers',
    tekst: 'Laatste oproep: we horen graag hoe het staat.',
  },
  coulance: {
    naam: 'Coulance',
    werkdagen: -7,
    tijd: '09:00',
    aan: 'trekkers',
    tekst: 'De aanlevertermijn is voorbij, maar het kan nog even.',
  },
  escalatie: {
    naam: 'Escalatie',
    werkdagen: -6,
    tijd: '09:00',
    aan: 'hogerop',
    tekst: 'Hier is nog niets over gemeld. Kun jij zorgen dat het gebeurt?',
  },
  stukken: {
    naam: 'Stukken rond',
    werkdagen: -5,
    tijd: '09:00',
    aan: 'secretaris',
    tekst: 'Zo staan de updates ervoor nu de stukken rond moeten zijn.',
  },
  aankondiging: {
    naam: 'Aankondiging',
    werkdagen: -5,
    tijd: '09:00',
    aan: 'leden',
    tekst: 'Zo staat de doe-agenda ervoor:',
  },
  dag_ervoor: {
    naam: 'Dag ervoor',
    werkdagen: -1,
    tijd: '09:00',
    aan: 'leden',
    tekst: 'Zo staat de doe-agenda ervoor:',
  },
  na_afloop: {
    naam: 'Na afloop',
    werkdagen: 1,
    tijd: '09:00',
    aan: 'secretaris',
    tekst: 'Wat is er afgesproken? Meld het bij de acties, dan gaat het niet verloren.',
    uit: true,
  },
};

/** For whom a step can be: what it says is made for them. */
export const KAN_AAN: Record<Stap, readonly Doelgroep[]> = {
  agendacommissie: ['agendacommissie', 'secretaris'],
  uitvraag: ['trekkers'],
  herinnering: ['trekkers'],
  aanlevertermijn: ['trekkers'],
  coulance: ['trekkers'],
  escalatie: ['hogerop'],
  stukken: ['secretaris', 'agendacommissie'],
  aankondiging: ['leden', 'trekkers', 'secretaris', 'agendacommissie'],
  dag_ervoor: ['leden', 'trekkers', 'secretaris', 'agendacommissie'],
  na_afloop: ['secretaris', 'leden', 'trekkers', 'agendacommissie'],
};

/** What can come after the vergadering: it asks for nothing that was needed before. */
export const KAN_ERNA: readonly Stap[] = ['agendacommissie', 'stukken', 'aankondiging', 'na_afloop'];
