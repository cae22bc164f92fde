import { z } from 'zod';
import { command } from '../../../command.server';
import { findingsVisibleTo } from '../../../knowledge/finding-visibility.server';
import { questionsVisibleTo } from '../../../questions/question-visibility.server';
import { refuse, refuseField } from '../../../refusal';
import { mayKeepGovernance } from '../../governance-policy';
import { capabilityReference, linkFields } from '../capability-form';
import { lockedCapability } from '../capability-rows.server';

const published = { publishedAt: { not: null } };

/** A question that asks about it, or a finding that tells of it. */
export const linkCapability = command({
  name: 'governance.link-capability',
  input: z.strictObject({ ...capabilityReference, ...linkFields }),
  load: async ({ tx, actor, input: { capability: reference, question, finding } }) => {
    const capability = await lockedCapability(tx, reference);
    const asked = await tx.question.findFirst({
      where: { AND: [{ reference: question }, published, questionsVisibleTo(actor)] },
      select: { id: true },
    });
    const found = await tx.finding.findFirst({
      where: { AND: [{ reference: finding }, published, findingsVisibleTo(actor)] },
      select: { id: true },
    });
    return capability && { capability, questionId: asked?.id ?? null, findingId: found?.id ?? null };
  },
  authorise: mayKeepGovernance,
  subject: ({ capability }) => ({ noun: 'capability', nounId: capability.id }),
  decide: ({ input, loaded: { capability, questionId, findingId }, newId }) => {
    if ((input.question === '') === (input.finding === ''))
      return refuseField('LinkIsOneThing', 'question', 'Enter a question or a finding, one of the two');
    if (input.question !== '' && !questionId)
      return refuseField('QuestionIsUnknown', 'question', 'Enter the reference of a published question');
    if (input.finding !== '' && !findingId)
      return refuseField('FindingIsUnknown', 'finding', 'Enter the reference of a published finding');
    const { id: capabilityId, reference, links } = capability;
    const of = input.question === '' ? { questionId: null, findingId } : { questionId, findingId: null };
    if (links.some((link) => link.questionId === of.questionId && link.findingId === of.findingId))
      return refuse('IsLinkedAlready', 'That is linked already.');
    return {
      change: { id: newId(), capabilityId, reference, of },
      facts: [{ name: 'CapabilityWasLinked', noun: 'capability', nounId: capabilityId, data: of }],
    };
  },
  save: async ({ tx, actor, now }, { id, capabilityId, reference, of }) => {
    const linkedById = actor.kind === 'person' ? actor.id : '';
    await tx.capabilityLink.create({ data: { id, capabilityId, ...of, linkedAt: now, linkedById } });
    return { reference };
  },
});
