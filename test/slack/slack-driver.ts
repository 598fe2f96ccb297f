import type { Connection } from '../../src/chat/platform.ts';
import type { SlackConfig } from '../../src/config.ts';
import type { Driver, Seen } from '../driver.ts';
import { mount } from '../mount.ts';
import { type FakeSlack, fakeSlack, INSTALLED, SIGNING_SECRET } from './fake-slack.ts';
import { acknowledge, type Post, showView } from './fake-workspace.ts';
import { seenOf, stateOf } from './seen.ts';
import { arrive, buttonFor, fillIn, look, nextFor, type Person, personFor } from './slack-person.ts';
import {
  type Door,
  pressPayload,
  type Reply,
  sendCommand,
  sendEvent,
  sendInteraction,
  submissionPayload,
} from './slack-requests.ts';

export type Via = 'slash' | 'dm' | 'mention';
export type Start = (config: SlackConfig) => Promise<Connection>;
export type Options = {
  /** How everything is said; by default a slash command where there is one, otherwise the DM. */
  via?: Via;
  /** Whether a person presses "Formulier openen" at once, so that asking for a form always gives a form. */
  opensForms?: boolean;
  /** The bot's clock, when it is not the real one: requests are signed by it. */
  now?: () => Temporal.Instant;
};

/** Persons in Slack: what they do goes to the bot as Slack sends it, what they see comes from the blocks it sends. */
export type SlackDriver = Driver & {
  fake: FakeSlack;
  connection: Connection;
  door: Door;
  person(email: string): Person;
  /** Waits for what this person gets next. */
  next(email: string): Promise<Seen>;
  lastPost(email: string): Post;
};

type Scene = { fake: FakeSlack; door: Door };

/** Where persons mention the bot. */
export const CHANNEL = 'C1';

/** The driver's `stop` throws when the bot sent anything that Slack would refuse. */
export async function slackDriver(
  start: Start,
  people: { email: string; name: string }[],
  { via, opensForms = true, now = () => Temporal.Now.instant() }: Options = {},
): Promise<SlackDriver> {
  const persons = people.map(({ email, name }, index) => {
    return personFor({ id: `U${index + 1}`, team_id: INSTALLED.team, name, email });
  });
  const fake = await fakeSlack(persons.map(({ member }) => member));
  const { token: botToken } = INSTALLED;
  const connection = await start({
    botToken,
    signingSecret: SIGNING_SECRET,
    appToken: undefined,
    apiUrl: fake.apiUrl,
  });
  const { url, close } = await mount(connection);
  const scene: Scene = {
    fake,
    door: {
      url: `${url}/slack/events`,
      signingSecret: SIGNING_SECRET,
      now: () => now().epochMilliseconds / 1000,
    },
  };
  const to = (id: string | undefined) => persons.find(({ member }) => member.id === id);
  fake.events.on('post', (post) => void (to(post.to) && arrive(to(post.to) as Person, post)));
  fake.events.on('view', (view) => void (to(view.user) && arrive(to(view.user) as Person, view)));
  const person = (email: string): Person => {
    const found = persons.find(({ member }) => member.email === email);
    if (!found) throw new Error(`${email} is not in this Slack`);
    return found;
  };
  /** Does something as this person, and waits for what comes of it. */
  const act = async (email: string, what: (asker: Person) => Promise<Seen | undefined>): Promise<Seen> => {
    const asker = person(email);
    asker.inbox.length = 0;
    const seen = (await what(asker)) ?? (await nextFor(asker));
    if (!opensForms || seen.form || seen.buttons.join() !== 'Formulier openen') return seen;
    await pressAs(scene, asker, 'Formulier openen');
    return nextFor(asker);
  };
  return {
    name: 'slack',
    ...scene,
    connection,
    person,
    next: (email) => nextFor(person(email)),
    lastPost: (email) => person(email).last as Post,
    say: (email, text) => act(email, (asker) => sayAs(scene, asker, text, via ?? usualWay(text))),
    press: (email, label) => act(email, (asker) => pressAs(scene, asker, label)),
    fill: (email, values) => act(email, (asker) => submitAs(scene, asker, values)),
    letters: async (email) =>
      person(email)
        .letters.splice(0)
        .map(({ blocks }) => seenOf(blocks)),
    async stop() {
      await connection.stop();
      await close();
      await fake.stop();
      if (fake.violations.length > 0) throw new Error(`Slack would refuse:\n${fake.violations.join('\n')}`);
    },
  };
}

