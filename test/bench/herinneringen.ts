import { type Database, openDatabase } from '../../src/db/database.ts';
import { handOverHerinneringen } from '../../src/herinnering/hand-over-herinneringen.ts';
import { planComing } from '../../src/herinnering/plan-herinneringen.ts';
import { loadRegion } from '../../src/regio/load-region.ts';
import { at, START } from '../moments.ts';
import { addRegios } from './grow.ts';
import { costOf, type Spent, watch } from './memory.ts';
import { tableText } from './report.ts';

export type Size = { regios: number; personen: number };

/** The region's uitvraag, and a moment before anything is due. */
const DUE = at('2026-12-17T09:00');

const ROUND = [
  `delete from herinnering`,
  `delete from vergadering`,
  `insert into overleg (regio_id, code, naam, niveau, bereik, onderwerp, frequentie)
   select r.id, 'BENCH', 'Bench', o.niveau, o.bereik, o.onderwerp, o.frequentie
   from regio as r, (select * from overleg limit 1) as o`,
  `insert into overleg_pijler (regio_id, overleg_id, pijler_id)
   select o.regio_id, o.id, p.id from overleg as o join pijler as p on p.regio_id = o.regio_id where o.code = 'BENCH'`,
  `insert into vergadering (regio_id, overleg_id, begin)
   select regio_id, id, '2027-01-11T09:00:00Z' from overleg where code = 'BENCH'`,
];

const personen = (count: number) => `
  insert into persoon (regio_id, organisatie_id, naam, email, rol)
  select r.id, o.id, 'Trekker ' || n, 'trekker' || n || '@bench.example', 'trekker'::"Rol"
  from regio as r, generate_series(1, ${count}) as n
  join lateral (select 1) as een on true
  join lateral (
    select eigen.id from (
      select distinct organisatie_id as id from trekker where regio_id = r.id and organisatie_id is not null
      order by organisatie_id) as eigen
    offset n % greatest(1, (select count(distinct organisatie_id) from trekker where regio_id = r.id)::integer) limit 1) as o on true`;

/** Plans one round for so many regios and persons, and hands it over, regio by regio: time and memory per message. */
export async function benchHerinneringen(where: { url: string } | { memory: true }, size: Size) {
  const db = await openDatabase(where);
  await loadRegion(db, START);
  await addRegios(db, size.regios - 1);
  for (const sql of [...ROUND, personen(size.personen)]) await db.owner.$executeRawUnsafe(sql);
  await db.owner.$executeRawUnsafe('analyze');
  const regios = (await db.owner.regio.findMany({ orderBy: { id: 'asc' } })).map(({ id }) => id);
  const planned = await measure(db, regios, 'herinnering', (id) =>
    db.inRegio(id, (tx) => planComing(tx, START)),
  );
  const handed = await measure(db, regios, 'bericht', (id) =>
    db.inRegio(id, (tx) => handOverHerinneringen(tx, DUE)),
  );
  await db.close();
  return { size, planned, handed };
}

async function measure(
  { owner }: Database,
  regios: readonly number[],
  table: 'herinnering' | 'bericht',
  work: (regioId: number) => Promise<unknown>,
) {
  const spent: Spent[] = [];
  for (const regioId of regios) {
    const one = await watch(() => work(regioId));
    const where = { regioId };
    const rows = await (table === 'herinnering'
      ? owner.herinnering.count({ where })
      : owner.bericht.count({ where }));
    spent.push({ ...one, rows });
  }
  return costOf(spent);
}

const mb = (bytes: number): string => (bytes / 1_024 ** 2).toFixed(1);

type Measured = Awaited<ReturnType<typeof benchHerinneringen>>;

/** Each size beside the first: what a message costs there, as a ratio. The heap is that of one regio at its highest. */
export function costText(measured: readonly Measured[]): string {
  const [base] = measured;
  const rows = measured.flatMap(({ size, planned, handed }) =>
    (
      [
        ['planned', planned, base?.planned],
        ['handed over', handed, base?.handed],
      ] as const
    ).map(([what, cost, first]) => [
      String(size.regios),
      String(size.personen),
      what,
      String(cost.rows),
      cost.seconds.toFixed(1),
      cost.ms.toFixed(2),
      mb(cost.heap),
      cost.kb.toFixed(1),
      mb(cost.rss),
      (cost.ms / (first?.ms ?? Number.NaN)).toFixed(2),
      (cost.kb / (first?.kb ?? Number.NaN)).toFixed(2),
    ]),
  );
  const head = [
    'regios',
    'personen',
    'what',
    'rows',
    'seconds',
    'ms each',
    'heap MB',
    'kB each',
    'RSS MB',
    'time ratio',
    'memory ratio',
  ];
  return `${tableText([head, ...rows])}\n`;
}
