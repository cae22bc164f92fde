import { z } from 'zod';
import { command } from '../../command.server';
import { dayInput, textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { stateOf } from '../award';
import { lockedAward } from '../load-award.server';
import { OBLIGATION_KINDS, type ObligationKind } from '../obligations/obligation';
import { mayAct, partsOf } from '../steps/part';
import { recordStep } from '../steps/record-step.server';

const kinds = Object.keys(OBLIGATION_KINDS) as ObligationKind[];
const MOST = 50;

/** Something more that the team supplies, by when and to whom. Once written down it stays. */
export const addObligation = command({
  name: 'awards.addObligation',
  input: z.strictObject({
    reference: referenceInput,
    kind: z.enum(kinds, 'Choose what it is'),
    what: textInput('Say what you supply', 1000),
    recipient: textInput('Say to whom', 200),
    dueOn: dayInput('Enter by when'),
  }),
  load: async ({ tx, input }) => {
    const award = await lockedAward(tx, input.reference);
    if (!award) return null;
    return { award, count: await tx.obligation.count({ where: { awardId: award.id } }) };
  },
  authorise: (actor, { award }) => mayAct(actor, award, partsOf(actor, award), ['team']),
  subject: ({ award }) => ({ noun: 'award', nounId: award.id }),
  decide: ({ input, loaded: { award, count }, now, newId, newReference }) => {
    if (stateOf(award, now) !== 'inDelivery')
      return refuse('DeliveryIsNotOn', 'Obligations are added between the contract and its closing.');
    if (count >= MOST) return refuse('ObligationsAreTooMany', `An award has ${MOST} obligations at most.`);
    const { reference: _, ...said } = input;
    const row = {
      id: newId(),
      reference: newReference(),
      awardId: award.id,
      position: count + 1,
      state: 'due',
      ...said,
    };
    const data = { questionId: award.question.id, bidId: award.bidId, subjectId: row.id, kind: row.kind };
    return {
      change: { award, row },
      facts: [{ name: 'ObligationWasAdded', noun: 'award', nounId: award.id, data }],
    };
  },
  save: async (saving, { award, row }) => {
    await saving.tx.obligation.create({ data: row });
    await recordStep(saving, 'obligation', { id: row.id, award }, 'add');
    return { reference: award.reference };
  },
});
