import { Prisma } from '~/platform/generated/prisma/client';
import type { Actor } from '../../actor';
import { findingsVisibleSql } from '../../knowledge/finding-visibility.server';
import { shownStateSql } from '../../questions/question-state.server';
import { questionsVisibleSql } from '../../questions/question-visibility.server';
import { readableFindings, readableQuestions } from '../ranking/readable.server';
import type { Readable } from '../ranking/best-by-words.server';
import type { Texts } from '../language/query-sql.server';

/** Where the rows of a noun are, narrowed to what the actor may know of. */
export interface Source {
  id: Prisma.Sql;
  /** `reference`, `title`, `fact`, `state`, `outcome` and `text`. */
  columns: Prisma.Sql;
  /** The order of what ranks alike. */
  place: Prisma.Sql;
  /** Ends in a condition. */
  from: Prisma.Sql;
  document: Prisma.Sql;
  texts: Texts;
}

/** What of a noun whose documents are ranked the actor may read. */
export interface RankedSource extends Source {
  readable: Readable;
}

/** Of the ranked documents, whose words lie ready and are indexed. */
const rankedTexts = (alias: string): Texts => ({
  onRow: onRow(RANKED_WORDS),
  within: (query) => Prisma.sql`${Prisma.raw(alias)}.id IN (
    SELECT worded.subject FROM ranked_document worded WHERE worded.words @@ ${query})`,
});

const onRow = (document: Prisma.Sql) => (query: Prisma.Sql) => Prisma.sql`${document} @@ ${query}`;

const RANKED_WORDS = Prisma.sql`ranked.words`;

export function questionSource(actor: Actor, now: Date): RankedSource {
  const state = shownStateSql(actor, now, 'q');
  return {
    id: Prisma.sql`q.id`,
    columns: Prisma.sql`q.reference, q.title, r.name AS fact, ${state} AS state,
      CASE WHEN ${state} = 'decided' THEN q.outcome::text END AS outcome,
      q.summary || ' ' || q.questions_asked || ' ' || q.background AS text`,
    place: Prisma.sql`-extract(epoch FROM q.published_at)`,
    from: Prisma.sql`question q JOIN route r ON r.id = q.route_id JOIN ranked_document ranked ON ranked.subject = q.id
      WHERE ${questionsVisibleSql(actor, 'q')} AND q.published_at IS NOT NULL AND q.merged_into_id IS NULL`,
    document: RANKED_WORDS,
    texts: rankedTexts('q'),
    readable: readableQuestions(actor),
  };
}

const CONFIDENCE = Prisma.sql`CASE f.confidence WHEN 'low' THEN 'low confidence'
  WHEN 'moderate' THEN 'moderate confidence' WHEN 'high' THEN 'high confidence' END`;

export function findingSource(actor: Actor): RankedSource {
  return {
    id: Prisma.sql`f.id`,
    columns: Prisma.sql`f.reference, v.title, concat_ws(', ', v.year::text, nullif(v.venue, ''), ${CONFIDENCE}) AS fact, NULL AS state, NULL AS outcome,
      v.key_messages || ' ' || v.summary || ' ' || v.methods AS text`,
    place: Prisma.sql`-extract(epoch FROM f.published_at)`,
    from: Prisma.sql`finding f JOIN finding_version v ON v.finding_id = f.id AND v.number = f.current_number
      AND v.published_at IS NOT NULL JOIN ranked_document ranked ON ranked.subject = f.id
      WHERE ${findingsVisibleSql(actor, 'f')} AND f.merged_into_id IS NULL AND f.retracted_at IS NULL`,
    document: RANKED_WORDS,
    texts: rankedTexts('f'),
    readable: readableFindings(actor),
  };
}

/** Of the directory, whose words lie ready too; they are found by cover density, since their texts are short. */
const directoryTexts: Pick<Source, 'document' | 'texts'> = {
  document: Prisma.sql`entry.words`,
  texts: { onRow: onRow(Prisma.sql`entry.words`), within: onRow(Prisma.sql`entry.words`) },
};

/** By name, by what they say of their work and by the terms they name; listed, verified and active. */
export const expertSource = (): Source => ({
  ...directoryTexts,
  id: Prisma.sql`p.id`,
  columns: Prisma.sql`p.reference, p.name AS title, NULL AS state, NULL AS outcome,
    (SELECT o.name FROM affiliation a JOIN organisation o ON o.id = a.organisation_id
      WHERE a.person_id = p.id AND a.ends_on IS NULL ORDER BY a.starts_on DESC LIMIT 1) AS fact,
    entry.text`,
  place: Prisma.sql`lower(p.name)`,
  from: Prisma.sql`expert_profile e JOIN person p ON p.id = e.person_id JOIN directory_entry entry ON entry.subject = p.id
    WHERE e.listed AND p.verified_at IS NOT NULL AND p.suspended_at IS NULL AND p.erased_at IS NULL
      AND p.merged_into_id IS NULL`,
});

/** By name, kind and the names of their teams; those of the directory. */
export const organisationSource = (): Source => ({
  ...directoryTexts,
  id: Prisma.sql`o.id`,
  columns: Prisma.sql`o.reference, o.name AS title, o.kind AS fact, NULL AS state, NULL AS outcome,
    (SELECT coalesce(string_agg(t.name, ', ' ORDER BY lower(t.name)), '') FROM team t
      WHERE t.organisation_id = o.id AND t.closed_at IS NULL) AS text`,
  place: Prisma.sql`lower(o.name)`,
  from: Prisma.sql`organisation o JOIN directory_entry entry ON entry.subject = o.id
    WHERE o.merged_into_id IS NULL AND o.closed_at IS NULL`,
});
