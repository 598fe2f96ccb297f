import { describe, expect, test } from 'vitest';
import { keyOf, type Link, signLink } from '../../src/mail/link.ts';
import { PATH } from '../../src/mail/links.ts';
import { SECRETARIS, UWV } from '../talk.ts';
import { PUBLIC_URL, SECRET } from './mail-driver.ts';
import { withMail } from './mail-scene.ts';
import { screenOf, textOf } from './seen.ts';

const { talk, mail, regio, updates } = withMail();

/** A link as a mail has it, for UWV to report that nothing changed at actie 4. */
function linkTo(
  of: { email?: string; tenant?: string; secret?: string; said?: Link['said']; hours?: number } = {},
) {
  const until = talk.clock.now().add({ hours: of.hours ?? 24 });
  const holder = { tenant: of.tenant ?? regio.tenant, email: of.email ?? UWV, until };
  return `${PUBLIC_URL}${PATH}${signLink({ holder, said: of.said ?? UNCHANGED }, keyOf(of.secret ?? SECRET))}`;
}

const UNCHANGED = knop('update.ongewijzigd', { nummer: 4, na: 0 });

function knop(command: string, input: Record<string, string | number>): Link['said'] {
  return { soort: 'knop', label: 'Doe het', bij: '#4 Samenwerking', command, input };
}

const show = async (url: string, init?: RequestInit) => {
  const response = await mail.fetch(url, init);
  const html = await response.text();
  return { status: response.status, html, text: textOf(/<main>.*/s.exec(html)?.[0] ?? '') };
};
const hand = (url: string, fields: Record<string, string> = {}) =>
  show(url, { method: 'POST', body: new URLSearchParams(fields) });

