import { expect, test } from 'vitest';
import { planHerinneringen } from '../../src/herinnering/plan-herinneringen.ts';
import { at } from '../moments.ts';
import { talkFor } from '../scene.ts';
import { SECRETARIS, UWV } from '../talk.ts';

const talk = talkFor('postgres');

const audience = (soort: 'uitvraag' | 'stukken' | 'dag_ervoor') =>
  talk.inRegio(async (tx) => {
    const rows = await tx.herinnering.findMany({ where: { soort }, include: { persoon: true } });
    return rows.map(({ persoon }) => persoon.email).sort();
  });
const replan = () =>
  talk.inRegio(async (tx) => {
    const { id } = await tx.vergadering.findFirstOrThrow();
    await planHerinneringen(tx, id, talk.clock.now());
  });

test('planning again changes nothing', async () => {
  const count = () =>
    talk.inRegio((tx) =>
      tx.herinnering.groupBy({
        by: ['soort', 'geplandOp'],
        _count: true,
        orderBy: [{ soort: 'asc' }, { geplandOp: 'asc' }],
      }),
    );
  const before = await count();
  await replan();
  await replan();
  expect(await count()).toEqual(before);
});

test('the secretaris of the overleg and its leden are those who hold the zetel on the day', async () => {
  expect(await audience('stukken')).toEqual([SECRETARIS]);
  expect(await audience('dag_ervoor')).toContain('bestuurder@fnv.example');
  await talk.inRegio(async (tx) => {
    const { id } = await tx.bezetting.findFirstOrThrow({
      where: { persoon: { email: 'bestuurder@fnv.example' } },
    });
    await tx.bezetting.updateMany({ where: { id }, data: { tot: new Date('2027-01-10') } });
  });
  await replan();
  expect(await audience('dag_ervoor')).not.toContain('bestuurder@fnv.example');
  await talk.inRegio((tx) => tx.bezetting.updateMany({ data: { tot: null } }));
});

test('a trekker that names a persoon asks that persoon only', async () => {
  await talk.inRegio(async (tx) => {
    const tno = await tx.organisatie.findFirstOrThrow({ where: { code: 'tno' } });
    const other = {
      organisatieId: tno.id,
      naam: 'Tweede TNO',
      email: 'tweede@tno.example',
      rol: 'trekker' as const,
    };
    const { id } = await tx.persoon.create({ data: other });
    await tx.trekker.updateMany({ where: { organisatieId: tno.id }, data: { persoonId: id } });
  });
  await replan();
  const asked = await audience('uitvraag');
  expect(asked).toContain('tweede@tno.example');
  expect(asked).not.toContain('trekker@tno.example');
  await talk.passTo(at('2026-12-17T09:00'));
  expect(talk.sent.map(({ to }) => to)).not.toContain('trekker@tno.example');
});

test('who carries what had ended is asked once it goes on again', async () => {
  await talk.inRegio((tx) => tx.actie.updateMany({ data: { status: 'afgerond' } }));
  await replan();
  await talk.inRegio((tx) => tx.actie.updateMany({ where: { nummer: 4 }, data: { status: 'loopt' } }));
  await talk.passTo(at('2026-12-17T09:00'));
  const asked = talk.sent.filter(({ text }) => text.startsWith('Update voor'));
  expect(asked.map(({ to }) => to)).toEqual([UWV]);
});

test('a secretaris who wants messages on Mondays only has one of several days that fall together', async () => {
  const persoonId = await talk.inRegio(async (tx) => {
    const { id } = await tx.persoon.findFirstOrThrow({ where: { email: SECRETARIS } });
    await tx.voorkeur.create({ data: { persoonId: id, dagen: [1] } });
    return id;
  });
  await replan();
  const respons = { persoonId, soort: 'respons' as const };
  const rows = await talk.inRegio((tx) => tx.herinnering.findMany({ where: respons }));
  expect(new Set(rows.map(({ geplandOp }) => geplandOp.toISOString())).size).toBe(rows.length);
  expect(rows.length).toBeGreaterThan(0);
});
