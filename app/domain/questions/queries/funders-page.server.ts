import { z } from 'zod';
import type { Prisma } from '~/platform/generated/prisma/client';
import type { Actor } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { ukDay } from '../../uk-time';
import { funderChoices } from '../funding/find-funder.server';
import { mayKeepFunders, maySeeFunders } from '../funding/funding-policy';
import { coverageOf, standingOf } from '../funding/pledge';
import type { QuestionForPolicy } from '../question-policy';
import { questionForPolicy } from '../question-stage.server';

/** Who pays for a question, how surely, and what became of each sum. */
export const fundersPage = query({
  name: 'questions.funders',
  input: z.strictObject({ reference: referenceInput, choices: z.boolean().default(false) }),
  visibleTo: (actor: Actor) => (question: QuestionForPolicy) => maySeeFunders(actor, question),
  read: async ({ db, actor, scope, input, now }) => {
    const question = await questionForPolicy(db, input.reference);
    if (!question || !isAllowed(scope(question))) return null;
    const rows = await db.funding.findMany({
      where: { questionId: question.id, awardId: null },
      orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
      include,
    });
    const people = await db.person.findMany({
      where: {
        id: { in: rows.flatMap((row) => [row.recordedById, ...row.changes.map((one) => one.recordedById)]) },
      },
      select: { id: true, name: true },
    });
    const names = new Map(people.map(({ id, name }) => [id, name]));
    const may = { keep: isAllowed(mayKeepFunders(actor, question)) };
    return {
      reference: question.reference,
      title: question.title,
      budget: question.budgetMaximum,
      published: question.publishedAt !== null,
      uncoveredReason: question.uncoveredReason,
      coverage: coverageOf(rows, question.budgetMaximum),
      funders: rows.map((row) => shown(row, names, ukDay(now))),
      choices: may.keep && input.choices ? await funderChoices(db) : [],
      may,
    };
  },
});

const include = {
  organisation: { select: { name: true } },
  team: { select: { name: true } },
  changes: { orderBy: { recordedAt: 'asc' } },
} satisfies Prisma.FundingInclude;
type Row = Prisma.FundingGetPayload<{ include: typeof include }>;

function shown(row: Row, names: Map<string, string>, today: Date) {
  const standing = standingOf(row);
  return {
    reference: row.reference ?? '',
    name: row.team ? `${row.team.name}, ${row.organisation.name}` : row.organisation.name,
    amount: row.amount,
    standing,
    condition: row.condition,
    decidedBy: row.decidedBy,
    overdue: standing === 'conditional' && row.decidedBy !== null && row.decidedBy < today,
    ringFenced: row.ringFenced,
    secureFrom: row.secureFrom,
    secureUntil: row.secureUntil,
    named: { at: row.recordedAt, by: names.get(row.recordedById) ?? '' },
    changes: row.changes.map(({ certainty, on, reason, recordedById }) => ({
      standing: certainty as 'firm' | 'fallenAway',
      on,
      reason,
      by: names.get(recordedById) ?? '',
    })),
  };
}
export type ShownFunder = ReturnType<typeof shown>;
