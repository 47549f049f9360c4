import type { Session } from "./sessions.ts";

/**
 * Everything that the tables of a schema are made of, as the server itself tells it: one line each, in two parts, the
 * name of the thing and what it is.
 */
const CATALOG = `
with ours as (
  select c.oid, c.relname, c.relkind, c.relpersistence, c.relrowsecurity
    from pg_class c where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')
)
select 'table' as kind, relname as "on", relname as name,
       concat_ws(' ', relkind, relpersistence, case when relrowsecurity then 'row security' end) as made
  from ours
union all
select 'column', o.relname, a.attname,
       concat_ws(' ', format_type(a.atttypid, a.atttypmod), l.collname, case when a.attnotnull then 'not null' end,
                 pg_get_expr(d.adbin, d.adrelid), nullif(a.attgenerated, ''), nullif(a.attidentity, ''))
  from ours o join pg_attribute a on a.attrelid = o.oid and a.attnum > 0 and not a.attisdropped
  left join pg_collation l on l.oid = a.attcollation
  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
 where o.relkind = 'r'
union all
select 'constraint', o.relname, k.conname, pg_get_constraintdef(k.oid)
  from ours o join pg_constraint k on k.conrelid = o.oid and k.contype in ('p', 'u', 'f', 'c', 'x')
union all
select 'index', o.relname, i.relname,
       concat_ws(' ', replace(pg_get_indexdef(x.indexrelid), quote_ident(current_schema()) || '.', ''),
                 case when not (x.indisvalid and x.indisready and x.indislive) then 'invalid' end)
  from ours o join pg_index x on x.indrelid = o.oid join pg_class i on i.oid = x.indexrelid
union all
select 'trigger', o.relname, t.tgname,
       concat_ws(' ', replace(pg_get_triggerdef(t.oid), quote_ident(current_schema()) || '.', ''),
                 case t.tgenabled when 'O' then null else 'switched off' end, p.prosrc)
  from ours o join pg_trigger t on t.tgrelid = o.oid and not t.tgisinternal join pg_proc p on p.oid = t.tgfoid
union all
-- What keeps a foreign key is a trigger of the server's own, which somebody may have switched off.
select distinct 'foreign key', o.relname, k.conname, 'switched off'
  from ours o join pg_trigger t on t.tgrelid = o.oid and t.tgisinternal and t.tgenabled <> 'O'
  join pg_constraint k on k.oid = t.tgconstraint
union all
select 'rule', o.relname, r.rulename, pg_get_ruledef(r.oid)
  from ours o join pg_rewrite r on r.ev_class = o.oid where o.relkind = 'r'
order by 1, 2, 3`;

/** One thing that tables are made of, by kind and name, as the server tells it. */
export interface Made {
  readonly kind: string;
  /** The table that it belongs to. */
  readonly on: string;
  readonly name: string;
  readonly made: string;
}

/** What the tables are made of in the schema that a session works in. */
export async function readCatalog(session: Session): Promise<readonly Made[]> {
  const { rows } = await session.query(CATALOG);
  return rows.map((row) => ({
    kind: String(row.kind),
    on: String(row.on),
    name: String(row.name),
    made: String(row.made).replaceAll(/\s+/g, " ").trim(),
  }));
}
