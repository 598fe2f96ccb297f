import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppManifestUtils } from '@microsoft/app-manifest';
import { expect, it } from 'vitest';
import { UPDATE_FROM_MESSAGE } from '../../src/teams/quoted-message.ts';

type CommandList = {
  scopes: string[];
  triggers?: string[];
  commands: { title: string; description: string }[];
};
type Manifest = {
  $schema: string;
  manifestVersion: string;
  id: string;
  icons: { color: string; outline: string };
  bots: {
    botId: string;
    scopes: string[];
    supportsTargetedMessages?: boolean;
    commandLists: CommandList[];
  }[];
  composeExtensions: {
    botId: string;
    commands: { id: string; type: string; title: string; context: string[]; fetchTask: boolean }[];
  }[];
  validDomains: string[];
};

const folder = join(import.meta.dirname, '../../manifests/teams');
const source = readFileSync(join(folder, 'manifest.json'), 'utf8');
const read = () => JSON.parse(source) as Manifest;
const lists = read().bots.flatMap(({ commandLists }) => commandLists);

/** What Microsoft's own schema of the version that the manifest names finds wrong. */
async function problems(manifest: Manifest): Promise<string[]> {
  const version = manifest.manifestVersion;
  const path = `@microsoft/app-manifest/build/json-schemas/teams/v${version}/MicrosoftTeams.schema.json`;
  const schema = JSON.parse(readFileSync(new URL(import.meta.resolve(path)), 'utf8'));
  return AppManifestUtils.validateAgainstSchema(manifest as never, schema);
}

/** For a Teams that does not know slash commands yet. */
function withoutSlash(): Manifest {
  const manifest = JSON.parse(source.replaceAll('1.29', '1.28')) as Manifest;
  for (const bot of manifest.bots) {
    delete bot.supportsTargetedMessages;
    for (const list of bot.commandLists) delete list.triggers;
  }
  return manifest;
}

it('the manifest fits the schema of its version', async () => {
  expect(await problems(read())).toEqual([]);
});

it('the manifest without slash commands fits the schema before', async () => {
  expect(await problems(withoutSlash())).toEqual([]);
});

it('the check of the manifest finds what is wrong', async () => {
  expect(await problems({ ...read(), id: 'doebot' })).not.toEqual([]);
  expect(await problems({ ...withoutSlash(), bots: read().bots })).not.toEqual([]);
});

it('every address in the manifest is https', () => {
  expect(source).not.toContain('http://');
  expect(read().$schema).toContain(`v${read().manifestVersion}`);
  for (const domain of read().validDomains) expect(domain).toMatch(/^[a-z0-9.-]+$/);
});

/** Width and height are in the first chunk of a PNG; its colour type 6 has transparency. */
function png(name: string) {
  const bytes = readFileSync(join(folder, name));
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  return { size: [bytes.readUInt32BE(16), bytes.readUInt32BE(20)], colours: bytes[25] };
}

it('the icons are there in the sizes Teams wants, the outline transparent', () => {
  const { color, outline } = read().icons;
  expect(png(color).size).toEqual([192, 192]);
  expect(png(outline)).toEqual({ size: [32, 32], colours: 6 });
});

it('the app and its bot go by one id, a placeholder to fill in', () => {
  const { id, bots, composeExtensions } = read();
  expect([...bots, ...composeExtensions].map(({ botId }) => botId)).toEqual([id, id]);
  expect(id).toBe('00000000-0000-0000-0000-000000000000');
});

it('the bot is there in 1:1, teams and group chats, and hears slash commands', () => {
  const [bot] = read().bots;
  expect(bot).toMatchObject({
    scopes: ['personal', 'team', 'groupChat'],
    supportsTargetedMessages: true,
    supportsFiles: true,
  });
  expect(lists.flatMap(({ scopes }) => scopes).sort()).toEqual(['groupChat', 'personal', 'team']);
});

it('beside a message stands the action that the bot answers, with a form', () => {
  const commands = read().composeExtensions.flatMap(({ commands }) => commands);
  const action = { id: UPDATE_FROM_MESSAGE, type: 'action', context: ['message'], fetchTask: true };
  expect(commands).toMatchObject([{ ...action, title: 'Maak hier een update van' }]);
});

it('slash commands are offered where Teams has them: not in 1:1', () => {
  const withSlash = lists.filter(({ triggers }) => triggers?.includes('slash'));
  expect(withSlash.map(({ scopes }) => scopes)).toEqual([['team', 'groupChat']]);
  expect(withSlash[0]?.triggers).toContain('mention');
});

it('the commands are the ones of Doebot, the same everywhere, in Dutch', () => {
  for (const { commands } of lists) {
    expect(commands.map(({ title }) => title)).toEqual(['actie', 'acties', 'overleg', 'help']);
    expect(commands).toEqual(lists[0]?.commands);
    for (const { description } of commands) expect(description).toMatch(/^(?:Laat|Legt) /);
  }
});
