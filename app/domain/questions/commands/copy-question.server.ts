import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuseField } from '../../refusal';
import { copiedDraft, copiedLots } from '../drafting/copied-draft';
import { defaultCriteria, type CriterionDraft } from '../criteria';
import { replaceCriteria, replaceLots, replaceRequirements } from '../drafting/draft-parts.server';
import { wholeQuestion } from '../drafting/draft-loading.server';
import { hide, type Verdict } from '../../policy';
import { knowsOf, mayDraftFor } from '../question-policy';

/** A new draft with the same text by any route, its dates stripped; so a published interest is promoted too. */
export const copyQuestion = command({
  name: 'questions.copy',
  input: z.strictObject({ reference: referenceInput, route: z.string({ error: 'Choose a route' }).max(60) }),
  load: async ({ tx, input }) => {
    const source = await wholeQuestion(tx, input.reference);
    const route = await tx.route.findFirst({ where: { slug: input.route, retiredAt: null } });
    return source && { source, route };
  },
  authorise: (actor, { source }): Verdict =>
    knowsOf(actor, source) ? mayDraftFor(actor, source.teamId) : hide,
  subject: ({ source }) => ({ noun: 'question', nounId: source.id }),
  decide: ({ loaded: { source, route }, actor, now, newId, newReference }) => {
    if (!route || actor.kind !== 'person') return refuseField('RouteIsUnknown', 'route', 'Choose a route');
    const draft = copiedDraft(source, {
      id: newId(),
      reference: newReference(),
      route,
      authorId: actor.id,
      now,
    });
    const kept: CriterionDraft[] = source.criteria.map(
      ({ id: _id, position: _position, ...criterion }) => criterion,
    );
    const criteria = route.takesBids && kept.length > 0 ? kept : defaultCriteria(route);
    const data = { fromId: source.id, route: route.slug, teamId: source.teamId };
    return {
      change: {
        draft,
        criteria,
        requirements: route.takesBids ? source.requirements : [],
        lots: copiedLots(source, route),
        sourceId: source.id,
      },
      facts: [{ name: 'QuestionWasCopied', noun: 'question' as const, nounId: draft.id, data }],
    };
  },
  save: async ({ tx, newId }, { draft, criteria, requirements, lots, sourceId }) => {
    await tx.question.create({ data: draft });
    await tx.$executeRaw`INSERT INTO question_term (question_id, term_id)
      SELECT ${draft.id}::uuid, l.term_id FROM question_term l JOIN term t ON t.id = l.term_id
      WHERE l.question_id = ${sourceId}::uuid AND t.retired_at IS NULL`;
    await tx.$executeRaw`INSERT INTO question_priority (question_id, priority_id)
      SELECT ${draft.id}::uuid, l.priority_id FROM question_priority l JOIN priority p ON p.id = l.priority_id
      WHERE l.question_id = ${sourceId}::uuid AND p.retired_at IS NULL`;
    await replaceCriteria(tx, draft.id, criteria, newId);
    await replaceRequirements(tx, draft.id, requirements, newId);
    await replaceLots(tx, draft.id, lots, newId);
    return { reference: draft.reference };
  },
});