/** All that is in the database. */
async function everything(): Promise<string> {
  const tables = await talk.db.owner.$queryRaw<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'public' order by 1`;
  const sums: string[] = [];
  for (const { name } of tables) {
    const [row] = await talk.db.owner.$queryRawUnsafe<{ sum: string | null }[]>(
      `select md5(string_agg(row::text, '|' order by row::text)) as sum from "${name}" as row`,
    );
    sums.push(`${name} ${row?.sum}`);
  }
  return sums.join('\n');
}

describe('a link', () => {
  test.each(['GET', 'HEAD'])(
    'that changes something changes nothing when it is looked at (%s)',
    async (method) => {
      const [before, there] = [await everything(), await updates()];
      for (const _ of [1, 2]) {
        const { status, html } = await show(linkTo(), { method });
        expect(status).toBe(200);
        if (method === 'HEAD') expect(html).toBe('');
        else expect(screenOf(html).confirms?.label).toBe('Doe het');
      }
      expect(await everything()).toBe(before);
      await hand(linkTo());
      expect(await updates()).toBe(there + 1);
    },
  );

  test('that only shows something shows it at once, and changes nothing either', async () => {
    const before = await everything();
    for (const said of [knop('actie.toon', { nummer: 4 }), knop('update.formulier', { nummer: 4 })]) {
      expect((await show(linkTo({ said }))).text).toContain('#4');
    }
    expect(await everything()).toBe(before);
  });

  test('is carried out once when its page is handed in twice, at the same time too', async () => {
    const url = linkTo();
    const { confirms } = screenOf((await show(url)).html);
    const answers = await Promise.all([1, 2, 3].map(() => hand(url, confirms?.hands)));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await updates()).toBe(1);
  });

  test('that was answered says so when it is opened and pressed again', async () => {
    await hand(linkTo(), { keer: '1' });
    const again = await hand(linkTo(), { keer: '2' });
    expect(again.text).toMatch(/al |intussen/i);
    expect(await updates()).toBe(1);
  });

  test('does what was signed, whatever is filled in', async () => {
    const said: Link['said'] = { soort: 'formulier', command: 'update.opslaan', input: { nummer: 4, na: 0 } };
    const { text } = await hand(linkTo({ said }), {
      'veld.nummer': '5',
      'veld.status': 'loopt',
      'veld.toelichting': 'Iets',
    });
    expect(text).toContain('Geregistreerd bij #4');
  });

  test('of a form cannot be opened by itself', async () => {
    const said: Link['said'] = { soort: 'formulier', command: 'update.opslaan', input: { nummer: 4, na: 0 } };
    expect(await show(linkTo({ said }))).toMatchObject({
      status: 404,
      text: expect.stringContaining('niet meer open'),
    });
  });

  test('on the page works no longer than the one that led to it', async () => {
    const { html } = await show(linkTo({ said: knop('actie.toon', { nummer: 4 }), hours: 1 }));
    const { presses, asks } = screenOf(html);
    expect(presses.length).toBeGreaterThan(0);
    talk.clock.moveTo(talk.clock.now().add({ hours: 2 }));
    for (const { to } of [...presses, ...(asks ? [asks] : [])])
      expect((await hand(`${PUBLIC_URL}${PATH}${to}`)).status).toBe(410);
  });
});

describe('there is no access', () => {
  const refused = async (url: string) => {
    const before = await everything();
    const [looked, handed] = [await show(url), await hand(url)];
    expect(await everything()).toBe(before);
    for (const { text } of [looked, handed]) expect(text).not.toContain('Samenwerking tussen');
    return handed;
  };

  test('with a link that was changed, or that somebody else signed', async () => {
    const [body = '', mac = ''] = linkTo().split('.').slice(-2);
    const base = linkTo().slice(0, -`${body}.${mac}`.length);
    const other = linkTo({ email: SECRETARIS }).split('.').at(-2);
    for (const url of [
      linkTo({ secret: 'b'.repeat(32) }),
      `${base}${body}.${mac.slice(1)}`,
      `${base}${other}.${mac}`,
      `${PUBLIC_URL}${PATH}`,
      `${PUBLIC_URL}${PATH}${'a'.repeat(9_000)}`,
    ]) {
      const { status, text } = await refused(url);
      expect([status, text]).toEqual([404, expect.stringContaining('Deze link klopt niet')]);
    }
  });

  test('when its time is over, and the page says what to do', async () => {
    const { status, text } = await refused(linkTo({ hours: -1 }));
    expect([status, text]).toEqual([410, expect.stringContaining('Open de nieuwste mail van Doebot')]);
  });

  test('for somebody who is not known, or has another address by now', async () => {
    expect((await hand(linkTo({ email: 'iemand@elders.example' }))).text).toContain('nog niet');
    const email = 'nieuw@uwv.example';
    await talk.inRegio((tx) => tx.persoon.updateMany({ where: { email: UWV }, data: { email } }));
    expect((await hand(linkTo())).text).toContain('We kennen elkaar nog niet');
    expect(await updates()).toBe(0);
  });

  test('for somebody who has left', async () => {
    const vertrokkenOp = new Date(talk.clock.now().epochMilliseconds);
    await talk.inRegio((tx) => tx.persoon.updateMany({ where: { email: UWV }, data: { vertrokkenOp } }));
    expect((await hand(linkTo())).text).toContain('hoort bij iemand die is vertrokken');
    expect(await updates()).toBe(0);
  });

  test('to another regio, or to one that is not there', async () => {
    expect((await hand(linkTo({ tenant: 'elders' }))).text).toContain('We kennen elkaar nog niet');
    expect((await hand(linkTo({ tenant: 'weg' }))).text).toContain('nog niet aan een arbeidsmarktregio');
    expect(await updates()).toBe(0);
  });

  test('for what no page of ours hands in', async () => {
    const json = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
    expect((await show(linkTo(), json)).status).toBe(415);
    expect((await show(linkTo(), { method: 'DELETE' })).status).toBe(405);
    expect((await hand(linkTo({ said: { soort: 'vraag' } }), { vraag: 'a'.repeat(4_001) })).status).toBe(400);
    const large = await hand(linkTo(), { keer: 'a'.repeat(400_000) });
    expect([large.status, large.text]).toEqual([413, expect.stringContaining('maak je tekst korter')]);
    expect(await updates()).toBe(0);
  });
});
