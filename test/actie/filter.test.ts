import { describe, expect, test } from 'vitest';
import { readFilters } from '../../src/actie/filter.ts';
import type { Vocabulary } from '../../src/actie/lezing.ts';

const VOCABULARY: Vocabulary = {
  themas: [
    { nummer: 2, naam: 'Gelijke kansen voor werkzoekenden' },
    { nummer: 4, naam: 'Aansluiting onderwijs en arbeidsmarkt' },
  ],
  pijlers: ['Uitkering naar werk', 'Van onderwijs naar werk', 'Werk naar werk', 'Werkgelegenheid'],
  organisaties: [
    { id: 1, code: 'haarlem', naam: 'gemeente Haarlem', deelregio: 'Zuid-Kennemerland' },
    { id: 2, code: 'heemskerk', naam: 'gemeente Heemskerk', deelregio: 'IJmond' },
    { id: 3, code: 'uwv', naam: 'UWV', deelregio: null },
    { id: 4, code: 'pow', naam: 'Perspectief op Werk (PoW)', deelregio: null },
    { id: 5, code: 'ijmond-werkt', naam: 'IJmond Werkt!', deelregio: 'IJmond' },
    { id: 6, code: 'rmc', naam: 'RMC-netwerk', deelregio: null },
  ],
  groepen: ['werkgeversorganisaties', 'gemeenten', 'onderwijs'].map((naam) => ({
    naam,
    leden: [],
    binnen: [],
  })),
  bereiken: ['IJMOND', 'IJMOND/REGIONAAL MOGELIJK', 'REGIONAAL', 'ZUID-KENNEMERLAND'],
  doelgroepen: ['Scholieren, studenten en (vroegtijdig) schoolverlaters'],
  titels: ['Stimuleren van ruimte bij werkgevers'],
  financieringen: ['PoW', 'nader te bepalen, mogelijk deels uit PoW', 'Via landelijk steunpakket'],
  synoniemen: [{ woord: 'PoW', betekenis: 'Perspectief op Werk' }],
};

const thema4 = { soort: 'thema', nummer: 4, naam: 'Aansluiting onderwijs en arbeidsmarkt' };
const loopt = { soort: 'status', status: 'loopt' };
const ijmond = { soort: 'bereik', woord: 'ijmond', exact: false };
const uwv = { soort: 'trekker', id: 3, naam: 'UWV' };
const pow = { soort: 'trekker', id: 4, naam: 'Perspectief op Werk (PoW)' };

