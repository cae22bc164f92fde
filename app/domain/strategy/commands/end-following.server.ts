import { command } from '../../command.server';
import { refuse, refuseField } from '../../refusal';
import { endFollowingInput } from '../following/following-form';
import { mayDeclareFor } from '../following/following-policy';

/** An organisation no longer follows something; that it did stays. */
export const endFollowing = command({
  name: 'strategy.endFollowing',
  input: endFollowingInput,
  load: async ({ tx, input }) => {
    await tx.$queryRaw`SELECT id FROM following WHERE reference = ${input.reference} FOR UPDATE`;
    return tx.following.findUnique({ where: { reference: input.reference } });
  },
  authorise: (actor, following) => mayDeclareFor(actor, following.organisationId),
  subject: ({ organisationId }) => ({ noun: 'organisation', nounId: organisationId }),
  decide: ({ input, loaded: following, actor, now }) => {
    if (actor.kind !== 'person') return refuse('AuthorIsMissing', 'Sign in first.');
    if (following.endedAt) return refuse('FollowingHasEnded', 'This was ended already.', { stale: true });
    const { endsOn, why } = input;
    if (endsOn < following.startsOn)
      return refuseField('EndIsBeforeStart', 'endsOn', 'The last day must not be before the first');
    if (following.endsOn && endsOn > following.endsOn)
      return refuseField('EndIsLater', 'endsOn', 'It ends before that by itself; declare it anew to go on');
    return {
      change: { id: following.id, row: { endsOn, endedAt: now, endedById: actor.id, endedWhy: why } },
      facts: [
        {
          name: 'FollowingWasEnded',
          noun: 'organisation',
          nounId: following.organisationId,
          data: { followingId: following.id },
        },
      ],
    };
  },
  save: async ({ tx }, { id, row }) => {
    await tx.following.update({ where: { id }, data: row });
    return {};
  },
});
