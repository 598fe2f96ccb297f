import type { Connection } from '../../src/chat/platform.ts';
import type { TeamsConfig } from '../../src/config.ts';
import type { Driver, Seen } from '../driver.ts';
import { eventually } from '../eventually.ts';
import { mount } from '../mount.ts';
import {
  type Activity,
  activityOf,
  type Door,
  deliver,
  fetchOf,
  messageOf,
  pressOf,
  submitOf,
} from './activities.ts';
import { type FakeMicrosoft, fakeMicrosoft } from './fake-microsoft.ts';
import { type Member, type Post, personalOf } from './fake-teams.ts';
import { actionCalled, handInOf, inputsIn, seenOf } from './seen.ts';
import { cardOf, type Person, screenOf, seenIn, showDialog, type Thing } from './teams-person.ts';

export type Start = (config: TeamsConfig) => Promise<Connection>;

export type TeamsDriver = Driver & {
  fake: FakeMicrosoft;
  connection: Connection;
  door: Door;
  /** The card in the dialog that is open for this person. */
  dialogOf(email: string): Thing | undefined;
  member(email: string): Member;
};

/** The driver's `stop` throws when the bot sent anything that Teams would refuse, or show to others. */
export async function teamsDriver(
  start: Start,
  people: { email: string; name: string }[],
): Promise<TeamsDriver> {
  const persons = people.map(({ email, name }, index): Person => {
    const number = String(index + 1).padStart(12, '0');
    const aadObjectId = `aaaaaaaa-0000-4000-8000-${number}`;
    const member = { id: `29:user-${number}`, aadObjectId, name, email, userPrincipalName: email };
    return { member, last: undefined, letters: [] };
  });
  const fake = await fakeMicrosoft(persons.map(({ member }) => member));
  fake.events.on('post', (post) => {
    const person = persons.find(({ member }) => personalOf(member.id) === post.conversation);
    if (!person) return;
    person.last = { on: post.id, card: cardOf(post) };
    if (!post.message.replyToId) person.letters.push(post);
  });
  const connection = await start(fake.config);
  const { url, close } = await mount(connection);
  const door = { url: `${url}/api/messages`, fake };
  const person = (email: string): Person => {
    const found = persons.find(({ member }) => member.email === email);
    if (!found) throw new Error(`${email} is not in this Teams`);
    return found;
  };
  return {
    name: 'teams',
    fake,
    connection,
    door,
    dialogOf: (email) => person(email).dialog?.card,
    member: (email) => person(email).member,
    say: (email, text) => sayAs(door, person(email), text),
    press: (email, label) => pressAs(door, person(email), label),
    fill: (email, values) => fillAs(door, person(email), values),
    letters: async (email) =>
      person(email)
        .letters.splice(0)
        .map((post) => seenOf(cardOf(post))),
    async stop() {
      await connection.stop();
      await close();
      await fake.stop();
      if (fake.violations.length > 0) throw new Error(`Teams would refuse:\n${fake.violations.join('\n')}`);
    },
  };
}

async function sayAs(door: Door, person: Person, text: string): Promise<Seen> {
  const { member } = person;
  person.dialog = undefined;
  const activity = activityOf(door, member, messageOf(text));
  const { status } = await deliver(door, activity);
  if (status !== 200) throw new Error(`The bot answered ${status}`);
  return seenOf(cardOf(await eventually(() => answerTo(door, activity))));
}

async function pressAs(door: Door, person: Person, label: string): Promise<Seen> {
  if (person.dialog) return inDialog(door, person, submitOf(actionCalled(person.dialog.card, label)));
  const { on, card } = screenOf(person);
  const action = actionCalled(card, label);
  const asksDialog = action['type'] === 'Action.Submit';
  return asksDialog ? inDialog(door, person, fetchOf(action, on)) : invoke(door, person, pressOf(action, on));
}

/** The dialog shows what comes back, or closes; then the answer is in the chat. */
async function inDialog(door: Door, person: Person, asked: Activity): Promise<Seen> {
  const before = new Map(door.fake.posts.map((post) => [post.id, post.message]));
  const activity = activityOf(door, person.member, asked);
  const { status, body } = await deliver(door, activity);
  if (status !== 200) throw new Error(`The bot answered ${status}`);
  const task = (body?.['task'] ?? {}) as { type?: string; value?: Thing };
  if (task.type === 'continue') return showDialog(door, person, task.value ?? {});
  person.dialog = undefined;
  const changed = () => door.fake.posts.findLast(({ id, message }) => before.get(id) !== message);
  const post = await eventually(() => answerTo(door, activity) ?? changed());
  person.last = { on: post.id, card: cardOf(post) };
  return seenOf(cardOf(post));
}

/** What Teams itself does not let through does not reach the bot. */
async function fillAs(door: Door, person: Person, values: Record<string, string>): Promise<Seen> {
  const { on, card } = person.dialog ? { on: '', card: person.dialog.card } : screenOf(person);
  const handIn = handInOf(card);
  if (!handIn) throw new Error(`${person.member.email} has no form`);
  const inputs = inputsIn(card);
  const strange = Object.keys(values).filter((name) => !inputs.some((input) => input.name === name));
  if (strange.length > 0) throw new Error(`The form has no field ${strange.join(', ')}`);
  const filled = inputs.map((input) => ({ ...input, value: values[input.name] ?? input.value }));
  for (const { name, choices, max, value } of filled) {
    if (choices && value !== '' && !choices.includes(value))
      throw new Error(`${name} has no option ${value}`);
    if (value.length > max) throw new Error(`${name} takes ${max} characters`);
  }
  const empty = filled.filter(({ required, value }) => required !== undefined && value.trim() === '');
  if (empty.length > 0) {
    const fields = filled.map(({ name, label, value, required }) => {
      const error = value.trim() === '' ? required : undefined;
      return { name, label, value, ...(error !== undefined && { error }) };
    });
    const seen = person.dialog ? seenIn(person.dialog) : seenOf(card);
    return { ...seen, form: { title: seen.form?.title ?? '', fields } };
  }
  // An input that is left empty is not sent at all.
  const sent = Object.fromEntries(filled.flatMap(({ name, value }) => (value === '' ? [] : [[name, value]])));
  return person.dialog
    ? inDialog(door, person, submitOf(handIn, sent))
    : invoke(door, person, pressOf(handIn, on, sent));
}

async function invoke(door: Door, person: Person, press: Activity): Promise<Seen> {
  const activity = activityOf(door, person.member, press);
  const before = door.fake.posts.find(({ id }) => id === activity['replyToId'])?.message;
  const { status, body } = await deliver(door, activity);
  const { type, value } = body ?? {};
  if (status !== 200) throw new Error(`The bot answered ${status}`);
  if (type === 'application/vnd.microsoft.card.adaptive') {
    person.last = { on: String(activity['replyToId']), card: value as Thing };
    return seenOf(value as Thing);
  }
  if (type !== 'application/vnd.microsoft.activity.message')
    throw new Error(`The bot answered ${JSON.stringify(body)}`);
  const replaced = () => {
    const post = door.fake.posts.find(({ id }) => id === activity['replyToId']);
    return post?.message === before ? undefined : post;
  };
  const post = await eventually(() => answerTo(door, activity) ?? replaced());
  person.last = { on: post.id, card: cardOf(post) };
  return seenOf(cardOf(post));
}

function answerTo({ fake }: Door, { id }: Activity): Post | undefined {
  return fake.posts.find(({ message }) => message.replyToId === id);
}
