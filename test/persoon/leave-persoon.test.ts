import { describe, expect, test } from 'vitest';
import { KINDS } from '../database.ts';
import { at } from '../moments.ts';
import { talkFor } from '../scene.ts';
import { SECRETARIS, talkOn, UWV } from '../talk.ts';

const ELS = 'els@haarlem.example';
const BESTUURDER = 'bestuurder@uwv.example';

describe.each(KINDS)('leaving, on %s', (kind) => {
  const talk = talkFor(kind);

  const leave = async (who: string, wie: string) => {
    await talk.say(who, `persoon ${wie} vertrekt`);
    return talk.say(who, 'Vertrek vastleggen');
  };

  test('is asked first, with what is still carried and to whom it can go', async () => {
    const question = await talk.say(SECRETARIS, 'persoon trekker uwv vertrekt');
    expect(question).toContain('Vertrekt Trekker UWV?\nActies: #3, #4, #11, #15, #16, #30');
    expect(question).toContain('Herinneringen: 4 gepland');
    expect(question).toContain('Overdragen aan Bestuurder UWV');
    expect(await talk.inRegio((tx) => tx.persoon.count({ where: { vertrokkenOp: null } }))).toBe(50);
    expect(await talk.say(SECRETARIS, 'Overdragen aan Bestuurder UWV')).toContain(
      'Overdracht van Trekker UWV',
    );
  });

  test('makes that somebody is not recognised, not written to, and stays in the history', async () => {
    await talk.say(UWV, 'actie 4 loopt Eerste gesprekken gevoerd');
    await talk.say('trekker@tno.example', 'vraag update actie 11');
    expect(await leave(SECRETARIS, UWV)).toContain('Trekker UWV is vertrokken.');
    expect(await talk.say(UWV, 'actie 4')).toContain('hoort bij iemand die is vertrokken');
    await talk.passTo(at('2027-01-11T12:00'));
    expect(talk.sent.filter(({ to }) => to === UWV)).toEqual([]);
    expect(await talk.say(BESTUURDER, 'actie 4')).toContain('Eerste gesprekken gevoerd (Trekker UWV,');
    const lapsed = await talk.inRegio((tx) =>
      tx.herinnering.findMany({ where: { persoon: { email: UWV } }, distinct: ['status', 'reden'] }),
    );
    expect(lapsed).toMatchObject([{ status: 'vervallen', reden: 'de persoon is vertrokken' }]);
    const waiting = await talk.inRegio((tx) => tx.bericht.findMany({ where: { persoon: { email: UWV } } }));
    expect(waiting).toMatchObject([{ status: 'vervallen', fout: 'vertrokken' }]);
  });

  test('flags the acties of who was named, and asks the trekkers of the organisatie meanwhile', async () => {
    await talk.say(SECRETARIS, 'persoon toevoegen Jan jan@uwv.example UWV trekker');
    await talk.say(SECRETARIS, 'actie 4 contact jan@uwv.example');
    await leave(SECRETARIS, 'jan@uwv.example');
    expect(await talk.say(BESTUURDER, 'actie 4')).toContain(
      '⚠ Jan (UWV) is vertrokken en nog niet opgevolgd.',
    );
    expect(await talk.say(SECRETARIS, 'acties zonder contact')).toContain('1 actie · zonder contact\n• #4');
    expect(await talk.say('trekker@tno.example', 'vraag update actie 4')).toContain('Aan: Trekker UWV');
  });

  test('ends zetels: today is the last day', async () => {
    await leave(SECRETARIS, BESTUURDER);
    const held = await talk.inRegio((tx) =>
      tx.bezetting.findMany({ where: { persoon: { email: BESTUURDER } } }),
    );
    expect(held.length).toBeGreaterThan(0);
    for (const { tot } of held) expect(tot?.toISOString().slice(0, 10)).toBe('2026-11-23');
  });

  test('twice is once', async () => {
    await talk.say(SECRETARIS, `persoon toevoegen Els ${ELS} haarlem secretaris`);
    for (const who of [SECRETARIS, ELS]) await talk.say(who, `persoon ${UWV} vertrekt`);
    const answers = await Promise.all([SECRETARIS, ELS].map((who) => talk.say(who, 'Vertrek vastleggen')));
    expect(answers.filter((answer) => answer.includes('Al verwerkt'))).toHaveLength(1);
    expect(await talk.inRegio((tx) => tx.logregel.count({ where: { wat: 'persoon vertrokken' } }))).toBe(1);
  });

  test('is not for the last secretaris, nor for who may not', async () => {
    expect(await talk.say(SECRETARIS, `persoon ${SECRETARIS} vertrekt`)).toContain(
      'Je bent de enige secretaris.',
    );
    expect(await talk.say(UWV, `persoon ${BESTUURDER} vertrekt`)).toContain('Alleen de secretaris');
  });

  test.each([
    ['themselves', [SECRETARIS, ELS]],
    ['each other', [ELS, SECRETARIS]],
  ])('of two secretarissen who remove %s at the same moment one stays', async (_, gone) => {
    for (let turn = 0; turn < 3; turn += 1) {
      await talk.reset();
      await talk.say(SECRETARIS, `persoon toevoegen Els ${ELS} haarlem secretaris`);
      await talk.say(SECRETARIS, `persoon ${gone[0]} vertrekt`);
      await talk.say(ELS, `persoon ${gone[1]} vertrekt`);
      const answers = await Promise.all([SECRETARIS, ELS].map((who) => talk.say(who, 'Vertrek vastleggen')));
      const left = await talk.inRegio((tx) =>
        tx.persoon.count({ where: { rol: 'secretaris', vertrokkenOp: null } }),
      );
      expect(left, answers.join('\n')).toBe(1);
    }
  });
});

/** Held by a transaction of the test until both wait on it: two requests that are certainly in hand at the same time. */
test.each([
  ['themselves', [SECRETARIS, ELS]],
  ['each other', [ELS, SECRETARIS]],
])(
  'on postgres two secretarissen who remove %s, both in hand, leave one',
  async (_, gone) => {
    const talk = await talkOn('postgres');
    await talk.say(SECRETARIS, `persoon toevoegen Els ${ELS} haarlem secretaris`);
    await talk.say(SECRETARIS, `persoon ${gone[0]} vertrekt`);
    await talk.say(ELS, `persoon ${gone[1]} vertrekt`);
    const waiting = async () => {
      const [row] = await talk.db.owner.$queryRaw<{ n: number }[]>`
      select count(*)::int as n from pg_stat_activity
      where wait_event_type = 'Lock' and datname = current_database()`;
      return row?.n ?? 0;
    };
    const answers = await talk.db.owner.$transaction(async (tx) => {
      await tx.$queryRaw`select id from persoon where rol = 'secretaris' for no key update`;
      const pressed = Promise.all([SECRETARIS, ELS].map((who) => talk.say(who, 'Vertrek vastleggen')));
      while ((await waiting()) < 2);
      return { pressed };
    });
    const text = (await answers.pressed).join('\n');
    expect(text).toMatch(/is vertrokken/);
    expect(text).toMatch(/de enige secretaris/);
    const where = { rol: 'secretaris' as const, vertrokkenOp: null };
    expect(await talk.inRegio((tx) => tx.persoon.count({ where }))).toBe(1);
    await talk.close();
  },
  60_000,
);
