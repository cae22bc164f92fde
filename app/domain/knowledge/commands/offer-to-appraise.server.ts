import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { mayOfferToAppraise } from '../appraisal/appraisal-policy';
import { lockedAppraisal } from '../appraisal/appraisal-standing.server';
import { schemeFor } from '../appraisal/scheme';
import { notStated, studyTypes } from '../finding';

/** Takes one of the two places; the first to offer opens the appraisal. The kind of study decides the scheme. */
export const offerToAppraise = command({
  name: 'knowledge.offer-to-appraise',
  input: z.strictObject({
    reference: referenceInput,
    studyType: z.enum(studyTypes).optional(),
    noInterest: z.preprocess((given) => given === true || given === 'on', z.boolean()),
  }),
  load: ({ tx, actor, input }) => lockedAppraisal(tx, input.reference, actor),
  authorise: (actor, { standing }) => mayOfferToAppraise(actor, standing),
  subject: ({ finding }) => ({ noun: 'finding', nounId: finding.id }),
  decide: ({ input, loaded: { finding, version, row }, actor, newId }) => {
    if (!isPerson(actor)) throw new Error('authorised above');
    const missing = notStated(version);
    if (missing.length > 0)
      return refuse(
        'FindingIsNotStated',
        `This record does not state its ${missing.join(', ')}. They are needed before it can be appraised.`,
      );
    if (!input.noInterest)
      return refuseField('InterestIsNotDeclared', 'noInterest', 'Confirm that you have no interest in it');
    const studyType =
      row?.studyType ?? (version.studyType === 'notStated' ? input.studyType : version.studyType);
    const scheme = studyType ? schemeFor(studyType) : null;
    if (!studyType || !scheme)
      return refuseField('StudyTypeIsMissing', 'studyType', 'Choose what kind of study it is');
    const opened = row
      ? null
      : { id: newId(), findingId: finding.id, versionId: version.id, scheme, studyType };
    const place = row?.judgements.some((judgement) => judgement.place === 1) ? 2 : 1;
    const appraisalId = row?.id ?? opened?.id ?? '';
    return {
      change: { reference: finding.reference, opened, judgement: { appraisalId, place, personId: actor.id } },
      facts: [
        {
          name: 'AppraiserHasJoined',
          noun: 'finding',
          nounId: finding.id,
          data: { appraisalId, scheme, place },
        },
      ],
    };
  },
  save: async ({ tx, now }, { reference, opened, judgement }) => {
    if (opened) await tx.appraisal.create({ data: { ...opened, openedAt: now } });
    await tx.appraisalJudgement.create({ data: { ...judgement, joinedAt: now } });
    return { reference };
  },
});
