import { command } from '../../../command.server';
import { refuse } from '../../../refusal';
import { signJointSetInput } from '../../joint/joint-form';
import { maySignJointSet } from '../../joint/joint-policy';
import { holderOf, jointStanding, lockedJointSet } from '../../joint/loaded-joint-set.server';

/** One owner stands behind the exact text that was shown. */
export const signJointSet = command({
  name: 'strategy.signJointSet',
  input: signJointSetInput,
  load: async ({ tx, input }) => {
    const set = await lockedJointSet(tx, input.reference);
    const [owner] = await tx.$queryRaw<{ id: string; holderId: string | null }[]>`
      SELECT g.id, ${holderOf} AS "holderId" FROM organisation g
      LEFT JOIN joint_set_owner o ON o.organisation_id = g.id AND o.joint_set_id = ${set?.id ?? null}::uuid
      WHERE g.slug = ${input.organisation}`;
    return set && owner ? { set, organisationId: owner.id, holderId: owner.holderId ?? owner.id } : null;
  },
  authorise: (actor, { set, holderId }) => maySignJointSet(actor, jointStanding(set), holderId),
  subject: ({ set }) => ({ noun: 'prioritySet', nounId: set.id }),
  decide: ({ input, loaded: { set, organisationId }, actor, now, newId }) => {
    if (actor.kind !== 'person') return refuse('SignerIsMissing', 'Sign in first.');
    if (set.publishedAt ?? set.withdrawnAt)
      return refuse('JointSetIsClosed', 'This set was published or withdrawn already.', { stale: true });
    if (set.textHash !== input.textHash)
      return refuse('TextWasChanged', 'The text changed since it was shown to you. Read it again.', {
        stale: true,
      });
    const row = { id: newId(), jointSetId: set.id, organisationId, signedById: actor.id };
    return {
      change: { row: { ...row, textHash: set.textHash, signedAt: now }, reference: set.reference },
      facts: [
        {
          name: 'JointSetWasSigned',
          noun: 'prioritySet',
          nounId: set.id,
          data: { organisationId, textHash: set.textHash },
        },
      ],
    };
  },
  rules: {
    joint_set_signature_joint_set_id_organisation_id_text_hash_key: refuse(
      'SignedAlready',
      'This organisation has signed this text already.',
      { stale: true },
    ),
  },
  save: async ({ tx }, { row, reference }) => {
    await tx.jointSetSignature.create({ data: row });
    return { reference };
  },
});
