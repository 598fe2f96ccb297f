import { JAN, SECRETARIS, STRANGER, type Step, UWV } from './conversations.ts';

/** What the secretaris and others say about personen, the same on every platform. */
export const conversationsPersonen: Record<string, Step[]> = {
  'the secretaris sees who takes part': [
    {
      who: UWV,
      say: 'personen',
      sees: [
        'Alleen de secretaris, Ambtelijk secretaris (secretaris@haarlem.example), kan personen bekijken.',
      ],
    },
    {
      who: SECRETARIS,
      say: 'personen',
      sees: [
        '50 personen',
        'AWVN',
        'Trekker AWVN (trekker@awvn.example) · trekker · ⚠ nog niet gezien',
        'Pagina 1 van 4',
      ],
      buttons: ['Volgende', 'Persoon toevoegen'],
    },
    { who: SECRETARIS, press: 'Volgende', sees: ['Pagina 2 van 4'] },
    {
      who: SECRETARIS,
      say: `persoon ${UWV}`,
      sees: ['Trekker UWV', 'Rol trekker meldt en wordt herinnerd', '#3, #4, #11'],
      buttons: ['Wijzigen', 'Vertrekt'],
    },
  ],
  'somebody is added with the form, and reports at once': [
    {
      who: STRANGER,
      say: 'actie 4',
      sees: ['Ik ken het adres iemand@elders.example nog niet', '«persoon toevoegen iemand@elders.example»'],
    },
    { who: SECRETARIS, say: `persoon toevoegen ${STRANGER}`, sees: [], form: 'Persoon toevoegen' },
    {
      who: SECRETARIS,
      fill: { naam: 'Iris', organisatie: 'uwv', rol: 'deelnemer' },
      sees: ['Toegevoegd: Iris (iemand@elders.example), deelnemer bij UWV.'],
    },
    { who: STRANGER, say: 'actie 4 loopt Eerste gesprekken gevoerd', sees: ['Geregistreerd bij #4'] },
  ],
  'an address that is taken is told at its field': [
    { who: SECRETARIS, say: 'persoon toevoegen', sees: [], form: 'Persoon toevoegen' },
    {
      who: SECRETARIS,
      fill: { naam: 'Iris', email: 'Trekker@UWV.example', organisatie: 'uwv' },
      sees: [],
      form: 'Persoon toevoegen',
    },
    { who: SECRETARIS, fill: { email: STRANGER }, sees: ['Toegevoegd: Iris'] },
  ],
  'a rol is changed with a preview': [
    { who: SECRETARIS, say: `persoon wijzigen ${UWV}`, sees: [], form: 'Persoon wijzigen' },
    {
      who: SECRETARIS,
      fill: { rol: 'lezer' },
      sees: ['Trekker UWV wijzigen?', 'Rol trekker → lezer'],
      buttons: ['Wijzigen'],
    },
    {
      who: SECRETARIS,
      press: 'Wijzigen',
      sees: ['Gewijzigd: Trekker UWV (trekker@uwv.example), lezer bij UWV.'],
    },
    {
      who: UWV,
      say: 'actie 4 loopt Eerste gesprekken gevoerd',
      sees: [
        'Bij UWV ben je lezer: je ziet alles en meldt niets.',
        'Bestuurder UWV (bestuurder@uwv.example)',
      ],
    },
  ],
  'somebody leaves, and hands over first': [
    { who: SECRETARIS, say: `persoon toevoegen Jan ${JAN} UWV deelnemer`, sees: ['Toegevoegd: Jan'] },
    {
      who: SECRETARIS,
      say: `persoon ${UWV} vertrekt`,
      sees: ['Vertrekt Trekker UWV?', '#3, #4, #11, #15, #16, #30'],
      buttons: ['Overdragen aan Bestuurder UWV', 'Overdragen aan Jan', 'Vertrek vastleggen'],
    },
    {
      who: SECRETARIS,
      press: 'Overdragen aan Jan',
      sees: ['Overdracht van Trekker UWV aan Jan'],
      buttons: ['Overdragen'],
    },
    { who: SECRETARIS, press: 'Overdragen', sees: ['Overgedragen van Trekker UWV aan Jan.'] },
    {
      who: SECRETARIS,
      say: `persoon ${UWV} vertrekt`,
      sees: ['Acties geen'],
      buttons: ['Vertrek vastleggen'],
    },
    {
      who: SECRETARIS,
      press: 'Vertrek vastleggen',
      sees: ['Trekker UWV is vertrokken.'],
      not: ['Zonder contact'],
    },
    { who: UWV, say: 'actie 4', sees: ['hoort bij iemand die is vertrokken'] },
    { who: JAN, say: 'actie 4', sees: [`Contact Jan (${JAN})`], not: ['⚠'] },
  ],
  'the last secretaris stays': [
    { who: SECRETARIS, say: `persoon ${SECRETARIS} vertrekt`, sees: ['Je bent de enige secretaris.'] },
  ],
};
