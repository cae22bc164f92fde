import { z } from 'zod';
import { Prisma } from '~/platform/generated/prisma/client';
import type { Actor } from '../../actor';
import { mayReadHorizon } from '../../elicitation/horizon/signal-policy';
import { signalsVisibleSql } from '../../elicitation/horizon/signal-standing.server';
import { mayReadGovernance } from '../../governance/governance-policy';
import { mayReadDatasets } from '../../knowledge/datasets/dataset-policy';
import { datasetsVisibleSql } from '../../knowledge/datasets/dataset-visibility.server';
import { mayReadMeasures } from '../../measures/measure-policy';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { LONGEST, readQuery } from '../language/query-language';
import { isPlain } from '../language/query-tree';
import { NAMED_PAGES, type NamedPage, type NamedPageKind } from './named-page';

export const MOST_PAGES = 6;

type Kinds = [NamedPageKind, Prisma.Sql, boolean][];

/** What has a page and a name, each as `kind`, `key`, `name`, `of` and other `names`, narrowed to what the actor may know of. */
const kindsFor = (actor: Actor): Kinds => [
  ['threatArea', terms(Prisma.sql`t.scheme = 'threatArea'`, Prisma.sql`t.slug`), true],
  ['intervention', terms(Prisma.sql`t.scheme = 'interventionType'`, Prisma.sql`t.slug`), true],
  [
    'term',
    terms(Prisma.sql`t.scheme NOT IN ('threatArea', 'interventionType')`, Prisma.sql`t.reference`),
    true,
  ],
  [
    'priority',
    Prisma.sql`SELECT p.reference AS key, p.name, s.document AS of, '' AS names FROM priority p
      JOIN priority_set s ON s.id = p.priority_set_id WHERE p.retired_at IS NULL`,
    true,
  ],
  [
    'framework',
    Prisma.sql`SELECT slug AS key, document AS name, citation AS of, '' AS names FROM framework`,
    true,
  ],
  [
    'prioritySet',
    Prisma.sql`SELECT slug AS key, document AS name, '' AS of, '' AS names FROM priority_set`,
    true,
  ],
  [
    'collection',
    Prisma.sql`SELECT slug AS key, title AS name, '' AS of, '' AS names FROM collection WHERE closed_at IS NULL`,
    true,
  ],
  [
    'dataset',
    Prisma.sql`SELECT d.reference AS key, d.name, o.name AS of, d.holds AS names FROM dataset d
      JOIN organisation o ON o.id = d.organisation_id WHERE ${datasetsVisibleSql(actor)}`,
    isAllowed(mayReadDatasets(actor)),
  ],
  [
    'signal',
    Prisma.sql`SELECT s.reference AS key, s.title AS name, '' AS of, s.changing AS names FROM signal s
      WHERE ${signalsVisibleSql(actor)}`,
    isAllowed(mayReadHorizon(actor)),
  ],
  [
    'measure',
    Prisma.sql`SELECT reference AS key, name, '' AS of, '' AS names FROM measure`,
    isAllowed(mayReadMeasures(actor)),
  ],
  ['capability', byPurpose(Prisma.sql`capability`), isAllowed(mayReadGovernance(actor))],
  ['group', byPurpose(Prisma.sql`governance_group`), isAllowed(mayReadGovernance(actor))],
];

const terms = (which: Prisma.Sql, key: Prisma.Sql) => Prisma.sql`
  SELECT ${key} AS key, t.name, '' AS of, array_to_string(t.aliases, ' ') AS names FROM term t
  WHERE ${which} AND t.merged_into_id IS NULL AND t.retired_at IS NULL`;

const byPurpose = (table: Prisma.Sql) =>
  Prisma.sql`SELECT reference AS key, name, '' AS of, purpose AS names FROM ${table}`;

const WORDS = Prisma.sql`'soundings.words'::regconfig`;
const wordsOf = (text: Prisma.Sql) => Prisma.sql`to_tsvector(${WORDS}, soundings.one_spelling(${text}))`;

/** Pages whose name, or what they say of themselves, holds every loose word; whole names and names come first. */
export const pagesNamed = query({
  name: 'matching.pagesNamed',
  input: z.strictObject({ q: z.string().max(LONGEST) }),
  visibleTo: (actor) => kindsFor(actor).filter(([, , visible]) => visible),
  read: async ({ db, scope, input: { q } }): Promise<NamedPage[]> => {
    const { tree } = readQuery(q);
    if (!tree || !isPlain(tree)) return [];
    const order = Object.keys(NAMED_PAGES);
    const pages = scope.map(
      ([kind, from]) =>
        Prisma.sql`SELECT ${kind} AS kind, ${order.indexOf(kind)}::int AS place, one.* FROM (${from}) one`,
    );
    return db.$queryRaw<NamedPage[]>`
      SELECT kind, key, name, of FROM (${Prisma.join(pages, ' UNION ALL ')}) page,
        plainto_tsquery(${WORDS}, soundings.one_spelling(${q})) asked
      WHERE ${wordsOf(Prisma.sql`name || ' ' || names`)} @@ asked
      ORDER BY lower(name) <> lower(${q.trim()}), NOT ${wordsOf(Prisma.sql`name`)} @@ asked, place, name, key
      LIMIT ${MOST_PAGES}`;
  },
});
