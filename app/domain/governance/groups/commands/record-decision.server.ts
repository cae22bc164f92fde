import { z } from 'zod';
import { command } from '../../../command.server';
import { findingsVisibleTo } from '../../../knowledge/finding-visibility.server';
import { questionsVisibleTo } from '../../../questions/question-visibility.server';
import { refuse, refuseField } from '../../../refusal';
import { ukDay } from '../../../uk-time';
import { mayKeepGovernance } from '../../governance-policy';
import { decisionFields, groupReference, whyNotThen } from '../group-form';
import { lockedGroup } from '../group-rows.server';

/** What a group decided, with what it rests on or asks. */
export const recordDecision = command({
  name: 'governance.record-decision',
  input: z.strictObject({ ...groupReference, ...decisionFields }),
  load: async ({ tx, actor, input }) => {
    const group = await lockedGroup(tx, input.group);
    const question = await tx.question.findFirst({
      where: { AND: [{ reference: input.question, publishedAt: { not: null } }, questionsVisibleTo(actor)] },
      select: { id: true },
    });
    const finding = await tx.finding.findFirst({
      where: { AND: [{ reference: input.finding, publishedAt: { not: null } }, findingsVisibleTo(actor)] },
      select: { id: true },
    });
    return group && { group, questionId: question?.id ?? null, findingId: finding?.id ?? null };
  },
  authorise: mayKeepGovernance,
  subject: ({ group }) => ({ noun: 'group', nounId: group.id }),
  decide: ({ input, loaded: { group, questionId, findingId }, now, newId, newReference }) => {
    if (group.state !== 'open')
      return refuse('GroupHasEnded', 'This group has ended, so it decides nothing more.');
    const { decidedOn, what, source } = input;
    const wrong = whyNotThen(decidedOn, { openedOn: new Date(0), today: ukDay(now) }, 'decidedOn');
    if (wrong) return wrong;
    if (input.question !== '' && !questionId)
      return refuseField('QuestionIsUnknown', 'question', 'Enter the reference of a published question');
    if (input.finding !== '' && !findingId)
      return refuseField('FindingIsUnknown', 'finding', 'Enter the reference of a published finding');
    const id = newId();
    return {
      change: {
        id,
        reference: newReference(),
        group,
        said: { decidedOn, what, source, questionId, findingId },
      },
      facts: [{ name: 'GroupDecisionWasRecorded', noun: 'group', nounId: group.id, data: { decision: id } }],
    };
  },
  save: async ({ tx, actor, now }, { id, reference, group, said }) => {
    const recordedById = actor.kind === 'person' ? actor.id : null;
    await tx.groupDecision.create({
      data: { id, reference, groupId: group.id, ...said, recordedAt: now, recordedById },
    });
    return { reference: group.reference };
  },
  rules: {
    GroupDidNotExist: refuseField('GroupDidNotExist', 'decidedOn', 'The group did not exist yet on that day'),
  },
});
