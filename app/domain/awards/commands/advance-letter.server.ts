import { createHash } from 'node:crypto';
import { LETTER_STEPS } from '../agreement/agreement-letter';
import { contractRefusal } from '../agreement/contract-refusal';
import { lockedLetter } from '../agreement/load-letter.server';
import { startDelivery } from '../agreement/start-delivery.server';
import { refuse } from '../../refusal';
import { stepCommand } from '../steps/take-step.server';

/** Sent, signed, approved; or rejected and taken back, with the reason. The budget holder’s approval is the contract. */
export const advanceLetter = stepCommand({
  name: 'awards.advanceLetter',
  subject: 'agreementLetter',
  steps: LETTER_STEPS,
  load: lockedLetter,
  refusal: ({ award, signatoryId, state, startsOn, endsOn }, { step }, { now }) => {
    if (step !== 'approve') return null;
    if (signatoryId && state === 'signed')
      return refuse('SignatureIsMissing', 'The institution’s signatory has not signed yet.');
    return contractRefusal(award, { startsOn, endsOn }, now);
  },
  data: ({ number }) => ({ number }),
  facts: ({ award }, step) =>
    step === 'approve'
      ? [
          {
            name: 'ContractWasSigned',
            noun: 'award',
            nounId: award.id,
            data: { questionId: award.question.id, bidId: award.bidId },
          },
        ]
      : [],
  save: (tx, { id, text }, state, { step }) => {
    const textHash = step === 'send' ? { textHash: createHash('sha256').update(text).digest('hex') } : {};
    return tx.agreementLetter.update({ where: { id }, data: { state, ...textHash } });
  },
  alsoSave: async (saving, { award, contractReference, startsOn, endsOn }, { step }) => {
    if (step === 'approve') await startDelivery(saving, award, { contractReference, startsOn, endsOn });
  },
});
