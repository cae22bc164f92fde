import { z } from 'zod';
import { isPerson, type Actor } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import type { Judgement } from '../appraisal/appraisal';
import * as policy from '../appraisal/appraisal-policy';
import { loadAppraisal, type LoadedAppraisal } from '../appraisal/appraisal-standing.server';
import { differences, schemeFor, type Answers } from '../appraisal/scheme';
import { notStated, type Confidence } from '../finding';

interface Stored {
  answers: unknown;
  confidence: Confidence | null;
  rationale: string;
}

const judgementOf = ({ answers, confidence, rationale }: Stored): Judgement | null =>
  answers && confidence ? { answers: answers as Answers, confidence, rationale } : null;

function mayOf(actor: Actor, { standing }: LoadedAppraisal) {
  return {
    offer: isAllowed(policy.mayOfferToAppraise(actor, standing)),
    judge: isAllowed(policy.mayJudge(actor, standing)),
    leave: isAllowed(policy.mayLeaveAppraisal(actor, standing)),
    compare: isAllowed(policy.mayCompare(actor, standing)),
    propose: isAllowed(policy.mayPropose(actor, standing)),
    confirm: isAllowed(policy.mayConfirm(actor, standing)),
    settle: isAllowed(policy.maySettle(actor, standing)),
    close: isAllowed(policy.mayCloseAppraisal(actor, standing)),
  };
}

/** How sound the current version of a finding is, or how far its appraisal has come, as far as the actor may know. */
export const appraisalPage = query({
  name: 'knowledge.appraisal-page',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor: Actor) => actor,
  read: async ({ db, scope: actor, input }) => {
    const loaded = await loadAppraisal(db, input.reference, actor);
    if (!loaded || !isAllowed(policy.maySeeAppraisal(actor, loaded.standing))) return null;
    const { finding, version, row, standing } = loaded;
    const may = mayOf(actor, loaded);
    const own = row?.judgements.find(({ personId }) => isPerson(actor) && personId === actor.id);
    const shown = may.compare;
    const judgements = (row?.judgements ?? []).map((judgement) => ({
      place: judgement.place,
      name: judgement.person.name,
      isOwn: judgement === own,
      isIn: judgement.submittedAt !== null,
      judgement: shown ? judgementOf(judgement) : null,
    }));
    const [one, other] = judgements.map(({ judgement }) => judgement);
    const isOffered = shown || standing.stage === 'agreed';
    return {
      ...{ reference: finding.reference, title: version.title, number: version.number },
      studyType: row?.studyType ?? version.studyType,
      scheme: row?.scheme ?? schemeFor(version.studyType),
      notStated: notStated(version),
      ...{ stage: standing.stage, interest: standing.interest, judgements },
      own: own ? judgementOf(own) : null,
      differences: row && one && other ? differences(row.scheme, one.answers, other.answers) : [],
      proposal: row && isOffered ? judgementOf(row) : null,
      proposedAt: row?.proposedAt?.toISOString() ?? null,
      isOwnProposal: isPerson(actor) && row?.proposedById === actor.id,
      agreedAt: row?.agreedAt ?? null,
      settled: row?.settled ?? false,
      may,
    };
  },
});
export type AppraisalView = NonNullable<Awaited<ReturnType<typeof appraisalPage.read>>>;
