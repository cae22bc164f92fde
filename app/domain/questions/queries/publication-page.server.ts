import { z } from 'zod';
import { isMember } from '../../actor';
import { mayGiveApproval, shownApprovals, turnOf } from '../../approvals/approval';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { wholeQuestion } from '../drafting/draft-loading.server';
import { withApprovals } from '../publishing/publication-approvals.server';
import { whyNotDeclared } from '../publishing/approver-interest.server';
import { publicationTurn } from '../publishing/publication-turn';
import { maySee } from '../question-policy';
import { draftOf } from './question-draft.server';

/** A question before it is published, for its team and for whoever's turn it is to approve it. */
export const publicationPage = query({
  name: 'questions.publication-page',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor : null),
  read: async ({ db, scope: actor, input, now }) => {
    const whole = actor && (await wholeQuestion(db, input.reference));
    if (!whole) return null;
    const { row, approvals } = await withApprovals(db, whole);
    const approve = isAllowed(mayGiveApproval(actor, publicationTurn(actor, row, approvals)));
    if (!approve && !isAllowed(maySee(actor, row))) return null;
    const undeclared = approve && (await whyNotDeclared(db, actor, { questionId: row.id, approvals }));
    const draft = draftOf(row, actor, now);
    return {
      ...draft,
      approvals: shownApprovals(approvals),
      turn: turnOf(approvals) ?? 0,
      knowsQuestion: isAllowed(maySee(actor, row)),
      may: { ...draft.may, approve, approveAfter: undeclared ? undeclared.name : null },
    };
  },
});
