import { refuse } from '../../refusal';
import { stateOf } from '../award';
import { applyChange } from '../changes/apply-change.server';
import { changeSteps } from '../changes/change-request';
import { lockedChange } from '../changes/load-change.server';
import { proposalRefusal } from '../changes/proposal-refusal';
import { stepCommand } from '../steps/take-step.server';

/** The other side accepts or declines; whoever asked withdraws. An accepted change is the plan from then on. */
export const advanceChange = stepCommand({
  name: 'awards.advanceChange',
  subject: 'changeRequest',
  steps: changeSteps('team'),
  stepsOf: ({ side }) => changeSteps(side),
  load: lockedChange,
  refusal: ({ award, proposal, people }, { step }, { now }) => {
    if (step !== 'accept') return null;
    if (stateOf(award, now) !== 'inDelivery')
      return refuse('DeliveryIsNotOn', 'A plan is changed between the contract and its closing.');
    return proposalRefusal(award, proposal, people);
  },
  data: ({ kind, side }) => ({ kind, side }),
  save: (tx, { id }, state) => tx.changeRequest.update({ where: { id }, data: { state } }),
  alsoSave: async (saving, change, { step }) => {
    if (step === 'accept') await applyChange(saving, change);
  },
});
