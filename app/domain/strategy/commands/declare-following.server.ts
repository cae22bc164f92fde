import { command } from '../../command.server';
import { refuse, refuseField } from '../../refusal';
import { declareFollowingInput, followedOf } from '../following/following-form';
import { mayDeclareFor } from '../following/following-policy';

/** An organisation says which framework or priority set it follows, from when and until when. */
export const declareFollowing = command({
  name: 'strategy.declareFollowing',
  input: declareFollowingInput,
  load: async ({ tx, input }) => {
    const organisation = await tx.organisation.findFirst({
      where: { slug: input.organisation, closedAt: null, mergedIntoId: null },
      select: { id: true },
    });
    if (!organisation) return null;
    const asked = followedOf(input.followed);
    const where = { slug: asked?.slug ?? '' };
    const framework =
      asked?.kind === 'framework' ? await tx.framework.findUnique({ where, select: { id: true } }) : null;
    const set =
      asked?.kind === 'set' ? await tx.prioritySet.findUnique({ where, select: { id: true } }) : null;
    return { organisation, frameworkId: framework?.id ?? null, prioritySetId: set?.id ?? null };
  },
  authorise: (actor, { organisation }) => mayDeclareFor(actor, organisation.id),
  subject: ({ organisation }) => ({ noun: 'organisation', nounId: organisation.id }),
  decide: ({
    input,
    loaded: { organisation, frameworkId, prioritySetId },
    actor,
    now,
    newId,
    newReference,
  }) => {
    if (actor.kind !== 'person') return refuse('AuthorIsMissing', 'Sign in first.');
    if (!frameworkId && !prioritySetId)
      return refuseField('NothingIsFollowed', 'followed', 'Choose one of the list');
    const { startsOn, endsOn, note } = input;
    if (endsOn && endsOn < startsOn)
      return refuseField('EndIsBeforeStart', 'endsOn', 'The last day must not be before the first');
    const row = {
      ...{
        id: newId(),
        reference: newReference(),
        organisationId: organisation.id,
        frameworkId,
        prioritySetId,
      },
      ...{ startsOn, endsOn: endsOn ?? null, declaredUntil: endsOn ?? null, note },
      ...{ declaredById: actor.id, declaredAt: now },
    };
    const data = { followingId: row.id, frameworkId, prioritySetId };
    return {
      change: row,
      facts: [{ name: 'FollowingWasDeclared', noun: 'organisation', nounId: organisation.id, data }],
    };
  },
  save: async ({ tx }, row) => {
    await tx.following.create({ data: row });
    return { reference: row.reference };
  },
});
