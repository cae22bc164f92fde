import { z } from 'zod';
import { command } from '../../command.server';
import { dayInput, textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { contractRefusal } from '../agreement/contract-refusal';
import { lockedAward } from '../load-award.server';
import { mayAct, partsOf } from '../steps/part';
import { recordStep } from '../steps/record-step.server';

/** Writes the agreement letter. Until it is sent it is the team’s own; a rejected one is followed by the next. */
export const prepareLetter = command({
  name: 'awards.prepareLetter',
  input: z.strictObject({
    reference: referenceInput,
    text: textInput('Enter the text of the letter', 20_000),
    contractReference: textInput('Enter the reference of the contract', 100),
    startsOn: dayInput('Enter the first day of the contract'),
    endsOn: dayInput('Enter the last day of the contract'),
    signatory: z.union([z.literal('').transform(() => undefined), referenceInput]).optional(),
  }),
  load: async ({ tx, input }) => {
    const award = await lockedAward(tx, input.reference);
    if (!award) return null;
    const numbers = await tx.agreementLetter.count({ where: { awardId: award.id } });
    const signatory = input.signatory
      ? await tx.person.findUnique({ where: { reference: input.signatory }, select: { id: true } })
      : null;
    return { award, numbers, signatory };
  },
  authorise: (actor, { award }) => mayAct(actor, award, partsOf(actor, award), ['team']),
  subject: ({ award }) => ({ noun: 'award', nounId: award.id }),
  decide: ({ input, loaded: { award, numbers, signatory }, newId, newReference }) => {
    const { text, contractReference, startsOn, endsOn } = input;
    // The standstill is judged when the letter is approved: it can be prepared before.
    const refused = contractRefusal(
      { ...award, standstillEndsOn: null, extended: false },
      { startsOn, endsOn },
      award.decidedAt,
    );
    if (refused) return refused;
    const signs = award.winners.some(({ personId, role }) => personId === signatory?.id && role !== 'lead');
    if (input.signatory && !signs)
      return refuse('SignatoryIsNotInTheBid', 'Choose somebody of the winning bid who is not its lead.', {
        fields: { signatory: 'Choose somebody of the winning bid who is not its lead' },
      });
    const id = newId();
    const row = {
      id,
      reference: newReference(),
      awardId: award.id,
      number: numbers + 1,
      state: 'prepared',
      text,
      contractReference,
      startsOn,
      endsOn,
      signatoryId: signatory?.id ?? null,
    };
    const data = { questionId: award.question.id, bidId: award.bidId, subjectId: id, number: row.number };
    return {
      change: { award, row },
      facts: [{ name: 'AgreementLetterWasPrepared', noun: 'award', nounId: award.id, data }],
    };
  },
  save: async (saving, { award, row }) => {
    await saving.tx.agreementLetter.create({ data: { ...row, preparedAt: saving.now } });
    await recordStep(saving, 'agreementLetter', { id: row.id, award }, 'prepare');
    return { reference: award.reference };
  },
  rules: {
    agreement_letter_one_live: refuse('LetterIsOnItsWay', 'A letter has been prepared already.', {
      stale: true,
    }),
  },
});
