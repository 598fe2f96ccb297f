import { describe, expect, test } from 'vitest';
import { readMelding } from '../../src/actie/melding.ts';

describe('what is written behind the number of an actie', () => {
  test.each([
    ['loopt', 'loopt', ''],
    ['loopt Eerste gesprekken gevoerd', 'loopt', 'Eerste gesprekken gevoerd'],
    ['loopt eerste gesprekken gevoerd', 'loopt', 'eerste gesprekken gevoerd'],
    ['LOOPT: gesprek', 'loopt', 'gesprek'],
    ['vertraagd wachten op geld', 'vertraagd', 'wachten op geld'],
    ['loopt Dit ging sneller dan verwacht', 'loopt', 'Dit ging sneller dan verwacht'],
    ['afgerond', 'afgerond', ''],
    ['afgerond. Rapport is klaar', 'afgerond', 'Rapport is klaar'],
    ['afgerond Rapport is klaar', 'afgerond', 'Rapport is klaar'],
    ['gestopt, geen draagvlak', 'gestopt', 'geen draagvlak'],
    ['nader uit te werken nog geen geld', 'nader_uit_te_werken', 'nog geen geld'],
    ['Eerste gesprekken gevoerd', undefined, 'Eerste gesprekken gevoerd'],
    ['Twee loopbaancoaches zijn begonnen', undefined, 'Twee loopbaancoaches zijn begonnen'],
  ])('«%s» is a report', (text, status, toelichting) => {
    const reading = readMelding(text);
    expect(reading).toEqual({ kind: 'melding', status, toelichting });
  });

  test.each([
    ['klaar voor de start', ['afgerond', undefined]],
    ['is afgerond', ['afgerond', undefined]],
    ['loopt nog niet', ['vertraagd', 'loopt']],
    ['loopt vertraging op door personeelstekort', ['vertraagd', 'loopt']],
    ['loopt geen deelnemers meer', ['vertraagd', 'loopt']],
    ['vertragd wachten op geld', ['vertraagd', undefined]],
    ['is vertraagd door de verkiezingen', ['vertraagd', undefined]],
    ['afgernod', ['afgerond', undefined]],
    ['gestopt met werven van deelnemers', ['gestopt', undefined]],
    ['vertraagd niet meer', ['vertraagd', undefined]],
  ])('«%s» can be read in two ways', (text, statuses) => {
    expect(readMelding(text)).toEqual({ kind: 'doubt', statuses, toelichting: text });
  });

  test.each([
    'loopt het nog?',
    'hoe staat het ermee',
    'en 13',
    't/m 8',
    'wie trekt dit',
    'wanneer is dit klaar?',
    'loopt het nog',
  ])('«%s» is a question', (text) => {
    expect(readMelding(text)).toEqual({ kind: 'question' });
  });
});
