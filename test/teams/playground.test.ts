import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Answer, Connection, Request } from '../../src/chat/platform.ts';
import { connectTeams } from '../../src/teams/teams.ts';
import { eventually } from '../eventually.ts';
import { mount } from '../mount.ts';
import { ANNA, BRAM, cardOf, FORM, LOG, now, onCard, onForm, says, scripted } from '../script.ts';
import { type Playground, startPlayground } from './playground-client.ts';
import { actionCalled, handInOf, seenOf } from './seen.ts';

const CONFIG = {
  appId: randomUUID(),
  tenantId: randomUUID(),
  password: '',
  anonymous: true,
  loginUrl: undefined,
  openIdUrl: undefined,
};
const REPORT = { label: 'Ongewijzigd melden', command: 'update.ongewijzigd', input: { nummer: 12 } };

let connection: Connection;
let close: () => Promise<void>;
let playground: Playground;
let requests: Request[];

function answer({ say }: Request): Answer {
  if ('text' in say) return say.text.includes('bijwerken') ? onForm(FORM) : says('Actie 12', REPORT);
  return 'command' in say && say.command === 'update.meld'
    ? says('Opgeslagen')
    : onCard(cardOf('Gemeld'), true);
}

beforeAll(async () => {
  const script = scripted(answer);
  requests = script.requests;
  connection = await connectTeams(CONFIG, { ask: script.ask, now, log: LOG });
  const mounted = await mount(connection);
  close = mounted.close;
  const people = [ANNA, BRAM, 'c@x.example', 'd@x.example', 'e@x.example', 'f@x.example'];
  playground = await startPlayground(
    `${mounted.url}/api/messages`,
    people.map((email) => ({ email, name: email })),
  );
});
afterAll(async () => {
  await playground?.stop();
  await connection?.stop();
  await close?.();
});

const shown = (message = playground.messages.at(-1)) => message?.attachments[0]?.content ?? {};
/** Says it, and gives the message that comes. */
async function say(text: string) {
  const before = playground.messages.length;
  await playground.say(text);
  return eventually(() => playground.messages[before]);
}

it("Microsoft's local client shows the answer to what is typed", async () => {
  expect(seenOf(shown(await say('actie 12')))).toEqual({ text: 'Actie 12', buttons: ['Ongewijzigd melden'] });
  expect(requests.at(-1)).toMatchObject({ tenant: CONFIG.tenantId, say: { text: 'actie 12' } });
  expect(await requests.at(-1)?.account.email()).toBe(ANNA);
});

it("Microsoft's local client shows a card in the place of the one that was pressed, for good", async () => {
  const message = await say('actie 12');
  const given = await playground.press(message.messageId, actionCalled(shown(message), REPORT.label));
  expect(given.type).toBe('application/vnd.microsoft.card.adaptive');
  expect(seenOf(given.value as Record<string, unknown>).text).toBe('Gemeld');
  expect(requests.at(-1)?.say).toEqual({ command: 'update.ongewijzigd', input: { nummer: 12 } });
  await eventually(() => (seenOf(shown(message)).text === 'Gemeld' ? true : undefined));
});

it("Microsoft's local client hands in a form", async () => {
  const message = await say('actie 12 bijwerken');
  const handIn = handInOf(shown(message)) as { data: object };
  const data = { ...handIn.data, status: 'vertraagd', toelichting: 'Wacht op UWV' };
  const given = await playground.press(message.messageId, { ...handIn, data });
  expect(seenOf(given.value as Record<string, unknown>).text).toBe('Opgeslagen');
  const input = { nummer: 12, status: 'vertraagd', toelichting: 'Wacht op UWV' };
  expect(requests.at(-1)?.say).toEqual({ command: 'update.meld', input });
});

it("Microsoft's local client shows a letter", async () => {
  const before = playground.messages.length;
  const address = requests.at(-1)?.account.address ?? null;
  await connection.send({
    id: '1',
    attempt: 1,
    tenant: CONFIG.tenantId,
    address,
    card: cardOf('Over een week: RBA'),
  });
  const message = await eventually(() => playground.messages[before]);
  expect(seenOf(shown(message)).text).toBe('Over een week: RBA');
});

it("Microsoft's local client tells of an install, which is answered once", async () => {
  const before = playground.messages.length;
  await playground.install();
  await eventually(() => playground.messages[before]);
  await say('actie 12');
  expect(playground.messages).toHaveLength(before + 2);
});
