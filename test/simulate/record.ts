import type { Database } from '../../src/db/database.ts';
import type { Days } from './calendar.ts';

/** A step as the overleg, or one vergadering, has it different from the rule. */
type Afwijking = {
  stap: string;
  werkdagen: number | null;
  tijd: string | null;
  aan: string | null;
  actief: boolean | null;
};

export type Persoon = {
  id: number;
  email: string;
  org: number;
  rol: string;
  weg: boolean;
  ook: { org: number; rol: string }[];
  dagen: number[] | null;
  tijd: string | null;
  alleenTermijn: boolean;
  contactVan: number[];
};

export type Vergadering = {
  id: number;
  overleg: number;
  begin: number;
  /** Planned, not cancelled; `door`: and not silenced. */
  gepland: boolean;
  door: boolean;
  vraagt: boolean;
  stappen: Afwijking[];
  /** `nu`: had it sent sooner, at that moment, for the date as it is now. */
  eigen: { stap: string; actief: boolean | null; bestuurders: boolean; nu: number | null }[];
  overgeslagen: number[];
};

export type Actie = {
  id: number;
  nummer: number;
  status: string;
  laatste: number | null;
  /** The day on which it was to be done, as the last update says. */
  verwacht: number | null;
  update: number | null;
  door: number | null;
  trekkers: { org: number; persoon: number | null }[];
  niet: number[];
};

/** Organisaties that are asked to agree to a text, until the end of that day. */
export type Ronde = {
  id: number;
  gevraagd: number;
  uiterlijk: number;
  gesloten: boolean;
  delen: { org: number; status: 'open' | 'akkoord' | 'niet_akkoord' }[];
};

/** How the record stands from `at` on: what is asked of the product may depend on it, what it plans is not in it. */
export type Stand = {
  at: number;
  personen: Persoon[];
  afwezig: (Days & { persoon: number; vervanger: number | null })[];
  acties: Actie[];
  vergaderingen: Vergadering[];
  rondes: Ronde[];
  zetels: { overleg: number; code: string; rol: string; persoon: number; van: number; tot: number | null }[];
  vrij: Days[];
  uitgesteld: { persoon: number; vergadering: number; tot: number }[];
};

const ms = (column: string) => `(extract(epoch from ${column}) * 1000)::float8`;
const day = (column: string) => `(${column} - date '1970-01-01')`;
const list = (select: string) => `(select coalesce(json_agg(row_to_json(r)), '[]') from (${select}) r)`;

const STAND = `select ${list(`select p.id, email, organisatie_id as org, rol, vertrokken_op is not null as weg,
    v.dagen, v.tijd, coalesce(v.alleen_termijn, false) as "alleenTermijn",
    ${list('select organisatie_id as org, rol from aanstelling a where a.persoon_id = p.id')} as ook,
    (select coalesce(json_agg(o.id), '[]') from organisatie o where o.contact_id = p.id) as "contactVan"
    from persoon p left join voorkeur v on v.persoon_id = p.id order by p.id`)} as personen,
  ${list(`select persoon_id as persoon, ${day('van')} as van, ${day('tot')} as tot, vervanger_id as vervanger
    from afwezigheid where ingetrokken_op is null order by van, id`)} as afwezig,
  ${list(`select r.id, ${ms('gevraagd_op')} as gevraagd, ${day('uiterlijk')} as uiterlijk,
    gesloten_op is not null as gesloten,
    ${list('select organisatie_id as org, status from akkoord k where k.ronde_id = r.id')} as delen
    from akkoordronde r order by r.id`)} as rondes,
  ${list(`select a.id, nummer, status, ${ms('u.gemeld_op')} as laatste, ${day('u.verwacht_op')} as verwacht, a.update_id as update, u.persoon_id as door,
    ${list('select organisatie_id as org, persoon_id as persoon from trekker t where t.actie_id = a.id')} as trekkers,
    (select coalesce(json_agg(persoon_id), '[]') from afgewezen w where w.actie_id = a.id) as niet
    from actie a left join actie_update u on u.id = a.update_id order by a.id`)} as acties,
  ${list(`select v.id, overleg_id as overleg, ${ms('begin')} as begin, status = 'gepland' as gepland,
    status = 'gepland' and not stil as door,
    exists (select from overleg_pijler p where p.overleg_id = v.overleg_id) as vraagt,
    ${list('select stap, werkdagen, tijd, aan, actief from aanloopstap s where s.overleg_id = v.overleg_id')} as stappen,
    ${list(`select stap, actief, bestuurders, case when nu_voor = v.begin then ${ms('nu_op')} end as nu
      from vergaderingstap s where s.vergadering_id = v.id`)} as eigen,
    (select coalesce(json_agg(persoon_id), '[]') from overslaan s where s.vergadering_id = v.id) as overgeslagen
    from vergadering v order by v.id`)} as vergaderingen,
  ${list(`select z.overleg_id as overleg, o.code, z.rol, b.persoon_id as persoon, ${day('van')} as van, ${day('tot')} as tot
    from bezetting b join zetel z on z.id = b.zetel_id join overleg o on o.id = z.overleg_id order by b.id`)} as zetels,
  ${list(`select ${day('van')} as van, ${day('tot')} as tot from vakantie where vrij`)} as vrij,
  ${list(`select persoon_id as persoon, vergadering_id as vergadering, ${ms('gepland_op')} as tot
    from herinnering where soort = 'later' and status = 'gepland'`)} as uitgesteld`;

