import type { Card } from '../chat/card.ts';

const short = (text: string) => (text.length > 200 ? `${text.slice(0, 200)}…` : text);

/** Nothing in the text says what is asked. */
export function unreadableCard(vraag: string): Card {
  return {
    elements: [
      { kind: 'text', text: `Niet gevonden. Ik begrijp nog niet wat je vraagt met «${short(vraag)}».` },
      {
        kind: 'note',
        text: 'Vraag bijvoorbeeld: «hoe staat actie 12 ervoor», «acties thema 4» of «wanneer is het overleg».',
      },
      { kind: 'buttons', buttons: [{ label: 'Wat kan ik vragen?', command: 'help', input: {} }] },
    ],
  };
}

/** Something is to be changed, in words that no command takes: how it is said, and that nothing happened. */
export function changeCard(nummer: number | undefined): Card {
  const n = nummer ?? 12;
  return {
    elements: [
      {
        kind: 'text',
        text: `Er is niets gewijzigd. Een melding begint met het nummer van de actie, bijvoorbeeld: «actie ${n} loopt Eerste gesprekken gevoerd» of «actie ${n} bijwerken».`,
      },
      {
        kind: 'buttons',
        buttons: [
          ...(nummer === undefined
            ? []
            : [{ label: `Bekijk #${nummer}`, command: 'actie.toon', input: { nummer } }]),
          { label: 'Wat kan ik vragen?', command: 'help', input: {} },
        ],
      },
    ],
  };
}
