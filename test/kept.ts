import type { Database } from '../src/db/database.ts';

/** `columns`: all but the generated ones, which make themselves. */
type Table = { name: string; columns: string; key: string };

/** Asked of the database, so that it holds for whatever a migration adds. */
const TABLES = `
  select relname as name,
    (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
      where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '') as columns,
    (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
      where attrelid = c.oid and attnum = any (indkey)) as key
  from pg_class c left join pg_index on indrelid = c.oid and indisprimary
  where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> '_prisma_migrations'`;

const copy = ({ name, key }: Table) => [
  `create table kept."${name}" as table public."${name}"`,
  `alter table kept."${name}" add primary key (${key})`,
];

/** A later transaction has a higher number: as many rows with the same sum are the same rows, untouched. */
const mark = ({ name }: Table) =>
  `select '${name}' as name, count(*) as rows, sum(xmin::text::bigint) as written from public."${name}"`;

/** Takes out each row that is not, to the bit, one that was kept; then brings in what is missing. */
const restore = ({ name, columns, key }: Table) => {
  const same = `(${of('was', key)}) = (${of('present', key)})`;
  return `
    delete from public."${name}" as present
      where not exists (select from kept."${name}" as was where ${same} and was *= present);
    insert into public."${name}" (${columns}) overriding system value select ${columns} from kept."${name}" as was
      where not exists (select from public."${name}" as present where ${same})`;
};

const of = (table: string, columns: string) => columns.replaceAll(/^|(?<=, )/g, `${table}.`);

/** The statements that put a table back; for one that was empty a short one, which is most of what is done. */
const statements = (tables: Table[]) => `
  create table kept."*statements" as select name,
    case rows when 0 then format('delete from public.%I', name) else restore end as sql
  from kept."*marks" join (values ${tables.map((table) => `('${table.name}', $$${restore(table)}$$)`).join(', ')})
    as made (name, restore) using (name)`;

const SEQUENCES = `
  create table kept."*sequences" as select oid::regclass as sequence, pg_sequence_last_value(oid) as last
  from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S'`;

/**
 * As a replica no foreign key is checked and no trigger fires, so that the order of the tables does not matter. It
 * costs the session its plans: only where something has changed.
 */
const PUT_BACK = `
  create function kept.put_back() returns void language plpgsql as $$
  declare
    changed text[] := (select array_agg(name) from kept."*marks now" as present join kept."*marks" as was using (name)
      where (present.rows, present.written) is distinct from (was.rows, was.written));
    statement text;
  begin
    if changed is not null then
      set local session_replication_role = replica;
      for statement in select sql from kept."*statements" where name = any (changed) loop
        execute statement;
      end loop;
      update kept."*marks" as was set rows = present.rows, written = present.written
        from kept."*marks now" as present where was.name = present.name and was.name = any (changed);
    end if;
    perform setval(sequence, coalesce(last, 1), last is not null) from kept."*sequences"
      where pg_sequence_last_value(sequence) is distinct from last;
  end $$`;

/** Keeps all rows and sequences as they are now, in a schema of its own, for `putBack`. */
export async function keep({ owner }: Database): Promise<void> {
  const tables = await owner.$queryRawUnsafe<Table[]>(TABLES);
  const made = [
    'create schema kept',
    ...tables.flatMap(copy),
    `create view kept."*marks now" as ${tables.map(mark).join(' union all ')}`,
    'create table kept."*marks" as table kept."*marks now"',
    statements(tables),
    SEQUENCES,
    PUT_BACK,
  ];
  await owner.$transaction(async (tx) => {
    for (const sql of made) await tx.$executeRawUnsafe(sql);
  });
}

/** Makes every table and every sequence as it was when kept, whoever changed it. */
export async function putBack({ owner }: Database): Promise<void> {
  await owner.$executeRaw`select kept.put_back()`;
}
