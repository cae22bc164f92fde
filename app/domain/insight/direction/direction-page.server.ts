import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import { isMember, type Actor } from '../../actor';
import { optionalDayInput } from '../../form-inputs';
import { anyone } from '../../policy';
import { query } from '../../query.server';
import { questionsVisibleSql } from '../../questions/question-visibility.server';
import { loadFrameworksOnDay } from '../../strategy/on-day/frameworks-on-day.server';
import { knownUntil } from '../../taxonomy/known-until.server';
import { calledThenSql, ofThenSql } from '../../strategy/on-day/organisations-then.server';
import { loadSetsOnDay } from '../../strategy/on-day/sets-on-day.server';
import { chosenWeights, savedWeightings } from '../../strategy/scoring/saved-weightings.server';
import { wasInForce } from '../../strategy/written-date';
import { ukDay } from '../../uk-time';
import { loadAreaScores } from './area-scores.server';
import { askedByThenSql } from '../on-day/items-by-then.server';
import { tagsOnDay } from '../../taxonomy/tags-on-day.server';
import { rankAreas, type RankedArea } from './ranking';

export interface TopQuestion {
  reference: string;
  title: string;
  owner: string | null;
  decisionDate: Date | null;
  rationale: string;
}

export interface Change {
  what: string;
  note: string;
  recordedAt: Date;
}

const MOST_QUESTIONS = 5;
const MOST_CHANGES = 8;

/** Where things go now, for one page of paper: the framework, the first questions, what changed in three months. */
export const directionPage = query({
  name: 'insight.directionPage',
  input: z.strictObject({ on: optionalDayInput() }),
  visibleTo: anyone,
  read: async ({ db, actor, input, now }) => {
    const day = input.on ?? ukDay(now);
    const until = await knownUntil(db, day);
    const inForce = <One extends { startsOn: Date; endsOn: Date | null; enteredSince: boolean }>(
      list: One[],
    ) => list.filter((one) => !one.enteredSince && wasInForce(one, day));
    const frameworks = inForce(await loadFrameworksOnDay(db, until));
    const sets = inForce(await loadSetsOnDay(db, until));
    const weights = chosenWeights(await savedWeightings(db, until))?.weights;
    const areas = weights ? rankAreas(await loadAreaScores(db, { day, until }), weights) : [];
    return {
      day,
      asked: input.on !== undefined,
      frameworks: frameworks.map(({ slug, document, startsWritten, endsWritten, items }) => ({
        ...{ slug, document, startsWritten, endsWritten },
        items: items.map(({ name }) => name),
      })),
      sets: sets.map(({ slug, document, interim, standing, priorities }) => ({
        ...{ slug, document, interim, standing },
        priorities: priorities.map(({ name }) => name),
      })),
      ...(await questionsAndChanges(db, actor, { areas, until })),
    };
  },
});

/** In one statement, as text: `jsonb` knows no dates. */
async function questionsAndChanges(
  db: Db,
  actor: Actor,
  { areas, until }: { areas: readonly RankedArea[]; until: Date },
): Promise<{ questions: TopQuestion[]; changes: Change[] }> {
  const [row] = await db.$queryRaw<
    {
      questions: (Omit<TopQuestion, 'decisionDate'> & { decisionDate: string | null })[];
      changes: (Omit<Change, 'recordedAt'> & { recordedAt: string })[];
    }[]
  >`
    SELECT (SELECT coalesce(jsonb_agg(to_jsonb(q) - 'place' ORDER BY q.place), '[]')
        FROM (${topQuestionsSql(actor, areas, until)}) q) AS questions,
      (SELECT coalesce(jsonb_agg(to_jsonb(c) - 'place' ORDER BY c.place), '[]')
        FROM (${changesBeforeSql(until, isMember(actor))}) c) AS changes`;
  if (!row) throw new Error('an aggregate gives a row');
  return {
    questions: row.questions.map(({ decisionDate, ...question }) => ({
      ...question,
      decisionDate: decisionDate === null ? null : new Date(decisionDate),
    })),
    changes: row.changes.map(({ recordedAt, ...change }) => ({
      ...change,
      recordedAt: new Date(recordedAt),
    })),
  };
}

/** Questions that wait for an answer, by the score of the highest threat area they are about. */
const topQuestionsSql = (actor: Actor, areas: readonly RankedArea[], until: Date): Prisma.Sql => Prisma.sql`
  WITH waiting AS MATERIALIZED (
    SELECT q.id, q.reference, q.title, q.team_id, q.decision_date, q.decision, q.published_at FROM question q
    WHERE ${askedByThenSql('q', until)} AND ${questionsVisibleSql(actor, 'q')} AND coalesce(q.answered_at >= ${until}, true)
  ), placed AS (
    SELECT x.question_id, max(s.score) AS score FROM ${tagsOnDay('question_term', until)} x
    JOIN term a ON a.id = x.term_id AND a.scheme = 'threatArea'
    JOIN unnest(${areas.map(({ slug }) => slug)}::text[], ${areas.map(({ score }) => score.value)}::float[]) s(slug, score)
      ON s.slug = a.slug
    WHERE x.question_id = ANY(ARRAY(SELECT id FROM waiting)) GROUP BY x.question_id
  )
  SELECT q.reference, q.title, ${calledThenSql('team', 't', until)} || ', ' || ${calledThenSql('organisation', 'o', until)} AS owner, q.decision_date AS "decisionDate",
    q.decision AS rationale, row_number() OVER (ORDER BY placed.score DESC NULLS LAST, q.decision_date NULLS LAST,
      q.published_at, q.id) AS place
  FROM waiting q JOIN team t ON t.id = q.team_id JOIN organisation o ON o.id = ${ofThenSql('team', 't', until)}
  LEFT JOIN placed ON placed.question_id = q.id
  ORDER BY place LIMIT ${MOST_QUESTIONS}`;

/** What was recorded in the three months before; what organisations follow is told inside the network alone. */
const changesBeforeSql = (until: Date, inside: boolean): Prisma.Sql => Prisma.sql`
  SELECT what, note, recorded_at AS "recordedAt", row_number() OVER (ORDER BY recorded_at DESC, what, note) AS place FROM (
    SELECT f.document AS what, v.change_note AS note, v.recorded_at FROM framework_version v
      JOIN framework f ON f.id = v.framework_id
    UNION ALL SELECT s.document, v.change_note, v.recorded_at FROM priority_set_version v
      JOIN priority_set s ON s.id = v.priority_set_id
    UNION ALL SELECT s.document, 'Mapped to threat areas: ' || c.note, c.recorded_at FROM crosswalk c
      JOIN priority_set s ON s.id = c.priority_set_id
    UNION ALL SELECT ${calledThenSql('organisation', 'o', until)}, 'Follows ' || coalesce(w.document, s.document), f.declared_at FROM following f
      JOIN organisation o ON o.id = f.organisation_id LEFT JOIN framework w ON w.id = f.framework_id
      LEFT JOIN priority_set s ON s.id = f.priority_set_id WHERE ${inside}
    UNION ALL SELECT i.name, v.change_note, v.recorded_at FROM objective_version v
      JOIN framework_item i ON i.id = v.framework_item_id
  ) change
  WHERE recorded_at < ${until} AND recorded_at >= ${until}::timestamptz - interval '3 months'
  ORDER BY place LIMIT ${MOST_CHANGES}`;
