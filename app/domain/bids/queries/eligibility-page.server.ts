import { z } from 'zod';
import { isPerson } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { hasPassed } from '../../questions/question';
import { mayAskClarification, maySee } from '../../questions/question-policy';
import { questionForPolicy } from '../../questions/question-stage.server';
import { showOrganisations } from '../../questions/requirements/requirement-fields';
import { referenceInput } from '../../reference-input';
import { mayStart } from '../bid-policy';
import { isOpenForBids } from '../deadline';
import { standingOf } from '../eligibility/eligibility';
import { eligibilityFor } from '../eligibility/load-eligibility.server';

/** Who may bid, what the actor said of themselves, and where to ask. Nobody learns what another said. */
export const eligibilityPage = query({
  name: 'bids.eligibility',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isPerson(actor) ? actor : null),
  read: async ({ db, actor, scope, input: { reference }, now }) => {
    const question = await questionForPolicy(db, reference);
    if (!scope || !question || !isAllowed(maySee(actor, question))) return null;
    const verdict = mayStart(actor, question);
    const { asked, last } = await eligibilityFor(db, question, scope.id);
    const standing = standingOf(asked, last);
    if (standing === 'notAsked') return null;
    const organisations = await db.organisation.findMany({
      where: { id: { in: scope.organisationIds } },
      orderBy: { name: 'asc' },
      select: { reference: true, name: true },
    });
    const { clarificationsCloseAt } = question;
    return {
      reference,
      title: question.title,
      organisationKinds: showOrganisations(asked.organisations),
      conditions: asked.conditions,
      standing,
      last: last && {
        answers: last.answers,
        why: last.why,
        version: last.version,
        answeredAt: last.answeredAt,
      },
      organisations,
      why: verdict.kind === 'deny' ? verdict.why : null,
      may: {
        answer: isAllowed(verdict) && isOpenForBids(question, now),
        ask:
          clarificationsCloseAt !== null &&
          !hasPassed(clarificationsCloseAt, now) &&
          isAllowed(mayAskClarification(actor, question)),
      },
    };
  },
});
