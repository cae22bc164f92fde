import { Prisma } from '~/platform/generated/prisma/client';
import type { Db } from '~/platform/db.server';
import type { Fields, PackSet } from './pack';
import type { Source } from './sources/source';

interface Row {
  name: string;
  key: string;
  fields: Fields;
}

/** The bids that count, and the awards of a question, beside each statement. */
const beside = (questionId: string) => Prisma.sql`
  q AS (SELECT ${questionId}::uuid AS id),
  shown AS (SELECT b.id FROM bid b, q WHERE b.question_id = q.id AND EXISTS (
    SELECT FROM bid_submission s WHERE s.bid_id = b.id AND s.replaced_at IS NULL AND s.withdrawn_at IS NULL)),
  awards AS (SELECT a.id FROM award a, q WHERE a.question_id = q.id)`;

const statement = ({ name, table, where, key, order, omit = [] }: Source, place: number) => Prisma.sql`
  SELECT ${place}::int AS place, ${name}::text AS name,
    concat_ws(':', ${Prisma.raw(key.map((column) => `t.${column}`).join(', '))}) AS key,
    row_number() OVER (ORDER BY ${Prisma.raw(order)}, ${Prisma.raw(key.map((column) => `t.${column}`).join(', '))}) AS line,
    to_jsonb(t) - ${omit}::text[] AS fields
  FROM ${Prisma.raw(`"${table}"`)} t, q WHERE ${Prisma.raw(where)}`;

/** The rows of these sources, all as they were at one instant. */
export async function collectRows(
  db: Db,
  questionId: string,
  sources: readonly Source[],
): Promise<PackSet[]> {
  if (sources.length === 0) return [];
  const rows = await db.$queryRaw<Row[]>`
    WITH ${beside(questionId)}
    SELECT name, key, fields FROM (${Prisma.join(sources.map(statement), ' UNION ALL ')}) every
    ORDER BY place, line`;
  const records = new Map<string, PackSet['records']>();
  for (const { name, key, fields } of rows)
    records.set(name, [...(records.get(name) ?? []), { key, fields }]);
  return sources.map(({ name, title, stage }) => ({ name, title, stage, records: records.get(name) ?? [] }));
}

interface Named {
  kind: string;
  id: string;
  reference: string;
  name: string;
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Everybody and every body that the records name by identifier, once. */
export async function collectNames(db: Db, sets: readonly PackSet[]): Promise<PackSet[]> {
  const ids = [...new Set(sets.flatMap(({ records }) => JSON.stringify(records).match(UUID) ?? []))];
  const rows = await db.$queryRaw<Named[]>`
    SELECT 'person' AS kind, id, reference, name FROM person WHERE id = ANY(${ids}::uuid[])
    UNION ALL SELECT 'organisation', id, reference, name FROM organisation WHERE id = ANY(${ids}::uuid[])
    UNION ALL SELECT 'team', id, reference, name FROM team WHERE id = ANY(${ids}::uuid[])
    ORDER BY 1, 4, 2`;
  return (['person', 'organisation', 'team'] as const).map((kind) => ({
    name: kind,
    title: { person: 'People', organisation: 'Organisations', team: 'Teams' }[kind],
    stage: 'people',
    records: rows
      .filter((row) => row.kind === kind)
      .map(({ id, reference, name }) => ({ key: id, fields: { id, reference, name } })),
  }));
}
