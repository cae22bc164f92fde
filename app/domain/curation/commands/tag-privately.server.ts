import { z } from 'zod';
import { command } from '../../command.server';
import { findingsVisibleTo } from '../../knowledge/finding-visibility.server';
import { questionsVisibleTo } from '../../questions/question-visibility.server';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { mayKeepDesk } from '../curation-policy';

/** Tags a finding or a question that this coordinator may know of, for coordinators alone. */
export const tagPrivately = command({
  name: 'curation.tag-privately',
  input: z.strictObject({ term: referenceInput, reference: referenceInput }),
  load: async ({ tx, actor, input: { term, reference } }) => {
    const found = await tx.privateTerm.findUnique({ where: { reference: term } });
    const finding = await tx.finding.findFirst({ where: { AND: [{ reference }, findingsVisibleTo(actor)] } });
    const question = await tx.question.findFirst({
      where: { AND: [{ reference }, questionsVisibleTo(actor)] },
    });
    return found && { term: found, findingId: finding?.id ?? null, questionId: question?.id ?? null };
  },
  authorise: mayKeepDesk,
  subject: ({ term }) => ({ noun: 'privateTerm', nounId: term.id }),
  decide: ({ loaded: { term, findingId, questionId }, newId }) => {
    if (term.retiredAt) return refuse('TermIsRetired', 'This word is no longer in use.', { stale: true });
    if (!findingId && !questionId)
      return refuseField('NothingIsFound', 'reference', 'Enter the reference of a finding or a question');
    const of = findingId ? { findingId, questionId: null } : { findingId: null, questionId };
    return {
      change: { id: newId(), termId: term.id, of, reference: term.reference },
      facts: [{ name: 'PrivateTagWasSet', noun: 'privateTerm', nounId: term.id, data: of }],
    };
  },
  save: async ({ tx, actor, now }, { id, termId, of, reference }) => {
    const taggedById = actor.kind === 'person' ? actor.id : '';
    await tx.privateTag.createMany({
      data: [{ id, termId, ...of, taggedById, taggedAt: now }],
      skipDuplicates: true,
    });
    return { reference };
  },
});
