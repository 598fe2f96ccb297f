import { beforeEach, expect, test } from 'vitest';
import { SECRETARIS, UWV } from '../talk.ts';
import { afterUitvraag } from './mailbox.ts';

const TNO = 'trekker@tno.example';
const { talk, box } = afterUitvraag();
beforeEach(async () => {
  await box.press(UWV, 'Niet van mij');
  await box.fill(UWV, { nummer: '4', wie: '' });
});

test('who said it takes it back, and is asked again', async () => {
  const press = box.hold(UWV, 'Toch wel', { of: `answer ${UWV}` });
  expect(await press()).toContain('Jij wordt weer gevraagd bij #4');
  expect(await press()).toContain('Al verwerkt.');
  await talk.run();
  expect(box.open(UWV)).toContain(4);
  expect(
    talk.sent.filter(({ to }) => to === SECRETARIS).filter(({ text }) => text.includes('Niet van mij')),
  ).toEqual([]);
});

test('the secretaris has it asked again: her message says so, once and for all', async () => {
  await talk.run();
  const press = box.hold(SECRETARIS, 'Toch wel', { bij: 4 });
  expect(await press()).toContain('wordt weer gevraagd');
  expect(await press()).toContain('wordt weer gevraagd');
  await talk.run();
  expect(box.open(UWV)).toContain(4);
  expect(box.text(SECRETARIS)).toContain('wordt weer gevraagd');
  expect(await talk.inRegio((tx) => tx.logregel.count({ where: { wat: 'toch wel' } }))).toBe(1);
});

test('somebody else cannot take it back', async () => {
  const press = box.hold(TNO, 'Toch wel', { of: `answer ${UWV}` });
  expect(await press()).toContain('Dit kan alleen wie het zelf heeft gezegd, of de secretaris.');
  expect(await talk.inRegio((tx) => tx.afgewezen.count())).toBe(1);
});
