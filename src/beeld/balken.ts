import { createRequire } from 'node:module';
import type { Legend, Mark, Spec } from 'vega';
import { STATUSSEN, type Status } from '../actie/actie.ts';
import { aantalVan, ORDE, type Telling } from '../actie/stand.ts';

/** Dark enough for white figures (4.5:1), and apart from each other in grey as well. */
const KLEUREN: Record<Status, string> = {
  nader_uit_te_werken: '#5f6673',
  loopt: '#17722f',
  vertraagd: '#b34700',
  afgerond: '#1d4ed8',
  gestopt: '#4a0f0f',
};

/** In pixels, twice what a phone is wide. */
const WIDTH = 1200;

/** A PNG: for every pijler a bar with a part for each status, with its count; the words in the legend. */
export async function drawBalken(tellingen: readonly Telling[]): Promise<Uint8Array> {
  // Loaded only when a picture is asked for: a third of a second and 30 MB.
  const [{ parse, View }, { Resvg }] = await Promise.all([import('vega'), import('@resvg/resvg-js')]);
  const svg = await new View(parse(specOf(tellingen)), { renderer: 'none' }).toSVG();
  const font = { loadSystemFonts: false, fontFiles: FONTS, defaultFontFamily: 'DejaVu Sans' };
  return new Resvg(svg, { fitTo: { mode: 'width', value: WIDTH }, font }).render().asPng();
}

const require = createRequire(import.meta.url);
const FONTS = [
  require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
  require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
];

const INK = '#111111';

const FONT = 'DejaVu Sans';
const NAMEN = ORDE.map((status) => STATUSSEN[status].naam);

function specOf(tellingen: readonly Telling[]): Spec {
  const pijlers = tellingen.map(nameOf);
  const most = Math.max(1, ...pijlers.map(({ totaal }) => totaal));
  const stack = { type: 'stack' as const, groupby: ['pijler'], field: 'aantal', sort: { field: 'orde' } };
  return {
    width: 600,
    height: Math.max(1, tellingen.length) * 108,
    padding: 20,
    background: '#ffffff',
    data: [
      { name: 'pijlers', values: pijlers },
      { name: 'delen', values: tellingen.flatMap(delenVan), transform: [stack] },
    ],
    scales: [
      { name: 'x', type: 'linear', domain: [0, most], range: 'width' },
      { name: 'y', type: 'band', domain: pijlers.map(({ pijler }) => pijler), range: 'height' },
      { name: 'kleur', type: 'ordinal', domain: NAMEN, range: ORDE.map((status) => KLEUREN[status]) },
    ],
    legends: [LEGEND],
    marks: [...NAMES, ...PARTS],
  };
}

/** The counts in words too: a part may be too narrow for its own. */
function nameOf(telling: Telling) {
  const parts = delenVan(telling).map(({ status, aantal }) => `${aantal} ${status.toLowerCase()}`);
  return { pijler: telling.pijler, totaal: aantalVan(telling), delen: parts.join(' · ') };
}

function delenVan({ pijler, aantallen }: Telling) {
  const delen = ORDE.map((status, orde) => {
    return { pijler, status: STATUSSEN[status].naam, orde, aantal: aantallen[status] };
  });
  return delen.filter(({ aantal }) => aantal > 0);
}

const LEGEND: Legend = {
  fill: 'kleur',
  orient: 'bottom',
  direction: 'horizontal',
  columns: 3,
  columnPadding: 20,
  rowPadding: 8,
  offset: 12,
  symbolType: 'square',
  symbolSize: 300,
  labelFont: FONT,
  labelFontSize: 18,
  labelLimit: 400,
  labelColor: INK,
};

const line = (offset: number, fontSize: number, text: string): Mark => ({
  type: 'text',
  from: { data: 'pijlers' },
  encode: {
    enter: {
      x: { value: 0 },
      y: { scale: 'y', field: 'pijler', offset },
      text: { signal: text },
      font: { value: FONT },
      fontSize: { value: fontSize },
      fill: { value: INK },
      limit: { value: 780 },
    },
  },
});

/** Above its bar: beside it, a phone would have no room for either. */
const NAMES: Mark[] = [line(24, 19, "datum.pijler + ': ' + datum.totaal"), line(46, 15, 'datum.delen')];

/** A count that is wider than its part would stand in another one: that one is in the line above only. */
const COUNT = "scale('x', datum.aantal) < 15 * length('' + datum.aantal) ? '' : datum.aantal";

const PARTS: Mark[] = [
  {
    type: 'rect',
    from: { data: 'delen' },
    encode: {
      enter: {
        x: { scale: 'x', field: 'y0' },
        x2: { scale: 'x', field: 'y1' },
        y: { scale: 'y', field: 'pijler', offset: 56 },
        height: { value: 40 },
        fill: { scale: 'kleur', field: 'status' },
        stroke: { value: '#ffffff' },
        strokeWidth: { value: 2 },
      },
    },
  },
  {
    type: 'text',
    from: { data: 'delen' },
    encode: {
      enter: {
        x: { signal: "(scale('x', datum.y0) + scale('x', datum.y1)) / 2" },
        y: { scale: 'y', field: 'pijler', offset: 77 },
        text: { signal: COUNT },
        font: { value: FONT },
        fontSize: { value: 20 },
        fontWeight: { value: 'bold' },
        align: { value: 'center' },
        baseline: { value: 'middle' },
        fill: { value: '#ffffff' },
      },
    },
  },
];
