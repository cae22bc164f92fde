import type { Db } from '~/platform/db.server';
import type { Actor } from '../../actor';
import { questionsVisibleSql } from '../../questions/question-visibility.server';
import { findingsVisibleSql } from '../../knowledge/finding-visibility.server';
import { askedByThenSql, stoodThenSql } from '../on-day/items-by-then.server';
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

/** What is asked, known and bought under each priority, by the threat areas it covers. One statement. */
export async function countActivity(
  db: Db,
  actor: Actor,
  { sets, until, past }: { sets: readonly RankedSet[]; until: Date; past: boolean },
): Promise<ActivityCounted> {
  const mapped = sets.flatMap(({ slug, priorities }) =>
    priorities.flatMap(({ reference, areas }) => areas.map((area) => [slug, reference, area.slug] as const)),
  );
  const column = (at: 0 | 1 | 2) => mapped.map((row) => row[at]);
  const tags = (table: 'question_term' | 'finding_term') => tagsOnDay(table, past ? until : null);
  const rows = await db.$queryRaw<Row[]>`
    WITH map AS (
      SELECT t.id, m.set, m.priority
      FROM unnest(${column(0)}::text[], ${column(1)}::text[], ${column(2)}::text[]) m(set, priority, area)
      JOIN term t ON t.scheme = 'threatArea' AND t.slug = m.area
    ), asked AS (
      SELECT q.id FROM question q WHERE ${askedByThenSql('q', until)} AND ${questionsVisibleSql(actor, 'q')}
    ), item AS (
      SELECT 'question' AS kind, a.id, a.id AS of FROM asked a
      UNION ALL SELECT 'award', w.id, a.id FROM asked a JOIN award w ON w.question_id = a.id
        AND w.notice_at < ${until} AND coalesce(w.withdrawn_at >= ${until}, true)
    ), tagged AS (
      SELECT i.kind, i.id, x.term_id FROM item i LEFT JOIN (${tags('question_term')} x JOIN term t ON t.id = x.term_id
        AND t.scheme = 'threatArea') ON x.question_id = i.of
      UNION ALL
      SELECT 'finding', f.id, x.term_id FROM finding f LEFT JOIN (${tags('finding_term')} x JOIN term t ON t.id = x.term_id
        AND t.scheme = 'threatArea') ON x.finding_id = f.id
      WHERE ${stoodThenSql('f', until)} AND ${findingsVisibleSql(actor, 'f')}
    )
    SELECT g.kind, 0 AS level, m.set, m.priority, count(DISTINCT g.id)::int AS count
      FROM tagged g JOIN map m ON m.id = g.term_id GROUP BY g.kind, m.set, m.priority
    UNION ALL SELECT g.kind, 1, m.set, '', count(DISTINCT g.id)::int
      FROM tagged g JOIN map m ON m.id = g.term_id GROUP BY g.kind, m.set
    UNION ALL SELECT kind, 2, '', '', count(DISTINCT id)::int FROM tagged GROUP BY kind
    UNION ALL SELECT kind, 3, '', '', count(*)::int FROM tagged WHERE term_id IS NULL GROUP BY kind`;
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
