import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { UPDATE_FROM_MESSAGE } from '../../src/slack/shortcut.ts';
import { COMMANDS } from '../../src/slack/slash-command.ts';
import { METHODS } from './fake-arguments.ts';
import { reference } from './reference.ts';

const file = (path: string) => new URL(`../../${path}`, import.meta.url);
const text = readFileSync(file('manifests/slack.yaml'), 'utf8');
const manifest = parse(text) as {
  features: {
    shortcuts: { name: string; type: string; callback_id: string; description: string }[];
    slash_commands: { command: string; description: string; usage_hint: string; url: string }[];
    app_home: Record<string, boolean>;
    bot_user: { display_name: string };
  };
  oauth_config: { scopes: { bot: string[] } };
  settings: {
    event_subscriptions: { request_url: string; bot_events: string[] };
    interactivity: { is_enabled: boolean; request_url: string };
  };
};
const scopes = manifest.oauth_config.scopes.bot;

/** The Web API methods that the code calls, by the way it calls them. */
const called = readdirSync(file('src/slack')).flatMap((name) => {
  const code = readFileSync(file(`src/slack/${name}`), 'utf8');
  return [...code.matchAll(/\b(?:interactive|bulk|client)\.(\w+\.\w+)\(/g)].map(([, method]) =>
    String(method),
  );
});

describe('the Slack manifest', () => {
  it('is one that Slack takes', ({ skip }) => {
    const schema = reference('schemas/slack-manifest-2.0.0.json');
    if (!schema) return skip();
    const ajv = new Ajv({ strict: false, allErrors: true });
    formats.default(ajv);
    const validate = ajv.compile(schema as object);
    validate(manifest);
    expect(validate.errors).toBeNull();
  });

  it('has the commands that the bot answers, each explained in Dutch', () => {
    expect(manifest.features.slash_commands.map(({ command }) => command)).toEqual([...COMMANDS]);
    for (const { description, usage_hint } of manifest.features.slash_commands) {
      expect(description.length).toBeGreaterThan(10);
      expect(usage_hint).toMatch(/^\[.+\]$/);
    }
  });

  it('has the shortcut that the bot answers, with a name that Slack shows whole', () => {
    expect(manifest.features.shortcuts).toMatchObject([
      { type: 'message', callback_id: UPDATE_FROM_MESSAGE },
    ]);
    for (const { name } of manifest.features.shortcuts) expect(name.length).toBeLessThanOrEqual(24);
  });

  it('has every address on one host, which is to be replaced', () => {
    const { event_subscriptions: events, interactivity } = manifest.settings;
    const urls = [
      ...manifest.features.slash_commands.map(({ url }) => url),
      events.request_url,
      interactivity.request_url,
    ];
    expect(new Set(urls)).toEqual(new Set(['https://doebot.example/slack/events']));
    expect(interactivity.is_enabled).toBe(true);
  });

  it('lets persons write to the bot', () => {
    expect(manifest.features.bot_user.display_name).toBe('Doebot');
    expect(manifest.features.app_home).toMatchObject({
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    });
    expect(manifest.settings.event_subscriptions.bot_events.toSorted()).toEqual([
      'app_mention',
      'message.im',
    ]);
  });

  it('asks for the scopes that the methods and events need, and for no other', ({ skip }) => {
    const events = reference('data/slack-events.json') as Record<string, string[]> | undefined;
    if (!METHODS || !events) return skip();
    expect(called).toContain('chat.postMessage');
    const any = called.map(
      (method) => [method, METHODS?.[method]?.bot_scopes ?? ['unknown method']] as const,
    );
    for (const [method, possible] of any) {
      const granted = possible.length === 0 || possible.some((scope) => scopes.includes(scope));
      expect([method, granted]).toEqual([method, true]);
    }
    // The published list writes one of them with a full stop.
    const ofEvents = manifest.settings.event_subscriptions.bot_events.map((event) => {
      return events[event]?.map((scope) => scope.replace('app_mentions.read', 'app_mentions:read')) ?? [];
    });
    for (const possible of ofEvents) expect(possible.some((scope) => scopes.includes(scope))).toBe(true);
    // Files are fetched from their own address, which no method is for.
    const needed = new Set([
      'commands',
      'files:read',
      ...any.flatMap(([, possible]) => possible),
      ...ofEvents.flat(),
    ]);
    expect(scopes.filter((scope) => !needed.has(scope))).toEqual([]);
  });
});
