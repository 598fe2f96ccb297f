import { expect, test } from 'vitest';
import { adresOf, adresRoute } from '../../src/adres/serve-adres.ts';
import { keyOf } from '../../src/adres/token.ts';
import { START } from '../moments.ts';
import { served } from '../served.ts';

const KEY = keyOf('xoxb-1', 'kalender');
const { talk, base } = served(KEY, (parts) =>
  adresRoute('kalender', parts, async ({ regioId, over }) => {
    if (over === 'weg') return undefined;
    if (over === 'stuk') throw new Error('stuk');
    return {
      bytes: new TextEncoder().encode(`${regioId} ${over}`),
      headers: { 'content-type': 'text/plain' },
    };
  }),
);

const urlOf = (over?: string, key = KEY) => adresOf('kalender', base(), key)({ regioId: 1, at: START, over });

test('an address says what it is about, and nobody can make it say something else', async () => {
  const url = urlOf('p12o3');
  expect(await (await fetch(url)).text()).toBe('1 p12o3');
  expect(await (await fetch(urlOf())).text()).toBe('1 undefined');
  const wrong = [
    url.replace('p12o3', 'p13o3'),
    url.replace('-p12o3', ''),
    url.replace('/1-', '/2-'),
    url.replace('.ics', '.png'),
    urlOf('p12o3', keyOf('xoxb-1', 'export')),
    urlOf('P-12'),
  ];
  for (const address of wrong) expect((await fetch(address)).status, address).toBe(404);
  expect((await fetch(url, { method: 'POST' })).status).toBe(404);
});

test('what is there no more is not found, and what goes wrong says only that', async () => {
  expect((await fetch(urlOf('weg'))).status).toBe(404);
  const broken = await fetch(urlOf('stuk'));
  expect([broken.status, await broken.text()]).toEqual([500, '']);
});

test('an address holds as long as things of its kind do', async () => {
  const url = urlOf('p1');
  talk.clock.moveTo(START.add({ hours: 365 * 24 }));
  expect((await fetch(url, { method: 'HEAD' })).status).toBe(200);
  talk.clock.moveTo(START.add({ hours: 365 * 24, seconds: 1 }));
  expect((await fetch(url)).status).toBe(404);
});
