import { z } from 'zod';
import { findingsVisibleSql } from '../../knowledge/finding-visibility.server';
import { query } from '../../query.server';
import { stateLabel, type QuestionOutcome, type QuestionState } from '../../questions/question';
import { shownStateSql } from '../../questions/question-state.server';
import { questionsVisibleSql } from '../../questions/question-visibility.server';
import { bestByWords, WORD_SETTINGS, type WordHit } from '../ranking/best-by-words.server';
import { readableFindings, readableQuestions } from '../ranking/readable.server';

export interface NearQuestion {
  reference: string;
  title: string;
  summary: string;
  state: string;
  /** So near that whoever goes on is asked why. */
  perhapsTheSame: boolean;
}

export interface NearFinding {
  reference: string;
  title: string;
  year: number | null;
  keyMessages: string;
  perhapsTheSame: boolean;
}

const NEAREST = 5;
/**
 * The likeness from which a reason is asked for: of questions put twice in other words three in five reach it, of
 * those about something else one in sixteen (npm run bench -- duplicates). No threshold parts them wholly, so the
 * nearest are always shown and nothing is held up.
 */
export const PERHAPS_THE_SAME = 0.22;

/** Meaning is left out: it finds the topic, and here the one question of a topic is wanted. */
const NEAR = { ...WORD_SETTINGS, most: NEAREST + 1, leastShared: 2 };

/** The existing questions and findings nearest to a text, of those the actor may see: has this been answered? */
export const nearestQuestionsAndFindings = query({
  name: 'matching.nearestQuestionsAndFindings',
  input: z.strictObject({ text: z.string().max(50_000), exceptQuestionId: z.uuid().optional() }),
  visibleTo: (actor) => ({
    questions: questionsVisibleSql(actor, 'q'),
    state: (now: Date) => shownStateSql(actor, now, 'q'),
    findings: findingsVisibleSql(actor, 'f'),
    readable: [{ readable: readableQuestions(actor) }, { readable: readableFindings(actor) }],
  }),
  read: async ({ db, scope, input, now }) => {
    const [nearQuestions = [], nearFindings = []] = await bestByWords(db, input.text, scope.readable, NEAR);
    const questions = await db.$queryRaw<
      (Known & Omit<NearQuestion, 'state' | 'perhapsTheSame'> & QuestionStanding)[]
    >`
      SELECT q.id, q.reference, q.title, q.summary, ${scope.state(now)} AS state, q.outcome::text AS outcome
      FROM question q WHERE q.id = ANY(${subjects(nearQuestions)}::uuid[]) AND ${scope.questions}
        AND q.published_at IS NOT NULL AND q.merged_into_id IS NULL
        AND q.id IS DISTINCT FROM ${input.exceptQuestionId ?? null}::uuid`;
    const findings = await db.$queryRaw<(Known & Omit<NearFinding, 'perhapsTheSame'>)[]>`
      SELECT f.id, f.reference, v.title, v.year, v.key_messages AS "keyMessages"
      FROM finding f JOIN finding_version v ON v.finding_id = f.id AND v.number = f.current_number
        AND v.published_at IS NOT NULL
      WHERE f.id = ANY(${subjects(nearFindings)}::uuid[]) AND ${scope.findings}
        AND f.retracted_at IS NULL AND f.merged_into_id IS NULL`;
    return {
      questions: inOrder(nearQuestions, questions).map(({ hit, row }): NearQuestion => ({
        reference: row.reference,
        title: row.title,
        summary: row.summary,
        state: stateLabel(row.state, row.outcome),
        perhapsTheSame: hit.likeness >= PERHAPS_THE_SAME,
      })),
      findings: inOrder(nearFindings, findings).map(({ hit, row }): NearFinding => ({
        reference: row.reference,
        title: row.title,
        year: row.year,
        keyMessages: row.keyMessages,
        perhapsTheSame: hit.likeness >= PERHAPS_THE_SAME,
      })),
    };
  },
});

interface Known {
  id: string;
}

interface QuestionStanding {
  state: QuestionState;
  outcome: QuestionOutcome | null;
}

const subjects = (hits: readonly WordHit[]): string[] => hits.map(({ subject }) => subject);

function inOrder<Row extends Known>(
  hits: readonly WordHit[],
  rows: readonly Row[],
): { hit: WordHit; row: Row }[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return hits
    .flatMap((hit) => {
      const row = byId.get(hit.subject);
      return row ? [{ hit, row }] : [];
    })
    .slice(0, NEAREST);
}
