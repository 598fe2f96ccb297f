import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Card, Input, Json } from './card.ts';
import type { Form } from './form.ts';

export type PlatformName = 'slack' | 'teams' | 'console' | 'mail';

/** How users call it. */
export const PLATFORMEN: Record<PlatformName, string> = {
  slack: 'Slack',
  teams: 'Teams',
  console: 'de terminal',
  mail: 'mail',
};

/**
 * A channel or group, where others read. `message`: the one whose button was pressed. `address`: what `Platform.send`
 * needs to write there later. `name`: where the platform says it.
 */
export type Channel = { id: string; address: Json; name?: string; message?: string };

/** What a person asks, as it comes from a platform. */
export type Request = {
  /** The same for every delivery of the same request, different for every other one. */
  id: string;
  platform: PlatformName;
  /** The Slack workspace or Teams tenant it comes from. */
  tenant: string;
  account: {
    /** The platform's own id of the user. */
    id: string;
    /** What `Platform.send` needs to write to this user later; kept as it is, renewed when it differs. */
    address: Json;
    /** The e-mail address of the user's profile, asked of the platform; only called for an unknown account. */
    email(): Promise<string | undefined>;
  };
  /** Where it was asked, if others read there; absent: one to one. */
  channel?: Channel | undefined;
  /** Words that were typed, a button pressed or form handed in, or a file given. */
  say: { text: string } | { command: string; input: Input } | { file: GivenFile };
};

/** A file that somebody gives. It is fetched when it is read, and not before it is known who asks. */
export type GivenFile = {
  name: string;
  /** In bytes, as the platform says. */
  size: number;
  /** Throws a `Refusal` when it cannot be had. */
  read(): Promise<Uint8Array>;
};

/**
 * `inPlace`: the card takes the place of the one whose button was pressed; otherwise it is a message of its own.
 * `shared`: for everybody in the channel where it was asked; all else is for the asker only.
 */
export type Answer =
  | { kind: 'card'; card: Card; inPlace: boolean }
  | { kind: 'form'; form: Form }
  | { kind: 'shared'; card: Card };

/** Answers a request; never throws. `repeated`: it was carried out before, this is the answer it got then. */
export type Ask = (request: Request) => Promise<Answer & { repeated: boolean }>;

/** Something said to a person who did not ask, or in a channel: the address tells which. */
export type Letter = {
  /** The same at every attempt; a platform that can tag its messages looks for it before it sends again. */
  id: string;
  /** 1 at the first attempt. */
  attempt: number;
  tenant: string;
  address: Json;
  card: Card;
  /** Where the message stands in whose thread this one goes; only in a channel. */
  thread?: Json;
  /** Where the message stands that now says this: it is edited, nothing new is sent. */
  edits?: Json;
  /** An earlier attempt may have said something else: if that one arrived, it is edited. */
  revised?: boolean;
};

/**
 * How fast a workspace may be written to, in milliseconds: from one call to the next, and from one message to the next
 * in the same conversation.
 */
export type Tempo = { workspace: number; gesprek: number };

/** Why somebody cannot be written to, as far as a platform tells without being written to. */
export type Onbereikbaar = 'gesloten' | 'gast' | 'bot_ontbreekt';

/** The way out to one platform. */
export type Platform = {
  name: PlatformName;
  /** The workspaces or tenants it can write to. */
  tenants: string[];
  /** Delivers, to a person in private; gives where the message stands. Throws a `DeliveryError`, within 15 seconds. */
  send(letter: Letter): Promise<Json>;
  /**
   * A user the bot has not met, by the e-mail address of the profile; undefined if there is none. Throws as `send` does.
   * Absent where a platform has no way to look.
   */
  find?(tenant: string, email: string): Promise<{ accountId: string; address: Json } | undefined>;
  /** Where an earlier attempt of this letter arrived, if it did; absent where a platform has no way to look. */
  look?(letter: Letter): Promise<Json | undefined>;
  /** Whether this address can be written to, without writing; undefined: it can. Throws as `send` does. */
  check?(tenant: string, address: Json): Promise<Onbereikbaar | undefined>;
  /** Absent: as fast as it goes. `calls`: how many calls a letter to this address takes. */
  tempo?: Tempo & { calls?(address: Json): number };
};

/** What is not there any more: the message to edit (or its thread), or all of the channel, for the bot at least. */
export type Gone = 'message' | 'channel';

type Failure = {
  final?: boolean;
  retryAfter?: number | undefined;
  gone?: Gone | undefined;
  doubt?: boolean;
};

/**
 * A message did not arrive, as far as is known. `final`: trying again is of no use. `retryAfter` in seconds, when the
 * platform said so. `doubt`: the platform did not answer; it may have arrived after all.
 */
export class DeliveryError extends Error {
  readonly final: boolean;
  readonly doubt: boolean;
  readonly retryAfter: number | undefined;
  readonly gone: Gone | undefined;

  constructor(message: string, { final = false, retryAfter, gone, doubt = false }: Failure = {}) {
    super(message);
    this.final = final;
    this.doubt = doubt;
    this.retryAfter = retryAfter;
    this.gone = gone;
  }
}

/** A path of the HTTP server that is answered elsewhere; one that ends in "/" stands for all that begin with it. */
export type Route = { path: string; listener: (request: IncomingMessage, response: ServerResponse) => void };

/** A platform that is on. `stop` ends its work in hand, within five seconds. */
export type Connection = Platform & { routes: Route[]; stop(): Promise<void> };
