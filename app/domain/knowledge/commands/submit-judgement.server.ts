import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { isRefusal } from '../../refusal';
import { APPRAISERS } from '../appraisal/appraisal';
import { mayJudge } from '../appraisal/appraisal-policy';
import { lockedAppraisal } from '../appraisal/appraisal-standing.server';
import { judgementInput, readJudgement } from '../appraisal/judgement-form';

/** One appraiser's own judgement. It can be given again until the other one is in too. */
export const submitJudgement = command({
  name: 'knowledge.submit-judgement',
  input: judgementInput,
  load: ({ tx, actor, input }) => lockedAppraisal(tx, input.reference, actor),
  authorise: (actor, { standing }) => mayJudge(actor, standing),
  subject: ({ finding }) => ({ noun: 'finding', nounId: finding.id }),
  decide: ({ input, loaded: { finding, row }, actor }) => {
    if (!isPerson(actor) || !row) throw new Error('authorised above');
    const judgement = readJudgement(row.scheme, input);
    if (isRefusal(judgement)) return judgement;
    const own = { appraisalId: row.id, personId: actor.id };
    const others = row.judgements.filter(({ personId, submittedAt }) => submittedAt && personId !== actor.id);
    const complete = others.length + 1 === APPRAISERS;
    const { reference, id: nounId } = finding;
    return {
      change: { reference, own, judgement, complete },
      facts: [
        { name: 'JudgementWasSubmitted', noun: 'finding', nounId, data: { appraisalId: row.id } },
        ...(complete
          ? [{ name: 'AppraisalWasJudged', noun: 'finding' as const, nounId, data: { appraisalId: row.id } }]
          : []),
      ],
    };
  },
  save: async ({ tx, now }, { reference, own, judgement, complete }) => {
    await tx.appraisalJudgement.update({
      where: { appraisalId_personId: own },
      data: { ...judgement, submittedAt: now },
    });
    return { reference, complete };
  },
});
