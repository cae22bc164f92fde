import { refuseField } from '../../refusal';
import { chosenTerms, memberIdOf, unknownChoice } from '../drafting/chosen.server';
import { closingRefusal } from '../dates/closing';
import { saveTask } from '../drafting/draft-saving.server';
import { markingRefusal } from '../marking';
import { closingInstant, DEFAULT_CLOSING_TIME } from '../tasks/dates';
import { request } from '../tasks/request';

/** The one page of an expert advice request. */
export const saveRequest = saveTask({
  task: { ...request, slug: 'request' },
  know: async (tx, values, row) => ({
    chosen: await chosenTerms(
      tx,
      [{ field: 'threats', scheme: 'threatArea', slugs: values.threats }],
      values.priorities,
    ),
    ownerId: await memberIdOf(tx, row.teamId, 'seniorResponsibleOwner', values.owner),
  }),
  change: (values, { row, known: { chosen, ownerId }, now, finishing }) => {
    const tooHigh = markingRefusal(values.marking);
    if (tooHigh) return refuseField('MarkingIsTooHigh', 'marking', tooHigh);
    if (ownerId === undefined || (ownerId !== null && ownerId === row.authorId))
      return refuseField(
        'OwnerIsWrong',
        'owner',
        'Choose a senior responsible owner of this team other than the author',
      );
    const closesAt = values.closesOn
      ? closingInstant(values.closesOn, values.closesTime ?? DEFAULT_CLOSING_TIME)
      : null;
    const wrong = values.closesOn ? closingRefusal(closesAt, finishing ? now : null) : undefined;
    if (wrong) return refuseField('ClosingIsWrong', wrong.field, wrong.message);
    return (
      unknownChoice(chosen) ?? {
        data: {
          title: values.title,
          summary: values.summary,
          questionsAsked: values.questionsAsked,
          decisionDate: values.decisionDate ?? null,
          contractTerms: {
            ...(values.fee ? { fee: values.fee } : {}),
            ...(values.feeAmount ? { feeAmount: values.feeAmount } : {}),
          },
          dataProtection: values.noPersonalData ? { personalData: 'none' } : {},
          seniorResponsibleOwnerId: ownerId,
          closesAt,
        },
        terms: { schemes: ['threatArea'], ids: chosen.termIds },
        priorityIds: chosen.priorityIds,
      }
    );
  },
});
