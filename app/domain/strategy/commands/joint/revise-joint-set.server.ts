import { command } from '../../../command.server';
import { isRefusal, refuse } from '../../../refusal';
import { ownersNamed, textOf } from '../../joint/drafted-text.server';
import { reviseJointSetInput } from '../../joint/joint-form';
import { mayKeepJointSet } from '../../joint/joint-policy';
import { jointStanding, keepRevision, lockedJointSet } from '../../joint/loaded-joint-set.server';

/** Another text: whoever signed the one before has to sign this one. */
export const reviseJointSet = command({
  name: 'strategy.reviseJointSet',
  input: reviseJointSetInput,
  load: async ({ tx, input }) => {
    const set = await lockedJointSet(tx, input.reference);
    if (!set) return null;
    const rows = await tx.jointSetOwner.findMany({ where: { jointSetId: set.id } });
    const already = rows.map(({ organisationId }) => organisationId);
    return { set, already, owners: await ownersNamed(tx, input.owners, already) };
  },
  authorise: (actor, { set }) => mayKeepJointSet(actor, jointStanding(set)),
  subject: ({ set }) => ({ noun: 'prioritySet', nounId: set.id }),
  decide: ({ input, loaded: { set, already, owners }, actor, now }) => {
    if (actor.kind !== 'person') return refuse('AuthorIsMissing', 'Sign in first.');
    if (set.publishedAt ?? set.withdrawnAt)
      return refuse('JointSetIsClosed', 'This set was published or withdrawn already.', { stale: true });
    if (set.revision !== input.revision)
      return refuse('JointSetWasChanged', 'Somebody else changed this set while you were writing.', {
        stale: true,
      });
    const text = textOf(input, owners);
    if (isRefusal(text)) return text;
    const organisationIds = owners.map(({ id }) => id);
    return {
      change: { set, already, row: { ...text, changedAt: now }, by: actor.id, organisationIds },
      facts: [
        {
          name: 'JointSetWasRevised',
          noun: 'prioritySet',
          nounId: set.id,
          data: { revision: set.revision + 1 },
        },
      ],
    };
  },
  save: async ({ tx }, { set, already, row, by, organisationIds }) => {
    const where = { jointSetId: set.id };
    await tx.jointSetOwner.deleteMany({ where: { ...where, organisationId: { notIn: organisationIds } } });
    await tx.jointSetOwner.createMany({
      data: organisationIds
        .filter((id) => !already.includes(id))
        .map((organisationId) => ({ ...where, organisationId })),
    });
    await tx.jointSet.update({ where: { id: set.id }, data: { ...row, revision: { increment: 1 } } });
    await keepRevision(tx, { ...where, number: set.revision + 1, by, at: row.changedAt });
    return { reference: set.reference };
  },
});
