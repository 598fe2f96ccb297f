import { describe, expect, test } from 'vitest';
import { deliverDue } from '../../src/chat/outbox.ts';
import { composeStilstand, reportStilstand } from '../../src/herinnering/report-stilstand.ts';
import { achterstanden, achterstandText } from '../../src/herinnering/stored-achterstand.ts';
import { KINDS } from '../database.ts';
import { at, START } from '../moments.ts';
import { talkFor } from '../scene.ts';
import { SECRETARIS } from '../talk.ts';

describe.each(KINDS)('standing still, on %s', (kind) => {
  const talk = talkFor(kind);

  const late = async (since = START) =>
    achterstandText(await achterstanden(talk.db, talk.clock.now(), since));
  const told = () => talk.sent.filter(({ text }) => text.includes('Doebot heeft stilgestaan'));
  /** The uitvraag of the RBA is on 17 December 2026 at 09:00. */
  const beforeUitvraag = at('2026-12-17T08:50');

  test('while something was due is told once: from when to when, and how many messages go out late', async () => {
    await talk.passTo(beforeUitvraag);
    await talk.run();
    const planned = await talk.inRegio((tx) =>
      tx.herinnering.count({
        where: { status: 'gepland', geplandOp: { lte: new Date(at('2026-12-17T10:00').epochMilliseconds) } },
      }),
    );
    expect(planned).toBeGreaterThan(20);
    talk.clock.moveTo(at('2026-12-17T11:30'));
    await Promise.all([talk.run(), talk.run()]);
    // Made while the other process is still at work it waits: what is planned may be on its way.
    talk.clock.moveTo(at('2026-12-17T11:41'));
    await talk.run();
    expect(told().map(({ to }) => to)).toContain(SECRETARIS);
    expect(new Set(told().map(({ to }) => to)).size).toBe(told().length);
    const [one] = told();
    expect(one?.text).toContain('Van 17 december 2026, 08:50 tot 17 december 2026, 11:30 uur');
    expect(one?.text).toContain(`${planned} berichten gaan alsnog de deur uit`);
  });

  test('while it lasts says how many messages still stand still, and how many were given up', async () => {
    await talk.passTo(beforeUitvraag);
    await talk.run();
    talk.sent.length = 0;
    const { id: persoonId } = await talk.inRegio((tx) => tx.persoon.findFirstOrThrow());
    const due = new Date(at('2026-12-17T09:00').epochMilliseconds);
    const row = { persoonId, soort: 'hello', inhoud: {}, gemaaktOp: due, volgendeOp: due };
    await talk.inRegio((tx) => tx.bericht.createMany({ data: [row, row] }));
    talk.clock.moveTo(at('2026-12-17T11:30'));
    await reportStilstand(talk.db, talk.clock.now(), (_, error) => expect.unreachable(String(error)));
    await talk.inRegio((tx) =>
      tx.bericht.updateMany({ where: { soort: 'hello' }, data: { status: 'mislukt' } }),
    );
    // Nothing is handed over: of all the jobs only what is in the outbox goes out.
    const { db, platform, clock, log } = talk;
    const parts = { db, platforms: [platform], composers: { stilstand: composeStilstand }, log };
    const deliver = () => deliverDue(talk.regioId, { ...parts, now: clock.now });
    await deliver();
    expect(talk.sent).toEqual([]);
    const still = await talk.inRegio((tx) =>
      tx.herinnering.count({ where: { status: 'gepland', geplandOp: { lte: due } } }),
    );
    clock.moveTo(at('2026-12-17T11:40'));
    await deliver();
    const text = talk.sent.find(({ to }) => to === SECRETARIS)?.text;
    expect(text).toContain('Doebot staat deels stil');
    expect(text).toContain('Sinds 17 december 2026, 08:50 uur');
    expect(text).toContain(
      `${still} berichten staan nog stil; Doebot blijft het proberen. Vraag de beheerder om te kijken.`,
    );
    expect(text).toContain('2 berichten kwamen niet aan. Typ «niet bereikt» om te zien bij wie.');
    expect(text).not.toMatch(/ tot |alsnog/);
  });

  test('while nothing was due is no news', async () => {
    await talk.run();
    talk.clock.moveTo(talk.clock.now().add({ hours: 24 }));
    await talk.run();
    expect(told()).toEqual([]);
    expect(await late()).toBe('');
  });

  test('shows as soon as a planned time is ten minutes past without its messages', async () => {
    await talk.passTo(beforeUitvraag);
    await talk.run();
    expect(await late()).toBe('');
    talk.clock.moveTo(at('2026-12-17T09:11'));
    expect(await late()).toMatch(
      /no jobs since 2026-12-17T07:50:00Z; .*: \d+ herinneringen late since 2026-12-17T08:00:00Z/,
    );
    await talk.run();
    expect(await late()).toBe('');
  });

  test('does not show for what was put off', async () => {
    await talk.run();
    const persoonId = (await talk.inRegio((tx) => tx.persoon.findFirstOrThrow())).id;
    const op = (minutes: number) => new Date(talk.clock.now().add({ minutes }).epochMilliseconds);
    const row = { persoonId, soort: 'hello', inhoud: {}, gemaaktOp: op(-60) };
    await talk.inRegio((tx) => tx.bericht.create({ data: { ...row, volgendeOp: op(5) } }));
    expect(await late()).toBe('');
    await talk.inRegio((tx) => tx.bericht.create({ data: { ...row, volgendeOp: op(-11) } }));
    expect(await late()).toContain('1 berichten late');
  });

  test('of one regio only, in which the jobs fail, shows; the others go on', async () => {
    await talk.run();
    const other = await talk.db.owner.regio.create({ data: { code: 'elders', naam: 'Elders' } });
    await talk.run();
    const persoonId = (await talk.inRegio((tx) => tx.persoon.findFirstOrThrow())).id;
    const now = new Date(talk.clock.now().epochMilliseconds);
    const row = { persoonId, soort: 'hello', inhoud: {}, gemaaktOp: now, volgendeOp: now };
    await talk.inRegio((tx) => tx.bericht.create({ data: row }));
    const broken = { ...talk.platform };
    Object.defineProperty(broken, 'tenants', {
      get() {
        throw new Error('broken');
      },
    });
    talk.clock.moveTo(talk.clock.now().add({ minutes: 6 }));
    await talk.runOn(broken);
    const text = await late();
    expect(text).toContain('no jobs');
    expect(text).not.toContain('elders');
    await talk.db.owner.$executeRaw`delete from hartslag where regio_id = ${other.id}`;
    await talk.db.owner.$executeRaw`delete from regio where id = ${other.id}`;
  });

  test('a regio that was never looked after gets its run-up at the first beat, and once', async () => {
    await talk.inRegio((tx) => tx.herinnering.deleteMany({}));
    await talk.run();
    const count = () => talk.inRegio((tx) => tx.herinnering.count());
    const planned = await count();
    expect(planned).toBeGreaterThan(100);
    await talk.inRegio((tx) => tx.herinnering.deleteMany({}));
    await talk.run();
    expect(await count()).toBe(0);
    expect(await late(talk.clock.now())).toBe('');
  });
});
