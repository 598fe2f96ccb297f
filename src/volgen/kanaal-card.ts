import type { Card } from '../chat/card.ts';
import { type Onderwerp, onderwerpText } from './abonnement.ts';
import { type Kanaal, kanaalText } from './kanaal.ts';

const BACK: Record<Kanaal['platform'], string> = {
  slack: 'Nodig Doebot in dat kanaal uit met /invite @Doebot',
  teams: 'Voeg Doebot toe aan het team of de groep',
  console: 'Kies een ander kanaal',
  mail: 'Kies een ander kanaal',
};

/** Doebot cannot write in a kanaal: what that means, and how it works again. */
export function stoppedCard(kanaal: Kanaal, followed: readonly Onderwerp[]): Card {
  const where = kanaalText(kanaal);
  const [first] = followed;
  const what = followed.map(onderwerpText).join('; ');
  return {
    elements: [
      { kind: 'heading', text: 'Een kanaal krijgt geen wijzigingen' },
      {
        kind: 'text',
        text: `Ik kan niet schrijven in ${where}. Het kanaal is weg of gesloten, of Doebot is er geen lid van.${first ? `\nDaar werd gevolgd: ${what}.` : ''}`,
      },
      {
        kind: 'note',
        text: `${BACK[kanaal.platform]} en typ daar opnieuw wat het kanaal volgt, bijvoorbeeld «volg alles». Bestaat het kanaal niet meer? Dan hoef je niets te doen.`,
      },
    ],
  };
}
