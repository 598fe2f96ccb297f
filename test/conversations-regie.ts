import { SECRETARIS, type Step, UWV } from './conversations.ts';
import { at } from './moments.ts';

/** How the secretaris steers the run-up, the same on every platform. */
export const regieConversations: Record<string, Step[]> = {
  'the secretaris changes a step of the run-up in a form': [
    { who: UWV, say: 'overleg aanloop', sees: ['Alleen de secretaris'] },
    {
      who: SECRETARIS,
      say: 'overleg aanloop',
      sees: [
        'Aanloop van Regionaal Beraad Arbeidsmarkt (RBA)',
        'Coulance: 7 werkdagen ervoor, 09:00 uur · ✔ aan',
      ],
    },
    { who: SECRETARIS, press: 'Coulance wijzigen', sees: [], form: 'Coulance' },
    { who: SECRETARIS, fill: { werkdagen: '9' }, sees: [], form: 'Coulance' },
    {
      who: SECRETARIS,
      fill: { werkdagen: '7', tijd: '11:00', tekst: 'Vandaag kan het nog net.' },
      sees: ['Opgeslagen bij coulance: tijd 09:00 uur → 11:00 uur', '«Vandaag kan het nog net.»'],
    },
    {
      who: SECRETARIS,
      press: 'Coulance zoals standaard',
      sees: ['tijd 11:00 uur → 09:00 uur', 'Coulance: 7 werkdagen ervoor, 09:00 uur · ✔ aan'],
    },
  ],
  'the secretaris sees who gets what, and leaves a step out': [
    {
      who: SECRETARIS,
      say: 'overleg herinneringen',
      sees: ['Uitvraag: donderdag 17 december 2026, 09:00 uur', '29 gepland'],
    },
    { who: SECRETARIS, press: 'Uitvraag bekijken', sees: ['Uitvraag voor', 'Pagina 1 van 4'] },
    {
      who: SECRETARIS,
      press: 'Uitvraag overslaan',
      sees: ['Uitvraag gaat niet uit', 'geplande berichten aan'],
      buttons: ['Uitvraag weer aanzetten', 'Wie krijgt wat'],
    },
    { who: UWV, until: at('2026-12-17T12:00'), sees: [] },
    {
      who: SECRETARIS,
      say: 'overleg herinneringen sla uitvraag niet over',
      sees: ['Uitvraag gaat weer uit'],
    },
    { who: SECRETARIS, say: 'overleg herinneringen log', sees: ['Ambtelijk secretaris sloeg uitvraag over'] },
  ],
  'the secretaris has the uitvraag sent now, and follows the respons': [
    { who: UWV, say: 'hallo', sees: ['Dit kun je Doebot vragen'] },
    {
      who: SECRETARIS,
      say: 'overleg herinneringen nu uitvraag',
      sees: ['Uitvraag nu versturen?', '29 personen krijgen het meteen.', 'Er is nog niets verstuurd.'],
      buttons: ['Uitvraag nu versturen', 'Niet versturen'],
    },
    { who: SECRETARIS, press: 'Uitvraag nu versturen', sees: ['Uitvraag wordt verstuurd.'] },
    { who: UWV, until: at('2026-11-23T09:05'), sees: ['Update voor Regionaal Beraad'] },
    { who: UWV, say: 'actie 4 ongewijzigd', sees: ['#4'] },
    { who: SECRETARIS, say: 'overleg respons', sees: ['1 van 46 binnen; nog open bij', 'Pagina 1 van'] },
    { who: SECRETARIS, press: 'Volgende', sees: ['Pagina 2 van'] },
  ],
  'bestuurders are switched on after a question that names them': [
    {
      who: SECRETARIS,
      say: 'overleg bestuurders aan aankondiging',
      sees: ['15 bestuurders', 'Bestuurder UWV (UWV)', 'Er is nog niets gewijzigd.'],
      buttons: ['Aanzetten', 'Niet aanzetten'],
    },
    {
      who: SECRETARIS,
      press: 'Aanzetten',
      sees: ['ook naar bestuurders'],
      buttons: ['Weer uitzetten', 'Bekijk de aanloop'],
    },
    { who: SECRETARIS, press: 'Weer uitzetten', sees: ['niet naar bestuurders'] },
  ],
};
