/** What survives a trip through a platform and back. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type Input = { [key: string]: Json };

/** Pressing it asks `command` with `input`, as the person who presses. The label says what happens (75 characters). */
export type Button = {
  label: string;
  command: string;
  input: Input;
  style?: 'primary' | 'danger';
  /** The answer is a form. Teams must know before the press: it then opens a dialog; without this the form is a card. */
  opens?: 'form';
};

/** All text is plain text, without markup, and may hold whatever a person once typed. Line breaks are kept. */
export type Element =
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: string }
  /** Small print: where a figure comes from, its date. */
  | { kind: 'note'; text: string }
  | { kind: 'facts'; facts: { label: string; value: string }[] }
  /** One of a list: a line, perhaps a second one in small print, perhaps buttons of its own (two at most). */
  | { kind: 'item'; text: string; note?: string; buttons?: Button[] }
  /** PNG; fetched by the platform. `alt` says what it shows, and stands for it where there are no pictures. */
  | { kind: 'image'; url: string; alt: string }
  | { kind: 'divider' }
  /** Four at most together. */
  | { kind: 'buttons'; buttons: Button[] };

/**
 * A message, without a platform. Every renderer's switch over its elements is exhaustive.
 * `shareable`: it is about the regio, not about who asked, so that its reader may show it to others. Whatever does not
 * say so is private: help, refusals, what is about the asker's own organisatie, a question back.
 * `news`: in place of what was said before, its reader has to hear it, also where nothing can be edited (mail).
 */
export type Card = { elements: Element[]; shareable?: boolean; news?: boolean };

/** All buttons of a card, in reading order. */
export function buttonsOf(card: Card): Button[] {
  return card.elements.flatMap((element) =>
    element.kind === 'buttons' || element.kind === 'item' ? (element.buttons ?? []) : [],
  );
}
