import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { isPerson, type Actor } from '../../actor';
import { maySeeFinding } from '../../knowledge/finding-policy';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { knowsOf } from '../../questions/question-policy';
import { referenceInput } from '../../reference-input';
import * as policy from '../elicitation-policy';
import { loadElicitation, type LoadedElicitation } from '../elicitation-standing.server';
import { lettersOf, resultOf } from '../result';
import { shownEstimates } from '../sealed-estimates.server';

function mayOf(actor: Actor, { standing }: LoadedElicitation) {
  return {
    run: isAllowed(policy.mayRunElicitation(actor, standing)),
    invite: isAllowed(policy.mayInviteExperts(actor, standing)),
    estimate: isAllowed(policy.mayEstimate(actor, standing)),
    readFirst: isAllowed(policy.mayReadFirst(actor, standing)),
    readResult: isAllowed(policy.mayReadResult(actor, standing)),
    comment: isAllowed(policy.mayComment(actor, standing)),
    leave: isAllowed(policy.mayLeaveElicitation(actor, standing)),
    withdraw: isAllowed(policy.mayWithdrawElicitation(actor, standing)),
  };
}

/** The question or finding it is about, for those who may know of it. */
function subjectFor(actor: Actor, { question, finding }: LoadedElicitation) {
  if (question && knowsOf(actor, question))
    return { kind: 'question' as const, reference: question.reference, title: question.title };
  if (finding && isAllowed(maySeeFinding(actor, finding.standing))) {
    const version = finding.versions.find(({ number }) => number === finding.currentNumber) ?? finding.latest;
    return { kind: 'finding' as const, reference: finding.reference, title: version.title };
  }
  return null;
}

async function discussionOf(
  db: Db,
  elicitationId: string,
  letters: Map<string, string>,
  ownId: string | null,
) {
  const rows = await db.elicitationComment.findMany({
    where: { elicitationId },
    orderBy: [{ saidAt: 'asc' }, { id: 'asc' }],
    take: 200,
  });
  return rows.map(({ personId, facilitates, text, saidAt }) => ({
    by: facilitates ? 'Facilitator' : `Expert ${letters.get(personId) ?? '?'}`,
    isOwn: personId === ownId,
    text,
    saidAt,
  }));
}

/** An elicitation as far as the actor may read it; of the estimates in a round that runs, only how many are in. */
export const elicitationPage = query({
  name: 'elicitation.elicitation-page',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor: Actor) => actor,
  read: async ({ db, scope: actor, input }) => {
    const elicitation = await loadElicitation(db, input.reference);
    if (!elicitation || !isAllowed(policy.maySeeElicitation(actor, elicitation.standing))) return null;
    const { id, standing, experts, quantities, given } = elicitation;
    const may = mayOf(actor, elicitation);
    const ownId = isPerson(actor) ? actor.id : null;
    const own = experts.find(({ personId }) => personId === ownId);
    const letters = lettersOf(experts, standing.gaveFirst);
    const [shown, discussion] = may.readFirst
      ? await Promise.all([shownEstimates(db, elicitation), discussionOf(db, id, letters, ownId)])
      : [[], []];
    const closed = may.readResult;
    const told = { quantities, given: shown, letters, ownId, closed };
    const stay = new Set(experts.filter(({ leftAt }) => !leftAt).map(({ personId }) => personId));
    const inRound = (round: number) => given.filter((one) => one.round === round && stay.has(one.personId));
    return {
      ...{ reference: elicitation.reference, title: elicitation.title, background: elicitation.background },
      ...{ firstClosesAt: elicitation.firstClosesAt, secondClosesAt: elicitation.secondClosesAt },
      ...{ openedAt: elicitation.openedAt, withdrawnReason: elicitation.withdrawnReason },
      ...{ stage: standing.stage, subject: subjectFor(actor, elicitation), quantities, may, discussion },
      counts: { invited: stay.size, first: inRound(1).length, second: inRound(2).length },
      left: experts.length - stay.size,
      /** Who was asked, in the alphabet's order, which says nothing of the letters. */
      invited: may.run ? experts.map(({ name }) => name).sort((a, b) => a.localeCompare(b, 'en-GB')) : [],
      own: own && {
        hasLeft: own.leftAt !== null,
        letter: letters.get(own.personId) ?? null,
        isIn: inRound(standing.stage === 'first' ? 1 : 2).some(({ personId }) => personId === ownId),
        gaveFirst: standing.gaveFirst.includes(own.personId),
      },
      results: may.readFirst ? resultOf(told) : [],
    };
  },
});
export type ElicitationView = NonNullable<Awaited<ReturnType<typeof elicitationPage.read>>>;
