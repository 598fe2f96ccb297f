import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Microsoft's local client, started as a process of its own and used without its page. None of what is called
 * here is documented: it was found in version 0.2.28, which is why package.json names exactly that one.
 */
export type Playground = {
  /** Where a person would look at it. */
  url: string;
  /** The messages of the bot in 1:1, as they stand. */
  messages: PlaygroundMessage[];
  say(text: string): Promise<void>;
  /** Presses an Action.Execute; gives what the bot answers at once. */
  press(messageId: string, action: object): Promise<{ type: string; value: unknown }>;
  install(): Promise<void>;
  stop(): Promise<void>;
};

type PlaygroundMessage = { messageId: string; attachments: { content: Record<string, unknown> }[] };

type Settings = { personalChat: { id: string }; currentUser: { id: string } };

export type PlaygroundPerson = { email: string; name: string };

const READY_MS = 20_000;

/** It wants exactly five people beside the one who asks. YAML is what it reads, and JSON is YAML. */
function configOf([me, ...others]: PlaygroundPerson[]): string {
  const users = [me, ...others].map((person, index) => {
    const { email, name } = person ?? { email: '', name: '' };
    const aadObjectId = `00000000-0000-0000-0000-00000000002${index}`;
    const names = { name, givenName: name, surname: name };
    return { id: `user-id-${index}`, ...names, aadObjectId, email, userPrincipleName: email };
  });
  return JSON.stringify({
    version: '0.1.1',
    tenantId: '00000000-0000-0000-0000-000000000001',
    bot: { id: '00000000-0000-0000-0000-000000000011', name: 'Doebot' },
    currentUser: users[0],
    users: users.slice(1),
    personalChat: { id: 'personal-chat' },
    groupChat: { id: 'group-chat', name: 'Groep' },
    team: {
      id: 'team',
      name: 'Regio',
      aadGroupId: '00000000-0000-0000-0000-000000000031',
      channels: [{ id: 'channel', name: 'Overleg' }],
    },
  });
}

/**
 * Starts it, for six people of whom the first is the one who asks. `port` may turn out to be another one: it moves on
 * in silence from one that is taken. What it keeps on disk goes away with it.
 */
export async function startProcess(
  port: number,
  endpoint: string,
  people: PlaygroundPerson[],
): Promise<{ child: ChildProcess; port: number }> {
  const folder = dirname(fileURLToPath(import.meta.resolve('@microsoft/m365agentsplayground/package.json')));
  const own = mkdtempSync(join(tmpdir(), 'doebot-playground-'));
  const config = join(own, 'config.yml');
  writeFileSync(config, configOf(people));
  const options = ['-p', String(port), '-e', endpoint, '-c', 'msteams', '--disable-telemetry'];
  const child = spawn(process.execPath, [join(folder, 'cli.js'), ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      TEAMSAPPTESTER_BROWSER: 'none',
      APPLICATION_INSIGHTS_NO_STATSBEAT: '1',
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: config,
      M365_AGENTS_PLAYGROUND_LOGFILE: join(own, 'playground.log'),
    },
  });
  child.once('exit', () => rmSync(own, { recursive: true, force: true }));
  return { child, port: await listening(child) };
}

function listening(child: ChildProcess): Promise<number> {
  return new Promise<number>((found, fail) => {
    let output = '';
    child.stdout?.on('data', (chunk) => {
      output += chunk;
      const at = /Listening on (\d+)/.exec(output)?.[1];
      if (at) found(Number(at));
    });
    child.once('exit', (code) => fail(new Error(`the playground stopped (${code}): ${output}`)));
    setTimeout(() => fail(new Error(`the playground does not start: ${output}`)), READY_MS).unref();
  });
}

export async function startPlayground(endpoint: string, people: PlaygroundPerson[]): Promise<Playground> {
  const { child, port } = await startProcess(await freePort(), endpoint, people);
  const url = `http://127.0.0.1:${port}`;
  // Answered once it has reached the bot.
  const { config } = (await (await fetch(`${url}/_internal/v1/config`)).json()) as { config: Settings };
  const chat = config.personalChat.id;
  const from = { id: config.currentUser.id };
  const messages: PlaygroundMessage[] = [];
  const stream = new WebSocket(`ws://127.0.0.1:${port}/_ws_conversation/v1/conversations/stream`);
  stream.onmessage = ({ data }) => keep(messages, JSON.parse(String(data)), chat);
  await new Promise((open, fail) => {
    stream.onopen = open;
    stream.onerror = fail;
  });

  async function post(path: string, body: object): Promise<unknown> {
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`the playground answers ${response.status}: ${text}`);
    return text.startsWith('{') ? JSON.parse(text) : undefined;
  }

  return {
    url,
    messages,
    async say(text) {
      const message = { type: 'text', text, textFormat: 'plain', from };
      await post(`/_conversation/v1/conversations/${chat}/messages`, message);
    },
    async press(replyToId, action) {
      const value = { action, trigger: 'manual' };
      const conversation = { id: chat };
      const invoke = { name: 'adaptiveCard/action', value, from, conversation, replyToId };
      return (await post('/_conversation/v1/invoke', invoke)) as { type: string; value: unknown };
    },
    install: async () => void (await post(`/_debug/conversation/${chat}/installation`, {})),
    async stop() {
      stream.close();
      const ended = new Promise((done) => child.once('exit', done));
      child.kill();
      await ended;
    },
  };
}

type Event = { action?: string; actionConversationId?: string; message?: PlaygroundMessage };

function keep(messages: PlaygroundMessage[], { actionConversationId, message }: Event, chat: string): void {
  if (!message?.attachments || actionConversationId !== chat) return;
  const there = messages.find(({ messageId }) => messageId === message.messageId);
  if (there) Object.assign(there, message);
  else messages.push(message);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === 'object' && address ? address.port : 0;
}
