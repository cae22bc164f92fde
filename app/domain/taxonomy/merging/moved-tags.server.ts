import { z } from 'zod';
import { Prisma } from '~/platform/generated/prisma/client';
import type { Db } from '~/platform/db.server';

/** Every table of what people tag, with the column of what is tagged. */
const TAGGED = {
  finding_term: 'finding_id',
  question_term: 'question_id',
  expert_term: 'person_id',
  dataset_term: 'dataset_id',
  signal_term: 'signal_id',
} as const;
type Table = keyof typeof TAGGED;
const tables = Object.keys(TAGGED) as [Table, ...Table[]];

const ids = z.array(z.uuid());
export const movedInput = z.record(z.enum(tables), z.object({ added: ids, removed: ids }));
export type MovedTags = z.output<typeof movedInput>;

interface Pair {
  fromId: string;
  intoId: string;
}

const idsOf = (rows: { id: string }[]): string[] => rows.map(({ id }) => id);

/** What carried the one carries the other; what carried both carries it once. Answers with all that it changed. */
export async function moveTags(tx: Db, { fromId, intoId }: Pair): Promise<MovedTags> {
  const moved: [Table, { added: string[]; removed: string[] }][] = [];
  for (const name of tables) {
    const [table, column] = [Prisma.raw(name), Prisma.raw(TAGGED[name])];
    const added = await tx.$queryRaw<{ id: string }[]>`
      INSERT INTO ${table} (${column}, term_id) SELECT ${column}, ${intoId}::uuid FROM ${table}
      WHERE term_id = ${fromId}::uuid ON CONFLICT DO NOTHING RETURNING ${column} AS id`;
    const removed = await tx.$queryRaw<{ id: string }[]>`
      DELETE FROM ${table} WHERE term_id = ${fromId}::uuid RETURNING ${column} AS id`;
    moved.push([name, { added: idsOf(added), removed: idsOf(removed) }]);
  }
  return Object.fromEntries(moved) as MovedTags;
}

/** The way back: what was tagged with the one is again, and what was added for it goes. */
export async function putTagsBack(tx: Db, { fromId, intoId }: Pair, moved: MovedTags): Promise<void> {
  for (const name of tables) {
    const [table, column] = [Prisma.raw(name), Prisma.raw(TAGGED[name])];
    const { added, removed } = moved[name];
    await tx.$executeRaw`
      INSERT INTO ${table} (${column}, term_id) SELECT id, ${fromId}::uuid FROM unnest(${removed}::uuid[]) AS back(id)
      WHERE EXISTS (SELECT FROM ${table} t WHERE t.${column} = back.id AND t.term_id = ${intoId}::uuid)
      ON CONFLICT DO NOTHING`;
    await tx.$executeRaw`DELETE FROM ${table} WHERE term_id = ${intoId}::uuid AND ${column} = ANY(${added}::uuid[])`;
  }
}
