import { z } from 'zod';
import { Prisma } from '~/platform/generated/prisma/client';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { mayReadHorizon } from '../horizon/signal-policy';
import { signalsVisibleSql } from '../horizon/signal-standing.server';
import { likelihoods, type Likelihood, type SignalConfidence } from '../horizon/yardstick';

export interface SignalLine {
  id: string;
  reference: string;
  title: string;
  areas: string;
  likelihood: Likelihood | null;
  before: Likelihood | null;
  confidence: SignalConfidence | null;
  reviewBy: Date;
  published: boolean;
  due: boolean;
}

const PAGE = 25;

/** The horizon register, newest first, a page at a time. */
export const signals = query({
  name: 'elicitation.signals',
  input: z.strictObject({
    area: z.string().max(100).optional(),
    likelihood: z.enum(likelihoods).optional(),
    show: z.enum(['due', 'drafts']).optional(),
    after: z.uuid().optional(),
  }),
  visibleTo: (actor) => (isAllowed(mayReadHorizon(actor)) ? signalsVisibleSql(actor) : null),
  read: async ({ db, scope, input: { area, likelihood, show, after } }) => {
    if (!scope) return null;
    const wanted = [
      area &&
        Prisma.sql`EXISTS (SELECT FROM signal_term x JOIN term t ON t.id = x.term_id
          WHERE x.signal_id = s.id AND t.scheme = 'threatArea' AND t.slug = ${area})`,
      likelihood && Prisma.sql`j.likelihood = ${likelihood}::"Likelihood"`,
      show === 'due' && Prisma.sql`s.review_by < soundings.now()::date`,
      show === 'drafts' && Prisma.sql`s.published_at IS NULL`,
      after && Prisma.sql`s.id < ${after}::uuid`,
    ].filter((one) => one !== undefined && one !== '' && one !== false);
    const rows = await db.$queryRaw<SignalLine[]>`
      SELECT s.id, s.reference, s.title, j.likelihood, b.likelihood AS before, j.confidence,
        s.review_by AS "reviewBy", s.published_at IS NOT NULL AS published,
        s.review_by < soundings.now()::date AS due,
        (SELECT coalesce(string_agg(t.name, ', ' ORDER BY t.position), '') FROM signal_term x
          JOIN term t ON t.id = x.term_id WHERE x.signal_id = s.id) AS areas
      FROM signal s
        LEFT JOIN LATERAL (SELECT * FROM signal_judgement y WHERE y.signal_id = s.id ORDER BY y.number DESC LIMIT 1) j ON true
        LEFT JOIN signal_judgement b ON b.signal_id = s.id AND b.number = j.number - 1
      WHERE ${Prisma.join([scope, ...wanted], ' AND ')}
      ORDER BY s.id DESC LIMIT ${PAGE + 1}`;
    return { signals: rows.slice(0, PAGE), next: rows.length > PAGE ? (rows[PAGE - 1]?.id ?? null) : null };
  },
});
