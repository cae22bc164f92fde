import { z } from 'zod';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { findingsVisibleSql } from '../../knowledge/finding-visibility.server';
import { questionsVisibleSql } from '../../questions/question-visibility.server';
import { referenceInput } from '../../reference-input';
import { loadElicitation } from '../elicitation-standing.server';
import { maySeeElicitation } from '../elicitation-policy';
import { mayKeepSignal, mayPublishSignal } from '../horizon/signal-policy';
import { signalsVisibleSql } from '../horizon/signal-standing.server';
import type { Likelihood, SignalConfidence } from '../horizon/yardstick';

export interface ShownJudgement {
  number: number;
  likelihood: Likelihood;
  confidence: SignalConfidence;
  reason: string;
  by: string;
  at: string;
}

export interface ShownEvidence {
  id: string;
  says: string;
  address: string | null;
  finding: { reference: string; title: string } | null;
}

interface Row {
  reference: string;
  title: string;
  changing: string;
  reviewBy: Date;
  due: boolean;
  publishedAt: Date | null;
  ownerId: string;
  owner: string;
  createdById: string;
  round: string | null;
  areas: { slug: string; name: string }[];
  judgements: ShownJudgement[];
  evidence: (ShownEvidence & { hidden: boolean })[];
  questions: { reference: string; title: string }[];
}

/** One signal with its evidence, links and every judgement, of what the reader may know of. */
export const signalPage = query({
  name: 'elicitation.signal-page',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => ({
    signal: signalsVisibleSql(actor),
    finding: findingsVisibleSql(actor, 'f'),
    question: questionsVisibleSql(actor, 'q'),
  }),
  read: async ({ db, actor, scope, input }) => {
    const [row] = await db.$queryRaw<Row[]>`
      SELECT s.reference, s.title, s.changing, s.review_by AS "reviewBy", s.review_by < soundings.now()::date AS due,
        s.published_at AS "publishedAt", s.owner_id AS "ownerId", p.name AS owner, s.created_by_id AS "createdById",
        (SELECT e.reference FROM elicitation e WHERE e.id = s.elicitation_id) AS round,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('slug', t.slug, 'name', t.name) ORDER BY t.position), '[]')
          FROM signal_term x JOIN term t ON t.id = x.term_id WHERE x.signal_id = s.id) AS areas,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('number', j.number, 'likelihood', j.likelihood,
            'confidence', j.confidence, 'reason', j.reason, 'by', b.name, 'at', j.judged_at) ORDER BY j.number DESC), '[]')
          FROM signal_judgement j JOIN person b ON b.id = j.judged_by_id WHERE j.signal_id = s.id) AS judgements,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'says', e.says, 'address', e.address,
            'hidden', e.finding_id IS NOT NULL AND f.id IS NULL,
            'finding', CASE WHEN f.id IS NOT NULL THEN jsonb_build_object('reference', f.reference, 'title', v.title) END)
            ORDER BY e.added_at), '[]')
          FROM signal_evidence e LEFT JOIN finding f ON f.id = e.finding_id AND ${scope.finding}
          LEFT JOIN finding_version v ON v.finding_id = f.id AND v.number = f.current_number
          WHERE e.signal_id = s.id AND e.removed_at IS NULL) AS evidence,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('reference', q.reference, 'title', q.title) ORDER BY q.id), '[]')
          FROM signal_question x JOIN question q ON q.id = x.question_id AND ${scope.question}
          WHERE x.signal_id = s.id) AS questions
      FROM signal s JOIN person p ON p.id = s.owner_id
      WHERE s.reference = ${input.reference} AND ${scope.signal}`;
    if (!row) return null;
    const { ownerId, createdById, round, evidence, ...signal } = row;
    const elicitation = round ? await loadElicitation(db, round) : null;
    const seen = elicitation && isAllowed(maySeeElicitation(actor, elicitation.standing));
    const standing = { ownerId, createdById, published: row.publishedAt !== null };
    return {
      ...signal,
      evidence: evidence.filter(({ hidden }) => !hidden),
      round: seen ? { reference: elicitation.reference, title: elicitation.title } : null,
      may: {
        keep: isAllowed(mayKeepSignal(actor, standing)),
        publish: !standing.published && isAllowed(mayPublishSignal(actor, standing)),
      },
    };
  },
});
export type SignalPage = NonNullable<Awaited<ReturnType<typeof signalPage.read>>>;
