import type { Connection } from '../../src/chat/platform.ts';
import type { MailConfig } from '../../src/config.ts';
import { keyOf, LIFETIME } from '../../src/mail/link.ts';
import { linksFor } from '../../src/mail/links.ts';
import type { Driver, Seen } from '../driver.ts';
import { mount } from '../mount.ts';
import { type FakeSmtp, fakeSmtp } from './fake-smtp.ts';
import { mailScreen, type Press, type Screen, screenOf } from './seen.ts';

export const SECRET = 'a secret of the test, long enough';
export const PUBLIC_URL = 'https://doebot.example';

/** Persons who only have mail, and open its links in a browser. */
export type MailDriver = Driver & {
  smtp: FakeSmtp;
  connection: Connection;
  /** A page as a browser asks for it, at an address that begins with `PUBLIC_URL`. */
  fetch(url: string, init?: RequestInit): Promise<Response>;
  /** Where this person can ask anything, as it is in every mail. */
  linkOf(email: string): string;
  /** What this person has before them. */
  screen(email: string): Screen | undefined;
};

export type Options = { tenant: string; now: () => Temporal.Instant };

/** Above this Gmail hides the rest. */
const CLIPPED = 102_000;

/** The driver's `stop` throws when a mail or page was not as it should be. */
export async function mailDriver(
  start: (config: MailConfig) => Connection,
  { tenant, now }: Options,
): Promise<MailDriver> {
  const smtp = await fakeSmtp();
  const config = {
    smtpUrl: smtp.url,
    from: 'Doebot <doebot@doebot.example>',
    secret: SECRET,
    publicUrl: PUBLIC_URL,
  };
  const connection = start(config);
  const door = await mount(connection);
  const before = new Map<string, { screen: Screen; url: string }>();
  const read = new Set<object>();
  const violations: string[] = [];

  const get = (url: string, init: RequestInit = {}) =>
    fetch(url.replace(PUBLIC_URL, door.url), { redirect: 'manual', ...init });
  const visit = async (email: string, url: string, init?: RequestInit): Promise<Screen> => {
    const response = await get(url, init);
    const html = await response.text();
    violations.push(...problemsOf(response, html));
    const screen = screenOf(html);
    before.set(email, { screen, url });
    return screen;
  };
  const handIn = (email: string, { to, hands = {} }: Press, url: string, more: Record<string, string> = {}) =>
    visit(email, new URL(to, url).href, { method: 'POST', body: new URLSearchParams({ ...hands, ...more }) });
  const linkOf = (email: string) => {
    const until = now().add({ hours: LIFETIME.days * 24 });
    return linksFor({ publicUrl: PUBLIC_URL, key: keyOf(SECRET) }, { tenant, email, until }).vraag();
  };
  const press = async (email: string, label: string): Promise<Screen> => {
    const { screen, url } = before.get(email) ?? { screen: undefined, url: '' };
    const pressed = screen?.presses.find((one) => one.label === label);
    if (!pressed) throw new Error(`No button «${label}» among ${screen?.buttons.join(', ')}`);
    if (pressed.hands) return handIn(email, pressed, url);
    const to = new URL(pressed.to, url || undefined).href;
    const opened = await visit(email, to);
    return opened.confirms ? handIn(email, opened.confirms, to) : opened;
  };

  return {
    name: 'mail',
    smtp,
    connection,
    fetch: get,
    linkOf,
    screen: (email) => before.get(email)?.screen,
    say: async (email, text) => {
      const url = linkOf(email);
      const { asks } = await visit(email, url);
      if (!asks) throw new Error('There is nowhere to ask');
      return handIn(email, asks, url, { vraag: text });
    },
    press,
    fill: async (email, values) => {
      const { screen, url } = before.get(email) ?? {};
      if (!screen?.filling || !url) throw new Error('There is no form');
      const kept = (screen.form?.fields ?? []).map(
        ({ name, value }) => [`veld.${name}`, values[name] ?? value] as const,
      );
      return handIn(email, screen.filling, url, Object.fromEntries(kept));
    },
    letters: async (email) => {
      const fresh = smtp.arrived.filter((one) => one.to === email && !read.has(one));
      for (const one of fresh) read.add(one);
      violations.push(
        ...fresh.filter(({ size }) => size > CLIPPED).map(({ subject }) => `too large: ${subject}`),
      );
      const screens = fresh.map(({ html = '' }) => mailScreen(html));
      const last = screens.at(-1);
      if (last) before.set(email, { screen: last, url: '' });
      return screens satisfies Seen[];
    },
    async stop() {
      await connection.stop();
      await door.close();
      await smtp.stop();
      if (violations.length > 0) throw new Error(`A mail or page is not right:\n${violations.join('\n')}`);
    },
  };
}

/** What would make a page unsafe, or unreadable to some. */
function problemsOf({ headers }: Response, html: string): string[] {
  const csp = headers.get('content-security-policy') ?? '';
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  const labels = new Set([...html.matchAll(/<label for="([^"]*)"/g)].map(([, id]) => id));
  const inputs = [...html.matchAll(/<(?:input|select|textarea) (?!type="hidden")[^>]* id="([^"]*)"/g)];
  return [
    ...(csp.includes("default-src 'none'") && !csp.includes('unsafe') ? [] : [`policy: ${csp}`]),
    ...(headers.get('cache-control') === 'no-store' ? [] : ['may be kept']),
    ...(headers.get('referrer-policy') === 'no-referrer' ? [] : ['tells its address']),
    ...(html.includes('<html lang="nl"') ? [] : ['no language']),
    ...(/<script|\son\w+=|\sstyle=|javascript:/i.test(html.replace(/>[^<]*</g, '><'))
      ? ['a script or style in place']
      : []),
    ...((html.match(/<h1/g)?.length ?? 0) === 1 ? [] : ['not one h1']),
    ...(new Set(ids).size === ids.length ? [] : ['an id twice']),
    ...inputs.flatMap(([, id]) => (labels.has(id) ? [] : [`no label for ${id}`])),
  ];
}
