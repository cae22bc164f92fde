import type { Db } from '~/platform/db.server';
import type { Actor } from '../../actor';
import { questionsVisibleSql } from '../../questions/question-visibility.server';
import { keptFindingsSql, toldBy } from '../kept-findings.server';
import { askedByThenSql } from '../on-day/items-by-then.server';
import { tagsOnDay } from '../../taxonomy/tags-on-day.server';
import type { RankedSet } from './ranking';

export const ACTIVITIES = ['question', 'finding', 'award'] as const;
export type Activity = (typeof ACTIVITIES)[number];
export type Counts = Record<Activity, number>;

export interface SetActivity {
  /** By reference of the priority; an item that speaks to two counts under both. */
  priorities: Map<string, Counts>;
  /** Each item once, whichever priorities it speaks to. */
  aligned: Counts;
}

export interface ActivityCounted {
  sets: Map<string, SetActivity>;
  all: Counts;
  /** Items without any threat area. */
  untagged: Counts;
}

const none = (): Counts => ({ question: 0, finding: 0, award: 0 });

interface Asked {
  sets: readonly RankedSet[];
  day: Date;
  until: Date;
  past: boolean;
}

/**
 * What is asked, known and bought under each priority, by the threat areas it covers. One statement, in which findings of
 * the very same terms are one item of their number, for whoever reads all that is published.
 */
export async function countActivity(
  db: Db,
  actor: Actor,
  { sets, day, until, past }: Asked,
): Promise<ActivityCounted> {
  const mapped = sets.flatMap(({ slug, priorities }) =>
    priorities.flatMap(({ reference, areas }) => areas.map((area) => [slug, reference, area.slug] as const)),
  );
  const column = (at: 0 | 1 | 2) => mapped.map((row) => row[at]);
  const tags = tagsOnDay('question_term', past ? until : null);
  const told = past ? toldBy({ day, until }) : { day, past };
  const rows = await db.$queryRaw<Row[]>`
    WITH map AS (
      SELECT GROUPING(m.priority) AS level, m.set, coalesce(m.priority, '') AS priority, array_agg(t.id) AS areas
      FROM unnest(${column(0)}::text[], ${column(1)}::text[], ${column(2)}::text[]) m(set, priority, area)
      JOIN term t ON t.scheme = 'threatArea' AND t.slug = m.area
      GROUP BY GROUPING SETS ((m.set, m.priority), (m.set))
    ), tagged AS (
      SELECT x.question_id AS id, array_agg(x.term_id) AS terms FROM ${tags} x
      JOIN term t ON t.id = x.term_id AND t.scheme = 'threatArea' GROUP BY 1
    ), asked AS (
      SELECT q.id, coalesce(g.terms, '{}') AS terms FROM question q LEFT JOIN tagged g ON g.id = q.id
      WHERE ${askedByThenSql('q', until)} AND ${questionsVisibleSql(actor, 'q')}
    ), item AS (
      SELECT 'question' AS kind, terms, count(*) AS number FROM asked GROUP BY terms
      UNION ALL SELECT 'award', a.terms, count(*) FROM asked a JOIN award w ON w.question_id = a.id
        AND w.notice_at < ${until} AND coalesce(w.withdrawn_at >= ${until}, true) GROUP BY a.terms
      UNION ALL SELECT 'finding', k.profile::uuid[], sum(k.findings) FROM (${keptFindingsSql(told)}) k GROUP BY k.profile
    )
    SELECT i.kind, m.level, m.set, m.priority, sum(i.number)::int AS count
      FROM item i JOIN map m ON m.areas && i.terms GROUP BY i.kind, m.level, m.set, m.priority
    UNION ALL SELECT kind, 2, '', '', sum(number)::int FROM item GROUP BY kind
    UNION ALL SELECT kind, 3, '', '', sum(number)::int FROM item
      WHERE NOT terms && ARRAY(SELECT id FROM term WHERE scheme = 'threatArea') GROUP BY kind`;
  return tallied(sets, rows);
}

interface Row {
  kind: Activity;
  /** Of a priority, of a set, of everything, of what has no threat area. */
  level: 0 | 1 | 2 | 3;
  set: string;
  priority: string;
  count: number;
}

function tallied(sets: readonly RankedSet[], rows: readonly Row[]): ActivityCounted {
  const counted: ActivityCounted = {
    sets: new Map(sets.map(({ slug }) => [slug, { priorities: new Map(), aligned: none() }])),
    all: none(),
    untagged: none(),
  };
  for (const { kind, level, set, priority, count } of rows) {
    const of = counted.sets.get(set);
    if (level === 3) counted.untagged[kind] = count;
    else if (level === 2) counted.all[kind] = count;
    else if (of && level === 1) of.aligned[kind] = count;
    else if (of) of.priorities.set(priority, { ...(of.priorities.get(priority) ?? none()), [kind]: count });
  }
  return counted;
}
