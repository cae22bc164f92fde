import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { showKind } from '../../people/organisations/organisation';
import { MOST_CONDITIONS } from '../../questions/requirements/requirement';
import { questionForShare } from '../../questions/question-stage.server';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { mayStart } from '../bid-policy';
import { whyClosed } from '../deadline';
import { isAsked, whyNotEligible } from '../eligibility/eligibility';
import { eligibilityFor } from '../eligibility/load-eligibility.server';

const yesOrNo = z.enum(['yes', 'no'], { error: 'Answer yes or no' }).optional();

const input = z.strictObject({
  /** Of the question. */
  reference: referenceInput,
  organisation: z.string({ error: 'Choose who you would bid for' }).max(20),
  ...Object.fromEntries(
    Array.from({ length: MOST_CONDITIONS }, (_, index) => [`condition${index + 1}`, yesOrNo]),
  ),
}) as unknown as z.ZodType<{ reference: string; organisation: string } & Record<string, string>>;

/** Says whether one may bid. Each answer is kept as it was given; the last one counts. */
export const confirmEligibility = command({
  name: 'bids.confirmEligibility',
  input,
  load: async ({ tx, actor, input: { reference, organisation } }) => {
    const question = await questionForShare(tx, reference);
    if (!question || !isPerson(actor)) return null;
    const chosen =
      organisation === 'independent'
        ? null
        : await tx.organisation.findFirst({
            where: { reference: organisation, id: { in: actor.organisationIds } },
            select: { id: true, kind: true, name: true },
          });
    return {
      question,
      ...(await eligibilityFor(tx, question, actor.id)),
      chosen,
      known: organisation === 'independent' || chosen !== null,
    };
  },
  authorise: (actor, { question }) => mayStart(actor, question),
  subject: ({ question }) => ({ noun: 'question', nounId: question.id }),
  decide: ({ input: said, loaded: { question, asked, version, chosen, known }, actor, now, newId }) => {
    const closed = whyClosed(question, now, 'Nothing was recorded.');
    if (closed) return closed;
    if (!isAsked(asked))
      return refuse('EligibilityIsNotAsked', 'This question sets no conditions. Start your bid.');
    if (!known)
      return refuseField('OrganisationIsUnknown', 'organisation', 'Choose one of your organisations');
    const open = asked.conditions.findIndex((_, index) => said[`condition${index + 1}`] === undefined);
    if (open >= 0) return refuseField('AnswersAreMissing', `condition${open + 1}`, 'Answer yes or no');
    const holds = asked.conditions.map((_, index) => said[`condition${index + 1}`] === 'yes');
    const why = whyNotEligible(asked, { kind: chosen?.kind ?? null, holds });
    const bidsFor = chosen ? `${chosen.name}, ${showKind(chosen.kind)}` : 'Myself, for no organisation';
    const answers = [
      { asked: 'Who would you bid for?', answer: bidsFor },
      ...asked.conditions.map((text, index) => ({ asked: text, answer: holds[index] ? 'Yes' : 'No' })),
    ];
    const eligible = why.length === 0;
    const row = {
      id: newId(),
      questionId: question.id,
      organisationId: chosen?.id ?? null,
      version,
      eligible,
    };
    return {
      change: {
        row,
        said: { answers, why },
        reference: question.reference,
        by: isPerson(actor) ? actor.id : '',
      },
      facts: [
        {
          name: 'EligibilityWasAnswered',
          noun: 'question' as const,
          nounId: question.id,
          data: { eligible },
        },
      ],
    };
  },
  save: async ({ tx, now }, { row, said, reference, by }) => {
    await tx.eligibilityAnswer.create({ data: { ...row, answers: said, personId: by, answeredAt: now } });
    return { reference, eligible: row.eligible };
  },
});