export async function readStand({ owner }: Database, at: number): Promise<Stand> {
  const [row] = await owner.$queryRawUnsafe<Omit<Stand, 'at'>[]>(STAND);
  if (!row) throw new Error('the record cannot be read');
  return { ...row, at };
}

/** The last question that somebody got about a vergadering to come, as the product numbers it. */
export type Gevraagd = { persoon: number; bericht: number };

export const readGevraagd = ({ owner }: Database, now: number): Promise<Gevraagd[]> =>
  owner.$queryRawUnsafe(`select b.persoon_id as persoon, max(b.id) as bericht
    from bericht b join herinnering h on h.bericht_id = b.id join vergadering v on v.id = h.vergadering_id
    where b.status = 'verzonden' and v.status = 'gepland' and ${ms('v.begin')} > ${now}
      and h.soort in ('uitvraag', 'herinnering', 'aanlevertermijn', 'coulance', 'later', 'escalatie')
    group by b.persoon_id order by b.persoon_id`);

/** What the product says of its own messages: which herinneringen each is about, and what became of it. */
export type Bericht = {
  id: number;
  soort: string;
  status: string;
  gemeld: boolean;
  persoon: number;
  over: {
    persoon: number;
    vergadering: number;
    soort: string;
    trede: number;
    op: number;
    /** What is not about a vergadering: the ronde and for which organisaties, or the actie and its day. */
    ronde: number | null;
    organisaties: number[];
    actie: number | null;
    verwacht: number | null;
  }[];
};

export type Left = { id: number; status: string; soort: string; op: number };

export async function readBerichten({ owner }: Database): Promise<{ berichten: Bericht[]; gepland: Left[] }> {
  const [row] = await owner.$queryRawUnsafe<{ berichten: Bericht[]; gepland: Left[] }[]>(`select
    ${list(`select b.id, soort, status, gemeld_op is not null as gemeld, persoon_id as persoon,
      ${list(`select persoon_id as persoon, vergadering_id as vergadering, soort, trede, ${ms('gepland_op')} as op,
        akkoordronde_id as ronde, coalesce(inhoud->'organisaties', '[]') as organisaties, actie_id as actie,
        ${day("(inhoud->>'datum')::date")} as verwacht
        from herinnering h where h.bericht_id = b.id order by h.id`)} as over
      from bericht b order by b.id`)} as berichten,
    ${list(`select id, status, soort, ${ms('gepland_op')} as op from herinnering where status = 'gepland'`)} as gepland`);
  if (!row) throw new Error('the berichten cannot be read');
  return row;
}
