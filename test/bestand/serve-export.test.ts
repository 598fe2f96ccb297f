import { expect, test } from 'vitest';
import { keyOf } from '../../src/adres/token.ts';
import { pictureUrl } from '../../src/beeld/serve-beeld.ts';
import { exportRoute, exportUrl } from '../../src/bestand/serve-export.ts';
import { START } from '../moments.ts';
import { served } from '../served.ts';
import { SECRETARIS } from '../talk.ts';
import { cellsOf, exported } from './files.ts';

const KEY = keyOf('xoxb-1', 'export');
const { talk, base } = served(KEY, exportRoute);

const urlOf = () => exportUrl(base(), KEY)(talk.regioId, START);

test('who has the address gets the doe-agenda as it is now, to keep', async () => {
  await talk.say('trekker@uwv.example', 'actie 4 loopt Eerste gesprekken gevoerd');
  const response = await fetch(urlOf());
  expect(response.status).toBe(200);
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="doe-agenda.xlsx"');
  expect(response.headers.get('cache-control')).toBe('no-store');
  const bytes = new Uint8Array(await response.arrayBuffer());
  expect(await cellsOf(bytes)).toEqual(await cellsOf(await exported(talk)));
  expect(await talk.give(SECRETARIS, 'doe-agenda.xlsx', bytes)).toContain('46 ongewijzigd, 0 fouten');
  expect((await fetch(urlOf(), { method: 'HEAD' })).status).toBe(200);
});

test('the address works for an hour', async () => {
  const url = urlOf();
  talk.clock.moveTo(START.add({ hours: 1 }));
  expect((await fetch(url)).status).toBe(200);
  talk.clock.moveTo(START.add({ hours: 1, seconds: 1 }));
  expect((await fetch(url)).status).toBe(404);
});

test('any other address is not found, that of a picture neither', async () => {
  const url = urlOf();
  const picture = pictureUrl(base(), keyOf('xoxb-1'))(talk.regioId, START);
  const wrong = [
    url.replace(/(.)\.xlsx$/, (_, last) => `${last === 'A' ? 'B' : 'A'}.xlsx`),
    url.replace('/export/', '/export/9'),
    url.replace('.xlsx', ''),
    picture.replace('/beeld/', '/export/').replace('.png', '.xlsx'),
    exportUrl(base(), keyOf('xoxb-2', 'export'))(talk.regioId, START),
    `${base()}/export/`,
  ];
  for (const address of wrong) expect((await fetch(address)).status, address).toBe(404);
  expect((await fetch(url, { method: 'POST' })).status).toBe(404);
});
