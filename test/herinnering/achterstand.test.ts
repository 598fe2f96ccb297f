import { beforeEach, describe, expect, test } from 'vitest';
import { deliverDue } from '../../src/chat/outbox.ts';
import { DeliveryError } from '../../src/chat/platform.ts';
import { post } from '../../src/chat/post.ts';
import { passThrough } from '../../src/console/quarter.ts';
import { achterstanden, achterstandText } from '../../src/herinnering/stored-achterstand.ts';
import { hoorders } from '../../src/herinnering/stored-melding.ts';
import { nextDue } from '../../src/jobs.ts';
import { KINDS } from '../database.ts';
import { START } from '../moments.ts';
import { talkFor } from '../scene.ts';
import { SECRETARIS, UWV } from '../talk.ts';

const TNO = 'trekker@tno.example';

describe.each(KINDS)('late, on %s,', (kind) => {
  const talk = talkFor(kind);

  const failFor = (emails: readonly string[], final = false) => {
    talk.platform.fails = ({ address }) => {
      if (emails.includes((address as { email: string }).email)) throw new DeliveryError('nee', { final });
    };
  };
  const late = async () => {
    const all = await achterstanden(talk.db, talk.clock.now(), START);
    return achterstandText(all.filter(({ wat }) => wat !== 'hartslag'));
  };

  describe('of what a platform does not take,', () => {
    const deliver = () =>
      deliverDue(talk.regioId, {
        db: talk.db,
        platforms: [talk.platform],
        composers: { hello: async () => ({ elements: [{ kind: 'text', text: 'Hallo' }] }) },
        now: talk.clock.now,
        log: talk.log,
      });
    const hello = async (...emails: string[]) => {
      await talk.inRegio(async (tx) => {
        const rows = await tx.persoon.findMany({ where: { email: { in: emails } } });
        const berichten = rows.map(({ id }) => ({ persoonId: id, soort: 'hello', inhoud: {} }));
        await post(tx, berichten, talk.clock.now());
      });
      await deliver();
    };
    const pass = (minutes: number) =>
      passThrough(
        { ...talk.clock, nextDue: () => nextDue(talk.db), runDue: deliver },
        talk.clock.now().add({ minutes }),
      );
    beforeEach(() => talk.inRegio((tx) => tx.herinnering.deleteMany({})));

    test('is all of it ten minutes after it was tried first, until something arrives', async () => {
      failFor([UWV, TNO, SECRETARIS]);
      await hello(UWV, TNO, SECRETARIS);
      await pass(9);
      expect(await late()).toBe('');
      await pass(2);
      expect(await late()).toMatch(/: 3 berichten via console late since 2026-11-23T08:00:00Z$/);
      await pass(300);
      const given = await talk.inRegio((tx) => tx.bericht.count({ where: { status: 'mislukt' } }));
      expect(given).toBe(3);
      expect(await late()).toContain('3 berichten via console late');
      delete talk.platform.fails;
      await hello(UWV);
      expect(await late()).toBe('');
    });

    test('is nothing when it is one person, however many messages they have', async () => {
      failFor([UWV]);
      await hello(UWV);
      await hello(UWV);
      await pass(60);
      expect(await late()).toBe('');
    });

    test('is nothing when others were reached since', async () => {
      failFor([UWV, TNO]);
      await hello(UWV, TNO);
      await hello(SECRETARIS);
      await pass(60);
      expect(await late()).toBe('');
    });

    test('is nothing when it was refused for good: that lies in who it is for', async () => {
      failFor([UWV, TNO], true);
      await hello(UWV, TNO);
      await pass(60);
      expect(await late()).toBe('');
    });
  });

  describe('a report of failures', () => {
    const giveUp = () =>
      talk.inRegio(async (tx) => {
        const { id: persoonId } = await tx.persoon.findFirstOrThrow({ where: { email: UWV } });
        const op = new Date(talk.clock.now().epochMilliseconds);
        const row = { persoonId, soort: 'hello', inhoud: {}, gemaaktOp: op, volgendeOp: op };
        await tx.bericht.create({ data: { ...row, status: 'mislukt', fout: 'geweigerd' } });
      });
    const hearing = () =>
      talk.inRegio(async (tx) => {
        const rows = await tx.persoon.findMany({ where: { id: { in: await hoorders(tx) } } });
        return rows.map(({ email }) => email);
      });
    const runAfter = async (minutes: number) => {
      talk.clock.moveTo(talk.clock.now().add({ minutes }));
      await talk.run();
    };
    const told = () => talk.sent.filter(({ text }) => text.includes('niet bereikt')).map(({ to }) => to);

    test('that reached nobody is, for a day, while it is tried again', async () => {
      failFor(await hearing(), true);
      await giveUp();
      await talk.run();
      expect(await late()).toMatch(/: 1 meldingen late since 2026-11-23T08:00:00Z$/);
      await runAfter(1);
      failFor(await hearing());
      await runAfter(10);
      const row = { soort: 'niet-bezorgd', status: 'wacht', gehad: { isEmpty: true } } as const;
      expect(await talk.inRegio((tx) => tx.bericht.count({ where: row }))).toBe((await hearing()).length);
      expect(await late()).toContain('1 meldingen late');
      delete talk.platform.fails;
      await runAfter(10);
      expect(told().sort()).toEqual((await hearing()).sort());
      expect(await late()).toBe('');
      await runAfter(24 * 60);
      expect(told()).toHaveLength((await hearing()).length);
    });

    test('that reached one of them is not', async () => {
      const extra = { where: { email: TNO }, data: { rol: 'beheerder' } } as const;
      await talk.inRegio((tx) => tx.persoon.updateMany(extra));
      failFor([SECRETARIS], true);
      await giveUp();
      await talk.run();
      expect(told()).toContain(TNO);
      expect(told()).not.toContain(SECRETARIS);
      expect(await late()).toBe('');
    });

    test('is given up after a week', async () => {
      failFor(await hearing(), true);
      await giveUp();
      await talk.run();
      await runAfter(1);
      delete talk.platform.fails;
      await runAfter(8 * 24 * 60);
      expect(told()).toEqual([]);
      expect(await late()).toBe('');
    });
  });
});
