import { command } from '../../../command.server';
import { isRefusal, refuse } from '../../../refusal';
import { ownersNamed, textOf } from '../../joint/drafted-text.server';
import { proposeJointSetInput } from '../../joint/joint-form';
import { keepRevision } from '../../joint/loaded-joint-set.server';
import { mayProposeJointSet } from '../../joint/joint-policy';

/** Drafts a list that several organisations are to own; nobody ranks by it before each of them signed it. */
export const proposeJointSet = command({
  name: 'strategy.proposeJointSet',
  input: proposeJointSetInput,
  load: async ({ tx, input }) => ({ owners: await ownersNamed(tx, input.owners) }),
  authorise: (actor) => mayProposeJointSet(actor),
  decide: ({ input, loaded: { owners }, actor, now, newId, newReference }) => {
    if (actor.kind !== 'person') return refuse('AuthorIsMissing', 'Sign in first.');
    const text = textOf(input, owners);
    if (isRefusal(text)) return text;
    const id = newId();
    const row = { id, reference: newReference(), ...text };
    const organisationIds = owners.map((owner) => owner.id);
    return {
      change: { row: { ...row, proposedById: actor.id, proposedAt: now, changedAt: now }, organisationIds },
      facts: [{ name: 'JointSetWasProposed', noun: 'prioritySet', nounId: id, data: { organisationIds } }],
    };
  },
  save: async ({ tx }, { row, organisationIds }) => {
    await tx.jointSet.create({
      data: { ...row, owners: { create: organisationIds.map((organisationId) => ({ organisationId })) } },
    });
    await keepRevision(tx, { jointSetId: row.id, number: 1, by: row.proposedById, at: row.changedAt });
    return { reference: row.reference };
  },
});
