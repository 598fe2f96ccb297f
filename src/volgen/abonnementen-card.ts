import type { Card, Element } from '../chat/card.ts';
import type { PlatformName } from '../chat/platform.ts';
import { momentText } from '../kalender/datum.ts';
import { type Onderwerp, onderwerpText } from './abonnement.ts';

type Abonnement = { id: number; onderwerp: Onderwerp };

const stopButton = ({ id }: Abonnement) => {
  return { label: 'Niet meer volgen', command: 'volgen.stop', input: { abonnement: id } };
};

/** For who follows something from now on, or did so already. */
export function youFollowCard(abonnement: Abonnement, isNew: boolean): Card {
  return {
    elements: [
      { kind: 'text', text: `Je volgt ${onderwerpText(abonnement.onderwerp)}${isNew ? '' : ' al'}.` },
      {
        kind: 'note',
        text: 'Bij een wijziging krijg je een bericht: op werkdagen van 07:00 tot 19:00 uur, en niet over wat je zelf meldt.',
      },
      {
        kind: 'buttons',
        buttons: [stopButton(abonnement), { label: 'Wat volg ik?', command: 'volgen.lijst', input: {} }],
      },
    ],
  };
}

/** For who set it for a kanaal; what everybody there sees comes by itself. `tells`: the kanaal is told. */
export function kanaalFollowsCard(onderwerp: Onderwerp, tells: boolean, platform: PlatformName): Card {
  const invite =
    platform === 'slack'
      ? ' Is Doebot nog geen lid van dit kanaal? Nodig Doebot dan uit met /invite @Doebot.'
      : '';
  const next = `Ik zet het zo in het kanaal. Lukt dat niet, dan hoor je het van mij.${invite}`;
  return {
    elements: [
      { kind: 'text', text: `Dit kanaal volgt ${onderwerpText(onderwerp)}${tells ? ' vanaf nu' : ' al'}.` },
      { kind: 'note', text: tells ? next : 'Typ «kanaal volgt» voor alles wat dit kanaal volgt.' },
      {
        kind: 'note',
        text: 'Wil je zelf volgen? Stuur Doebot hetzelfde in een eigen gesprek, of gebruik de knop «Volgen» bij een actie.',
      },
    ],
  };
}

/** All that is followed, each with a button to stop. `stopped`: what was just stopped. */
export function abonnementenCard({
  kanaal,
  abonnementen,
  stopped = [],
  gestoptOp,
}: {
  kanaal: boolean;
  abonnementen: readonly Abonnement[];
  stopped?: readonly Onderwerp[];
  /** Since then Doebot cannot write in this kanaal. */
  gestoptOp?: Date | null | undefined;
}): Card {
  const who = kanaal ? 'Dit kanaal volgt' : 'Je volgt';
  const none = kanaal
    ? 'Dit kanaal volgt niets. Typ bijvoorbeeld «volg thema 4» of «volg alles».'
    : 'Je volgt niets. Typ bijvoorbeeld «volg actie 12», «volg thema 4» of «volg alles».';
  const gone = stopped.map(onderwerpText).join('; ');
  const elements: Element[] = [
    ...(gone ? [{ kind: 'text' as const, text: `✔ ${who} niet meer: ${gone}.` }] : []),
    { kind: 'text', text: abonnementen.length === 0 ? none : `${who}:` },
    ...abonnementen.map((one): Element => {
      return { kind: 'item', text: onderwerpText(one.onderwerp), buttons: [stopButton(one)] };
    }),
  ];
  if (gestoptOp) {
    const since = momentText(gestoptOp.toTemporalInstant());
    const text = `Sinds ${since} uur kon Doebot hier niet schrijven. Voeg Doebot toe aan dit kanaal en typ opnieuw wat het volgt: dan gaat alles weer verder.`;
    elements.push({ kind: 'note', text });
  }
  return { elements };
}