const usualWay = (text: string): Via => (/^(actie|acties|overleg)\b/.test(text) ? 'slash' : 'dm');

async function sayAs(scene: Scene, asker: Person, text: string, via: Via): Promise<undefined> {
  if (via === 'slash') return commandAs(scene, asker, text);
  const user = asker.member.id;
  const typed = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const event =
    via === 'dm'
      ? { type: 'message', channel: `D${user}`, channel_type: 'im', user, text: typed, ts: stamp() }
      : {
          type: 'app_mention',
          channel: CHANNEL,
          user,
          text: `<@${INSTALLED.botUser}> ${typed}`,
          ts: stamp(),
        };
  expectOk(await sendEvent(scene.door, event));
}

const stamp = () => `${Date.now() / 1000}`;

async function commandAs({ fake, door }: Scene, { member }: Person, text: string): Promise<undefined> {
  const user = member.id;
  const channel = `D${user}`;
  const [, word, rest = ''] = /^(actie|acties|overleg|doebot)\b *(.*)$/s.exec(text) ?? [];
  const said = word ? { command: `/${word}`, text: rest } : { command: '/doebot', text };
  const urls = { trigger: fake.trigger(user), responseUrl: fake.responseUrl(user, channel) };
  const reply = await sendCommand(door, { user, channel, ...said, ...urls });
  expectOk(reply);
  if (reply.body) acknowledge(fake.workspace, user, channel, reply.body);
}

async function pressAs({ fake, door }: Scene, person: Person, label: string): Promise<undefined> {
  const { id: user } = person.member;
  const { post, button } = buttonFor(person, label);
  const { channel, ts, ephemeral, thread } = post;
  const urls = { trigger: fake.trigger(user), responseUrl: fake.responseUrl(user, channel, post) };
  expectOk(
    await sendInteraction(door, pressPayload({ user, channel, ts, ephemeral, thread, button, ...urls })),
  );
}

/** Gives what is seen when the form stays open. */
async function submitAs(
  scene: Scene,
  person: Person,
  values: Record<string, string>,
): Promise<Seen | undefined> {
  const { fields, view: shown } = fillIn(person, values);
  const empty = fields.filter(({ required, value }) => required && value === '');
  // Slack itself does not let these through.
  if (empty.length > 0) {
    return look(person, shown, Object.fromEntries(empty.map(({ name }) => [name, 'Vul dit veld in.'])));
  }
  const state = Object.fromEntries(fields.map((field) => [field.name, stateOf(field)]));
  const { id, hash, user } = shown;
  const payload = submissionPayload({ user, view: { ...shown.view, id, hash }, values: state });
  const reply = await sendInteraction(scene.door, payload);
  expectOk(reply);
  const {
    response_action: action,
    errors = {},
    view,
  } = (reply.body ?? {}) as Record<string, Record<string, string>>;
  if (String(action) === 'errors') {
    const strange = Object.keys(errors).filter((name) => !(name in state));
    scene.fake.violations.push(...strange.map((name) => `errors: ${name} is not on the form`));
    return look(person, shown, errors);
  }
  if (String(action) === 'update') showView(scene.fake.workspace, user, view, id);
  else person.form = undefined;
  return undefined;
}

function expectOk({ status }: Reply): void {
  if (status === 401) throw new Error('The bot refuses the signature; is its clock the one in options.now?');
  if (status !== 200) throw new Error(`The bot answered ${status}`);
}
