import { pool } from '~/platform/db.server';

/** Rows that come from asking itself: a session was seen, an attempt was counted or denied. */
const OF_ASKING = ['session', 'rate_limit', 'fact', 'fact_personal', 'notice', 'mail', 'dispatcher_cursor'];

export type Imprint = Map<string, string>;

/** What stands in each table, and which facts there are save denials, in a form that can be compared. */
export async function imprint(): Promise<Imprint> {
  const { rows: tables } = await pool().query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
  );
  const parts = tables
    .filter(({ name }) => !OF_ASKING.includes(name))
    .map(
      ({ name }) => `SELECT '${name}' AS name,
        coalesce(md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))), '') AS digest FROM "${name}" t`,
    );
  parts.push(`SELECT 'fact' AS name, count(*)::text AS digest FROM fact WHERE name <> 'AttemptWasDenied'`);
  const { rows } = await pool().query<{ name: string; digest: string }>(parts.join(' UNION ALL '));
  return new Map(rows.map(({ name, digest }) => [name, digest]));
}

/** The tables in which something is otherwise than before. */
export const changedBetween = (before: Imprint, after: Imprint): string[] =>
  [...after].filter(([name, digest]) => before.get(name) !== digest).map(([name]) => name);
