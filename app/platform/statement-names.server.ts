import { createHash } from 'node:crypto';

/** A cached plan takes memory in every connection, so only so many texts get one. */
const MOST = 400;
const names = new Map<string, string>();

/**
 * The name under which a connection keeps the plan of a statement that comes again: planning costs the database
 * more than running most of ours. An empty name means that it is planned each time.
 */
export function statementName({ sql }: { sql: string }): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  if (names.size >= MOST) return '';
  const name = `s${createHash('sha1').update(sql).digest('base64url')}`;
  names.set(sql, name);
  return name;
}
