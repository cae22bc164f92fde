import { z } from 'zod';
import { command } from '../../command.server';
import { dayInput, moneyInput, textInput } from '../../form-inputs';
import { showMoney } from '../../money';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { mayRunAward } from '../award-policy';
import { milestoneKinds } from '../delivery/milestone-kinds.server';
import { lockedAward } from '../load-award.server';

const MOST_ROWS = 20;

const row = z.strictObject({
  title: textInput('Name the milestone', 300),
  dueOn: dayInput('Enter when it is due'),
  amount: moneyInput('Enter what is paid for it, or £0'),
  kind: z.string().max(50).default('deliverable'),
  approval: z.union([z.boolean(), z.literal('on').transform(() => true)]).default(false),
});

/** The milestones as they will stand in the contract; until it is signed the whole plan can be rewritten. */
export const planMilestones = command({
  name: 'awards.planMilestones',
  input: z.strictObject({
    reference: referenceInput,
    milestones: z
      .array(row)
      .min(1, 'Keep one milestone')
      .max(MOST_ROWS, `Use ${MOST_ROWS} milestones or fewer`),
  }),
  load: async ({ tx, input }) => {
    const award = await lockedAward(tx, input.reference);
    return award && { award, kinds: await milestoneKinds(tx) };
  },
  authorise: (actor, { award }) => mayRunAward(actor, award),
  subject: ({ award }) => ({ noun: 'award', nounId: award.id }),
  decide: ({ input, loaded: { award, kinds }, newId }) => {
    if (award.withdrawnAt) return refuse('AwardIsWithdrawn', 'This decision was withdrawn.');
    if (award.contractedAt)
      return refuse(
        'ContractIsSigned',
        'The contract is signed, so its milestones can no longer be changed.',
      );
    const amount = input.milestones.reduce((all, one) => all + one.amount, 0);
    if (amount !== award.amount)
      return refuse(
        'MilestonesDoNotAddUp',
        `The milestones come to ${showMoney(amount)}. They have to come to the award, ${showMoney(award.amount)}.`,
      );
    const known = new Set(kinds.map(({ code }) => code));
    const strange = input.milestones.findIndex(({ kind }) => !known.has(kind));
    if (strange >= 0)
      return refuseField('KindIsUnknown', `milestones[${strange}].kind`, 'Choose one of the kinds');
    const rows = input.milestones.map(({ kind: kindCode, ...one }, i) => ({
      id: newId(),
      awardId: award.id,
      position: i + 1,
      kindCode,
      ...one,
    }));
    return {
      change: { awardId: award.id, reference: award.reference, rows },
      facts: [
        { name: 'MilestonesWerePlanned', noun: 'award', nounId: award.id, data: { milestones: rows.length } },
      ],
    };
  },
  save: async ({ tx }, { awardId, reference, rows }) => {
    await tx.milestone.deleteMany({ where: { awardId } });
    await tx.milestone.createMany({ data: rows });
    return { reference };
  },
});