describe('what acties are asked for', () => {
  test.each([
    ['loopt ijmond thema 4'],
    ['thema 4 ijmond loopt'],
    ['welke acties uit de IJmond lopen er in thema vier?'],
  ])('is read in any order: «%s»', (text) => {
    const { filters, rest } = readFilters(text, VOCABULARY);
    expect(filters).toHaveLength(3);
    expect(filters).toEqual(expect.arrayContaining([thema4, loopt, ijmond]));
    expect(rest).toBe('');
  });

  test.each([
    ['uwv', [uwv]],
    ['trekker haarlem', [{ soort: 'trekker', id: 1, naam: 'gemeente Haarlem' }]],
    ['in Haarlem', [{ soort: 'bereik', woord: 'zuid kennemerland', exact: false }]],
    ['hemskerk', [{ soort: 'trekker', id: 2, naam: 'gemeente Heemskerk' }]],
    ['IJmond Werkt', [{ soort: 'trekker', id: 5, naam: 'IJmond Werkt!' }]],
    ['de RMC', [{ soort: 'trekker', id: 6, naam: 'RMC-netwerk' }]],
    ['pow', [pow]],
    ['Perspectief op Werk', [pow]],
    ['uit PoW', [{ soort: 'financiering', woorden: 'pow' }]],
    ['betaald door perspectief op werk', [{ soort: 'financiering', woorden: 'pow' }]],
    ['financiering nader te bepalen', [{ soort: 'financiering', woorden: 'te bepalen' }]],
    ['nog geen financiering', [{ soort: 'financiering', woorden: 'te bepalen' }]],
    ['werkgelegenhied', [{ soort: 'pijler', naam: 'Werkgelegenheid' }]],
    ['onderwijs naar werk', [{ soort: 'pijler', naam: 'Van onderwijs naar werk' }]],
    ['gelijke kansen', [{ soort: 'thema', nummer: 2, naam: 'Gelijke kansen voor werkzoekenden' }]],
    ['doelgroep schoolverlaters', [{ soort: 'doelgroep', woorden: 'schoolverlaters' }]],
    ['mijn zonder update', [{ soort: 'zonder_update' }, { soort: 'mijn' }]],
    ['nog zonder trekker', [{ soort: 'zonder_trekker' }]],
    ['bij welke acties moet de trekker nog bepaald worden', [{ soort: 'zonder_trekker' }]],
    ['wie trekt nog niet', [{ soort: 'zonder_trekker' }]],
    ['waar gemeenten zelf kiezen', [{ soort: 'bereik', woord: 'lokale keuze', exact: false }]],
    ['deze maand bijgewerkt', [{ soort: 'gewijzigd', sinds: 'deze maand' }]],
    ['via het landelijke steunpakket', [{ soort: 'financiering', woorden: 'landelijke steunpakket' }]],
    ['gewijzigd sinds 1 oktober ijmond', [{ soort: 'gewijzigd', sinds: '1 oktober' }, ijmond]],
    ['nog niet uitgewerkt', [{ soort: 'status', status: 'nader_uit_te_werken' }]],
    [
      'werk naar werk nader uit te werken',
      [
        { soort: 'pijler', naam: 'Werk naar werk' },
        { soort: 'status', status: 'nader_uit_te_werken' },
      ],
    ],
    ['nog niet afgerond', [{ soort: 'open' }]],
    ['niet vertraagd', [{ soort: 'status', status: 'vertraagd', niet: true }]],
    ['niet van UWV', [{ ...uwv, niet: true }]],
    ['12, 14 en 18', [{ soort: 'nummers', nummers: [12, 14, 18] }]],
    ['werkgeversorganisaties', [{ soort: 'groep', naam: 'werkgeversorganisaties' }]],
  ])('«%s»', (text, expected) => {
    const { filters, rest } = readFilters(text, VOCABULARY);
    expect(filters).toEqual(expected);
    expect(rest).toBe('');
  });

  test('leaves words that name nothing, to be searched for', () => {
    expect(readFilters('lopende acties over ruimtevaart van het UWV', VOCABULARY)).toMatchObject({
      filters: [uwv, loopt],
      rest: 'ruimtevaart',
    });
  });

  test.each([
    ['welke acties van UWV beginnen volgend jaar', ['beginnen', 'volgend', 'jaar'], 'welke acties van uwv'],
    ['waarom lopen de acties in thema 4', ['waarom'], 'lopen de acties in thema 4'],
    ['wie heeft de meeste acties', ['meeste'], 'wie heeft de acties'],
    [
      'geef mij een lijst van alle acties die het UWV trekt',
      [],
      'geef mij een lijst van alle acties die het uwv trekt',
    ],
  ])('names the words that it makes nothing of: «%s»', (text, onbegrepen, begrepen) => {
    expect(readFilters(text, VOCABULARY)).toMatchObject({ onbegrepen, begrepen });
  });

  test('takes a group that an organisatie named beside it is in as its own', () => {
    const groepen = [{ naam: 'gemeenten', leden: ['gemeente Haarlem'], binnen: [] }];
    const { filters } = readFilters('gemeente Haarlem, ook als gemeenten', { ...VOCABULARY, groepen });
    expect(filters).toEqual([{ soort: 'trekker', id: 1, naam: 'gemeente Haarlem' }]);
  });

  test('says what a word can mean as well', () => {
    expect(readFilters('haarlem', VOCABULARY).anders).toEqual([
      { label: 'Bereik Zuid-Kennemerland', filter: 'bereik Zuid-Kennemerland' },
    ]);
    expect(readFilters('pow', VOCABULARY).anders).toEqual([
      { label: 'Financiering POW', filter: 'financiering pow' },
    ]);
    expect(readFilters('trekker pow', VOCABULARY).anders).toEqual([]);
  });
});
