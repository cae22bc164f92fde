import pg from 'pg';
import { expect, it } from 'vitest';
import { createEmptyDatabase } from '../../../tests/support/database-server';
import { readSchema, sqlTowards } from './diff.server';

const schema = (fields: string) => [
  {
    path: 'schema.prisma',
    content: `datasource db {
  provider = "postgresql"
}
model Shelf {
  id    Int    @id
  ${fields}
}`,
  },
];

it('gives what is missing, from nothing and from what a database holds', { timeout: 60_000 }, async () => {
  const made = await createEmptyDatabase();
  const client = new pg.Client({ connectionString: made.url });
  await client.connect();
  const sql = await sqlTowards(schema('name String'), made.url, 'nothing');
  expect(sql).toContain('CREATE TABLE "Shelf"');
  await client.query(sql);
  expect(await sqlTowards(schema('name String'), made.url, 'database')).toMatch(/empty migration/);
  expect(await sqlTowards(schema('name String\n width Int?'), made.url, 'database')).toContain(
    'ADD COLUMN     "width" INTEGER',
  );
  await client.end();
  await made.drop();
});

it('reads the schema in one file a module', () => {
  const files = readSchema('prisma').map(({ path }) => path);
  expect(files[0]).toBe('prisma/schema.prisma');
  expect(files).toContain('prisma/models/people.prisma');
});
