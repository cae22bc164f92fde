import { Prisma } from '~/platform/generated/prisma/client';
import type { Actor } from '../../actor';
import type { Confidence } from '../../knowledge/finding';
import { findingsVisibleSql } from '../../knowledge/finding-visibility.server';
import { standsSql } from './item-stage.server';

/** A finding as the page of the question that it answers shows it. */
export interface AnswerLine {
  reference: string;
  title: string;
  authors: string[];
  year: number | null;
  confidence: Confidence | null;
  /** The first of its key messages. */
  message: string;
}

/** How many answers a question shows. */
export const SHOWN_ANSWERS = 5;
/** Characters of a message that are shown. */
const MESSAGE = 300;

/** The standing findings that answer a question, the last first, as far as the actor may read, as JSON. */
export const answersSql = (questionId: Prisma.Sql, actor: Actor): Prisma.Sql => Prisma.sql`(
  SELECT coalesce(jsonb_agg(to_jsonb(answer) - 'published_at' ORDER BY answer.published_at DESC, answer.reference), '[]')
  FROM (
    SELECT f.reference, v.title, v.year, f.confidence::text, f.published_at,
      left(ltrim(split_part(ltrim(v.key_messages, E' \n'), E'\n', 1), '-*• '), ${MESSAGE}) AS message,
      ARRAY(SELECT a.name FROM finding_author a WHERE a.version_id = v.id ORDER BY a.position) AS authors
    FROM finding f JOIN finding_version v ON v.finding_id = f.id AND v.number = f.current_number
    WHERE f.question_id = ${questionId} AND ${standsSql('f')} AND ${findingsVisibleSql(actor, 'f')}
    ORDER BY f.published_at DESC, f.reference LIMIT ${SHOWN_ANSWERS}
  ) answer)`;
