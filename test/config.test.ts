import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from '../src/config.ts';
import { settings } from '../src/settings.ts';

function problemsOf(env: Record<string, string>): string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

const TEAMS = {
  TEAMS_APP_ID: '11111111-2222-3333-4444-555555555555',
  TEAMS_APP_PASSWORD: 'x',
  TEAMS_TENANT_ID: '66666666-7777-8888-9999-000000000000',
};

describe('the settings', () => {
  test('have defaults that let a newcomer start', () => {
    const config = readConfig({});
    expect(config).toMatchObject({ port: 3978, host: '127.0.0.1', dataDir: './data', production: false });
    expect([config.databaseUrl, config.slack, config.teams]).toEqual([undefined, undefined, undefined]);
  });

  test('report all problems at once, with the name, the purpose and an example of each', () => {
    const problems = problemsOf({
      PORT: 'x',
      DATABASE_URL: 'mysql://x',
      SLACK_BOT_TOKEN: 'abc',
      TEAMS_APP_ID: '1',
    });
    for (const name of [
      'PORT',
      'DATABASE_URL',
      'SLACK_BOT_TOKEN',
      'TEAMS_APP_ID',
      'SLACK_SIGNING_SECRET',
      'TEAMS_TENANT_ID',
    ]) {
      expect(problems.find((problem) => problem.startsWith(name))).toMatch(
        /It is for: .+; for example: \w+=.+/,
      );
    }
  });

  test('take an empty variable for an absent one', () => {
    expect(readConfig({ PORT: '', SLACK_BOT_TOKEN: '' }).port).toBe(3978);
  });

  test('switch Slack on with a signing secret, or with an app token for Socket Mode', () => {
    expect(readConfig({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's' }).slack?.signingSecret).toBe(
      's',
    );
    expect(readConfig({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }).slack?.appToken).toBe(
      'xapp-1',
    );
    expect(problemsOf({ SLACK_SIGNING_SECRET: 's' })).toEqual([
      expect.stringMatching(/^SLACK_BOT_TOKEN is missing/),
    ]);
  });

  test('switch Teams on with app, password and tenant together', () => {
    expect(readConfig(TEAMS).teams?.anonymous).toBe(false);
    expect(problemsOf({ TEAMS_APP_PASSWORD: 'x' })).toHaveLength(2);
  });

  test('have pictures where there is an address to fetch them from and a platform to show them', () => {
    const PUBLIC_URL = 'https://doebot.example/';
    expect(readConfig({ PUBLIC_URL }).beeld).toBeUndefined();
    expect(readConfig({ ...TEAMS }).beeld).toBeUndefined();
    expect(readConfig({ ...TEAMS, PUBLIC_URL }).beeld).toEqual({
      publicUrl: 'https://doebot.example',
      secret: 'x',
    });
    expect(problemsOf({ PUBLIC_URL: 'http://doebot.example' })).toHaveLength(1);
  });

  test('switch mail on with all that it needs together', () => {
    const mail = { SMTP_URL: 'smtp://smtp.example', MAIL_FROM: 'a@b.example', MAIL_SECRET: 'x'.repeat(32) };
    const PUBLIC_URL = 'https://doebot.example/';
    expect(readConfig({ ...mail, PUBLIC_URL }).mail).toEqual({
      smtpUrl: 'smtp://smtp.example',
      from: 'a@b.example',
      secret: mail.MAIL_SECRET,
      publicUrl: 'https://doebot.example',
    });
    expect(readConfig({ PUBLIC_URL }).mail).toBeUndefined();
    expect(problemsOf(mail)).toEqual([expect.stringMatching(/^PUBLIC_URL is missing: SMTP_URL is given/)]);
    expect(
      problemsOf({ SMTP_URL: 'https://smtp.example', MAIL_FROM: 'Doebot', MAIL_SECRET: 'kort' }),
    ).toEqual(
      [
        'SMTP_URL is not right',
        'MAIL_FROM is not right',
        'MAIL_SECRET is not right',
        'PUBLIC_URL is missing',
      ].map((problem) => expect.stringContaining(problem)),
    );
  });

  test.each([
    ['on another host than loopback', { HOST: '0.0.0.0' }],
    ['in production', { NODE_ENV: 'production' }],
  ])('refuse anonymous Teams %s', (_, extra) => {
    expect(problemsOf({ TEAMS_ANONYMOUS: 'true', ...extra })).toEqual([
      expect.stringMatching(/^TEAMS_ANONYMOUS/),
    ]);
  });

  test('allow anonymous Teams on loopback', () => {
    expect(readConfig({ TEAMS_ANONYMOUS: 'true' }).teams?.anonymous).toBe(true);
  });
});

test('.env.example names every setting with its purpose and a value that is right', () => {
  const lines = readFileSync(join(import.meta.dirname, '../.env.example'), 'utf8').split('\n');
  const named = Object.fromEntries(
    lines.flatMap((line, index) => {
      const [, name, value] = /^(?:# )?([A-Z_]+)=(.*)$/.exec(line) ?? [];
      return name ? [[name, { value, above: lines[index - 1] }]] : [];
    }),
  );
  expect(Object.keys(named).sort()).toEqual(Object.keys(settings.shape).sort());
  for (const [name, field] of Object.entries(settings.shape)) {
    expect(named[name]?.above).toBe(`# ${field.meta()?.description}`);
    expect(field.safeParse(named[name]?.value).success, name).toBe(true);
  }
});
