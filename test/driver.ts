/** What a person sees in answer: the visible text, line by line in reading order, and what can be done next. */
export type Seen = {
  /** Taken from what is rendered (blocks, card elements), not from the fallback text. Buttons are not in it. */
  text: string;
  buttons: string[];
  /** A form that opened, or came back with errors. */
  form?: { title: string; fields: { name: string; label: string; value: string; error?: string }[] };
};

/** Plays persons on one platform, over the platform's own protocol. Persons are named by their e-mail address. */
export type Driver = {
  name: 'slack' | 'teams' | 'console' | 'mail';
  /** Writes to the bot in private. */
  say(email: string, text: string): Promise<Seen>;
  /** Presses the button with that label on the last message this person got (answers and letters alike). */
  press(email: string, label: string): Promise<Seen>;
  /** Hands in the form that is open for this person; fields that are not named keep their value. */
  fill(email: string, values: Record<string, string>): Promise<Seen>;
  /** What was sent to this person without being asked since the last call. */
  letters(email: string): Promise<Seen[]>;
  stop(): Promise<void>;
};
