import type { Button, Input, Json } from '../chat/card.ts';

/** A part of an Adaptive Card. */
export type Part = { type: string; [property: string]: Json };

export type AdaptiveCard = { type: 'AdaptiveCard'; version: '1.5'; body: Part[]; [property: string]: Json };

/** 1.5 is the newest version that Teams shows on every device. */
export function adaptiveCard(body: Part[]): AdaptiveCard {
  const $schema = 'http://adaptivecards.io/schemas/adaptive-card.json';
  return { type: 'AdaptiveCard', $schema, version: '1.5', body };
}

type Look = {
  size?: 'Small' | 'Large';
  weight?: 'Bolder';
  isSubtle?: boolean;
  color?: 'Attention';
  /** From the part above it; Adaptive Card's own name is used for the part, not for the text in it. */
  spacing?: 'None' | 'Small' | 'Medium';
};

/**
 * Text exactly as it was typed. A TextBlock would read it as markdown, and escaping does not help: Teams on
 * phones shows the backslashes and still makes the links. Text runs have no markdown, anywhere; they do turn
 * {{DATE(…)}} into a date, so an invisible character goes between those braces. A RichTextBlock always wraps.
 */
export function text(typed: string, { spacing, ...look }: Look = {}): Part {
  return { type: 'RichTextBlock', ...(spacing && { spacing }), inlines: [run(typed, look)] };
}

/** A name and what it is, on one line if there is room. A FactSet would read both as markdown. */
export function fact(label: string, value: string, spacing: 'None' | 'Small'): Part {
  return {
    type: 'RichTextBlock',
    spacing,
    inlines: [run(`${label}: `, { weight: 'Bolder' }), run(value, {})],
  };
}

function run(typed: string, look: Omit<Look, 'spacing'>): Part {
  return { type: 'TextRun', text: typed.replace(/\{\{(?=(?:DATE|TIME)\()/g, '{\u2060{'), ...look };
}

/** Only a TextBlock is announced as a heading by a screen reader; it is used if nothing in it can be markdown. */
export function heading(typed: string): Part {
  const look = { size: 'Large', weight: 'Bolder' } as const;
  if (!isPlain(typed)) return text(typed, look);
  return { type: 'TextBlock', text: typed, wrap: true, style: 'heading', ...look };
}

function isPlain(typed: string): boolean {
  const list = /^\s*(?:[-+]|#+\s|\d+[.)]\s)/;
  return (
    /^[\p{L}\p{N} .,:;?!'’"()/#&+–—…€-]*$/u.test(typed) &&
    !list.test(typed) &&
    !/:\/\/|www\.|&#?\w+;/.test(typed)
  );
}

/**
 * What a pressed button or a handed-in form carries, under a key of its own: form fields stand beside it. `on`: the
 * message from which the dialog was opened that it stands in.
 */
type Pressed = { command: string; input: Input; fields?: string[]; on?: string };

export const pressedKey = 'doebot';

const styles = { primary: 'positive', danger: 'destructive' } as const;

type Pressable = Pressed & Pick<Button, 'label' | 'style' | 'opens'>;

/** A button as it is where the card stands: on a message, or in a dialog. */
export type ToAction = (button: Pressable) => Part;

/**
 * On a message. One that opens a form asks Teams for a dialog; a client that has none sends the press as a message.
 * For the others the verb is not used by us, but without one Microsoft's local client does nothing. Their fallback is
 * for clients that do not know Action.Execute: the same press arrives as a message.
 */
export const action: ToAction = ({ opens, ...pressed }) => {
  const fallback = submit(pressed);
  if (opens === 'form') return { ...fallback, data: { ...dataOf(pressed), msteams: { type: 'task/fetch' } } };
  const { type: _, ...shared } = fallback;
  return { type: 'Action.Execute', verb: pressed.command, ...shared, fallback };
};

/** In a dialog, which was opened from the message `on`: Teams knows no other action there. */
export const actionIn =
  (on: string | undefined): ToAction =>
  ({ opens: _, ...pressed }) =>
    submit({ ...pressed, ...(on !== undefined && { on }) });

function submit(pressed: Omit<Pressable, 'opens'>): Part {
  const { label: title, style } = pressed;
  return { type: 'Action.Submit', title, data: dataOf(pressed), ...(style && { style: styles[style] }) };
}

const dataOf = ({ label: _, style: __, ...pressed }: Omit<Pressable, 'opens'>): { [key: string]: Json } => ({
  [pressedKey]: pressed,
});

/** On a phone, in pixels: beyond this Teams cuts the labels of buttons that stand side by side. */
const ROW = 340;

const widthOf = ({ label }: Pick<Button, 'label'>): number => label.length * 8 + 34;

/** Side by side as far as their labels stay whole. */
export function actions(buttons: Button[], toAction: ToAction): Part[] {
  const rows: Button[][] = [];
  let width = 0;
  for (const button of buttons) {
    width += widthOf(button);
    if (rows.length === 0 || width > ROW) {
      rows.push([]);
      width = widthOf(button);
    }
    rows.at(-1)?.push(button);
  }
  return rows.map((row) => ({ type: 'ActionSet', actions: row.map((button) => toAction(button)) }));
}
