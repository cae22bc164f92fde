import { z } from 'zod';
import { isPerson } from '../../actor';
import { mayStart } from '../bid-policy';
import { standingOf as eligibilityStanding } from '../eligibility/eligibility';
import { eligibilityFor } from '../eligibility/load-eligibility.server';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { maySee } from '../../questions/question-policy';
import { questionForPolicy } from '../../questions/question-stage.server';
import { referenceInput } from '../../reference-input';
import { isOpenForExpressions, standingOf } from '../expressions/expression';
import { ownExpression } from '../expressions/expression-standing.server';
import { openExpression } from '../expressions/expression-vault.server';

/** The first stage of a question as one person sees it: what is asked, what they sent, and what became of it. */
export const ownExpressionPage = query({
  name: 'expressions.own',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isPerson(actor) ? actor : null),
  read: async ({ db, actor, scope, input: { reference }, now }) => {
    const question = await questionForPolicy(db, reference);
    if (!scope || !question?.publishedAt || !isAllowed(maySee(actor, question))) return null;
    if (!question.expressionsCloseAt) return null;
    const verdict = mayStart(actor, question);
    const { row, told } = await ownExpression(db, question.id, scope.id);
    const { asked, last } = await eligibilityFor(db, question, scope.id);
    const organisations = await db.organisation.findMany({
      where: { id: { in: scope.organisationIds } },
      orderBy: { name: 'asc' },
      select: { id: true, reference: true, name: true },
    });
    const open = isOpenForExpressions(question, now);
    const chosen = organisations.find(({ id }) => id === row?.organisationId)?.reference ?? 'independent';
    return {
      reference,
      title: question.title,
      criteria: question.expressionCriteria,
      words: question.expressionWords,
      expressionsCloseAt: question.expressionsCloseAt,
      bidsCloseAt: question.closesAt,
      open,
      eligibility: eligibilityStanding(asked, last),
      standing: standingOf(true, row, told),
      sent:
        row && !row.withdrawnAt
          ? { ...openExpression(row), organisation: chosen, at: row.submittedAt }
          : null,
      reason: told ? (row?.reason ?? null) : null,
      organisations: organisations.map(({ reference: value, name }) => ({ value, label: name })),
      why: verdict.kind === 'deny' ? verdict.why : null,
      may: { send: open && isAllowed(verdict) },
    };
  },
});
