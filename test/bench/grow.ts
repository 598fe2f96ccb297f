import type { Database } from '../../src/db/database.ts';

/** Adds regios that have what the first one has: its organisaties, its words and 50 acties each, every other one with an update. */
export async function addRegios({ owner }: Database, count: number): Promise<void> {
  if (count === 0) return;
  await owner.$executeRawUnsafe(
    `insert into regio (code, naam) select 'r' || n, 'Regio ' || n from generate_series(1, ${count}) as n`,
  );
  for (const sql of COPIES) await owner.$executeRawUnsafe(sql);
}

const FIRST = '(select min(id) from regio)';
const OTHERS = `(select id from regio where id > ${FIRST}) as nieuw`;

const COPIES = [
  `insert into organisatie (regio_id, code, naam, soort, deelregio)
   select nieuw.id, code, naam, soort, deelregio from organisatie as o, ${OTHERS} where o.regio_id = ${FIRST}`,
  `insert into pijler (regio_id, nummer, naam)
   select nieuw.id, nummer, naam from pijler as p, ${OTHERS} where p.regio_id = ${FIRST}`,
  `insert into synoniem (regio_id, woord, betekenis)
   select nieuw.id, woord, betekenis from synoniem as s, ${OTHERS} where s.regio_id = ${FIRST}`,
  `insert into thema (regio_id, nummer, naam, pijler_id)
   select eigen.regio_id, t.nummer, t.naam, eigen.id from thema as t join pijler as p on p.id = t.pijler_id
   join pijler as eigen on eigen.naam = p.naam and eigen.regio_id > ${FIRST} where t.regio_id = ${FIRST}`,
  `insert into persoon (regio_id, organisatie_id, naam, email, rol)
   select distinct on (regio_id) regio_id, id, 'Trekker', 'trekker@regio.example', 'trekker'::"Rol" from organisatie where regio_id > ${FIRST}`,
  `insert into actie (regio_id, nummer, titel, thema_id, doelgroep, bereik, financiering, bron, status)
   select eigen.regio_id, n, a.titel, eigen.id, a.doelgroep, a.bereik, a.financiering, a.bron, a.status
   from generate_series(1, 50) as n
   join actie as a on a.regio_id = ${FIRST} and a.nummer = (n - 1) % 46 + 1 join thema as t on t.id = a.thema_id
   join thema as eigen on eigen.nummer = t.nummer and eigen.regio_id > ${FIRST}`,
  `insert into trekker (regio_id, actie_id, aanduiding, organisatie_id)
   select eigen.regio_id, eigen.id, t.aanduiding, lid.id
   from trekker as t join actie as a on a.id = t.actie_id left join organisatie as o on o.id = t.organisatie_id
   join actie as eigen on eigen.titel = a.titel and eigen.regio_id > ${FIRST}
   left join organisatie as lid on lid.regio_id = eigen.regio_id and lid.code = o.code where t.regio_id = ${FIRST}`,
  `insert into actie_update (regio_id, actie_id, persoon_id, soort, status_van, status_naar, toelichting, platform, gemeld_op)
   select a.regio_id, a.id, p.id, 'gewijzigd', a.status, a.status, 'Eerste gesprekken gevoerd', 'slack', '2026-11-20'
   from actie as a join persoon as p on p.regio_id = a.regio_id where a.regio_id > ${FIRST} and a.nummer % 2 = 0`,
  `update actie set update_id = u.id from actie_update as u where u.actie_id = actie.id and u.regio_id > ${FIRST}`,
];

/** Adds acties to the first regio, up to that many: two words of its own acties in each, the others of nobody. */
export async function addActies({ owner }: Database, total: number): Promise<void> {
  const there = await owner.actie.findMany({ orderBy: { nummer: 'asc' } });
  const known = there.flatMap(({ titel }) => titel.split(' ').filter((word) => word.length > 5));
  const random = randomFrom(1);
  const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)];
  const word = () => Array.from({ length: 4 }, () => pick(SYLLABLES)).join('');
  const titels = Array.from({ length: total - there.length }, () =>
    [pick(known), word(), word(), word(), pick(known), word(), word(), word()].join(' '),
  );
  await owner.$executeRaw`
    insert into actie (regio_id, nummer, titel, thema_id, doelgroep, bereik, financiering, bron, status)
    select a.regio_id, 46 + n, nieuw.titel, a.thema_id, a.doelgroep, a.bereik, a.financiering, a.bron, a.status
    from unnest(${titels}::text[]) with ordinality as nieuw (titel, n) join actie as a on a.nummer = n % 46 + 1`;
  await owner.$executeRaw`
    insert into trekker (regio_id, actie_id, aanduiding, organisatie_id)
    select a.regio_id, a.id, t.aanduiding, t.organisatie_id from actie as a
    join actie as b on b.nummer = (a.nummer - 46) % 46 + 1 join trekker as t on t.actie_id = b.id where a.nummer > 46`;
}

const SYLLABLES = 'ba kel vor stu min dra gol peu tig wan zor lif mus nek rop jas hui bre vlo dij'.split(' ');

/** The same row of numbers from 0 to 1 every time. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
