import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import { findingPrioritySql } from '../../insight/priority-links.server';
import { readsPublished } from '../../knowledge/finding-policy';
import { shownStateSql } from '../../questions/question-state.server';
import { NOUNS, type Noun } from '../language/fields';
import { ukDayOf, type Asker } from '../language/sql/conditions.server';
import { candidateIds, MOST_CANDIDATES, type Search } from '../results/candidates.server';
import type { VocabularyRow } from '../suggestions/suggestions.server';
import type { FacetField, ValueCount } from './facet';

export interface Counted {
  counts: ValueCount[];
  /** How many were looked at of each noun, a thousand at most. */
  totals: Partial<Record<Noun, number>>;
  /** What was asked besides, in the same statement. */
  besides: VocabularyRow[];
}

/**
 * Of what is found of each noun, a thousand at most, how many there are and how many have each value. One
 * statement. The rows are those that the results are taken of, so the rule of access is in each count.
 */
export async function facetCounts(
  db: Db,
  asker: Asker,
  searches: readonly Search[],
  besides: readonly Prisma.Sql[],
): Promise<Counted> {
  if (searches.length + besides.length === 0) return { counts: [], totals: {}, besides: [] };
  const found = searches.map(
    (search) => Prisma.sql`${tableOf(search.noun)} AS MATERIALIZED (
      SELECT id FROM (${candidateIds(search)}) every LIMIT ${MOST_CANDIDATES})`,
  );
  const counted = searches.flatMap(({ noun }) => [
    Prisma.sql`SELECT ${noun}::text AS noun, NULL AS field, '' AS value, NULL AS label, count(*)::int AS number
      FROM ${tableOf(noun)}`,
    ...VALUES[noun](asker).map(
      ([field, values]) => Prisma.sql`SELECT ${noun}::text, ${field}::text, value, label, count(*)::int
        FROM (${values}) held GROUP BY value, label`,
    ),
  ]);
  const rows = await db.$queryRaw<Row[]>`
    ${found.length > 0 ? Prisma.sql`WITH ${Prisma.join(found)}` : Prisma.empty}
    ${Prisma.join([...counted, ...besides], ' UNION ALL ')}`;
  const answer: Counted = { counts: [], totals: {}, besides: [] };
  for (const row of rows)
    if (isCount(row)) answer.counts.push(row);
    else if (isTotal(row)) answer.totals[row.noun] = row.number;
    else answer.besides.push(asked(row));
  return answer;
}

interface Row extends Omit<VocabularyRow, 'kind' | 'field' | 'label'> {
  noun: string;
  field: string | null;
  label: string | null;
}

const isNoun = (noun: string): noun is Noun => NOUNS.some((known) => known === noun);
const isTotal = (row: Row): row is Row & { noun: Noun } => isNoun(row.noun) && row.field === null;
const isCount = (row: Row): row is Row & ValueCount => isNoun(row.noun) && row.field !== null;
const asked = ({ noun, field, value, label, number }: Row): VocabularyRow => ({
  kind: noun === 'word' ? 'word' : 'term',
  ...{ field: field ?? '', value, label: label ?? '', number },
});

const tableOf = (noun: Noun): Prisma.Sql => Prisma.raw(`found_${noun}`);

/** Each value of each thing once, as columns `value` and `label`; the label is null where the word has one. */
type Values = [field: FacetField, values: Prisma.Sql];

const LINKS = {
  question: Prisma.sql`question_term link JOIN found_question found ON found.id = link.question_id`,
  finding: Prisma.sql`finding_term link JOIN found_finding found ON found.id = link.finding_id`,
  expert: Prisma.sql`expert_term link JOIN found_expert found ON found.id = link.person_id`,
};

/** A slug stands for the narrower ones that begin with it too, as the language reads it. */
const terms = (noun: keyof typeof LINKS, field: FacetField, scheme: string): Values => [
  field,
  Prisma.sql`WITH held AS (SELECT found.id, t.slug, t.name FROM ${LINKS[noun]} JOIN term t ON t.id = link.term_id
      WHERE t.scheme::text = ${scheme})
    SELECT DISTINCT held.id, wide.slug AS value, wide.name AS label
    FROM (SELECT DISTINCT slug, name FROM held) wide
    JOIN held ON held.slug = wide.slug OR starts_with(held.slug, wide.slug || '-')`,
];

const TAGS = (noun: keyof typeof LINKS): Values[] => [
  terms(noun, 'threat', 'threatArea'),
  terms(noun, 'strand', 'strand'),
];

/** By name: lists of different years hold priorities of one name, and the language takes them as one. */
const priorities = (links: Prisma.Sql): Values => [
  'priority',
  Prisma.sql`SELECT DISTINCT link.id, lower(aim.name) AS value, min(aim.name) OVER (PARTITION BY lower(aim.name)) AS label
    FROM (${links}) link JOIN priority aim ON aim.id = link.priority_id`,
];

const yesNo = (condition: Prisma.Sql) => Prisma.sql`CASE WHEN ${condition} THEN 'yes' ELSE 'no' END`;

const QUESTIONS = Prisma.sql`question q JOIN found_question found ON found.id = q.id`;
const FINDINGS = Prisma.sql`finding f JOIN found_finding found ON found.id = f.id
  JOIN finding_version v ON v.finding_id = f.id AND v.number = f.current_number`;

const valueOf = (field: FacetField, value: Prisma.Sql, rows: Prisma.Sql): Values => [
  field,
  Prisma.sql`SELECT ${value} AS value, NULL AS label FROM ${rows} WHERE ${value} IS NOT NULL`,
];

const VALUES: Record<Noun, (asker: Asker) => Values[]> = {
  question: ({ actor, now }) => [
    ...TAGS('question'),
    priorities(Prisma.sql`SELECT link.question_id AS id, link.priority_id FROM question_priority link
      JOIN found_question found ON found.id = link.question_id`),
    valueOf('state', shownStateSql(actor, now, 'q'), QUESTIONS),
    [
      'route',
      Prisma.sql`SELECT r.slug AS value, r.name AS label FROM ${QUESTIONS} JOIN route r ON r.id = q.route_id`,
    ],
    valueOf('year', Prisma.sql`extract(year FROM ${ukDayOf(Prisma.sql`q.published_at`)})::text`, QUESTIONS),
    valueOf('released', yesNo(Prisma.sql`q.released_at IS NOT NULL`), QUESTIONS),
  ],
  finding: ({ actor }) => [
    ...TAGS('finding'),
    priorities(Prisma.sql`SELECT spoken.id, spoken.priority_id
      FROM found_finding found JOIN (${findingPrioritySql(readsPublished(actor))}) spoken ON spoken.id = found.id`),
    valueOf('type', Prisma.sql`v.study_type::text`, FINDINGS),
    valueOf('confidence', Prisma.sql`coalesce(f.confidence::text, 'none')`, FINDINGS),
    valueOf('year', Prisma.sql`v.year::text`, FINDINGS),
    valueOf('released', yesNo(Prisma.sql`f.released_at IS NOT NULL`), FINDINGS),
    valueOf(
      'origin',
      Prisma.sql`CASE WHEN f.question_id IS NULL THEN 'shared' ELSE 'questions' END`,
      FINDINGS,
    ),
  ],
  expert: () => [...TAGS('expert'), terms('expert', 'discipline', 'discipline')],
  organisation: () => [
    valueOf(
      'kind',
      Prisma.sql`o.kind`,
      Prisma.sql`organisation o JOIN found_organisation found ON found.id = o.id`,
    ),
  ],
};
