import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { dayInput, moneyInput, optionalTextInput } from '../../form-inputs';
import { showMoney } from '../../money';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { stateOf } from '../award';
import { CERTAINTIES, type Certainty } from '../funding/ledger';
import { lockedAward } from '../load-award.server';
import { mayAct, partsOf } from '../steps/part';

const MOST_TRANCHES = 20;
const year = z
  .union([
    z.literal('').transform(() => undefined),
    z.coerce.number('Enter a year, like 2027').int().min(2000).max(2100),
  ])
  .optional();
const tranche = z.strictObject({
  plannedOn: dayInput('Enter when it is planned'),
  plannedAmount: moneyInput('Enter its amount'),
});

const input = z.strictObject({
  reference: referenceInput,
  organisation: z.string('Choose the organisation').min(1, 'Choose the organisation').max(100),
  amount: moneyInput('Enter how much it gives'),
  certainty: z.enum(Object.keys(CERTAINTIES) as Certainty[], 'Say how certain the money is'),
  condition: optionalTextInput(1000),
  ringFenced: z.union([z.boolean(), z.literal('on').transform(() => true)]).default(false),
  secureFrom: year,
  secureUntil: year,
  from: referenceInput.optional(),
  tranches: z.array(tranche).min(1, 'Enter at least one tranche').max(MOST_TRANCHES),
});

/** An organisation that pays for an award, how certain its money is, and in which tranches it is to come. */
export const addFunding = command({
  name: 'awards.addFunding',
  input,
  load: async ({ tx, input: asked }) => {
    const award = await lockedAward(tx, asked.reference);
    if (!award) return null;
    const organisation = await tx.organisation.findFirst({
      where: { slug: asked.organisation },
      select: { id: true },
    });
    const from = asked.from ? await tx.funding.findUnique({ where: { reference: asked.from } }) : null;
    if (asked.from && from?.questionId !== award.question.id) return null;
    return { award, organisation, from };
  },
  authorise: (actor, { award }) => mayAct(actor, award, partsOf(actor, award), ['team', 'budgetHolder']),
  subject: ({ award }) => ({ noun: 'award', nounId: award.id }),
  decide: ({ input: asked, loaded: { award, organisation, from }, actor, now, newId, newReference }) => {
    if (['withdrawn', 'closed'].includes(stateOf(award, now)))
      return refuse('AwardIsOver', 'Funding is recorded until an award is closed.');
    if (!organisation) return refuseField('OrganisationIsUnknown', 'organisation', 'Choose the organisation');
    const {
      amount,
      certainty,
      condition,
      ringFenced,
      secureFrom = null,
      secureUntil = null,
      tranches,
    } = asked;
    const refused = fundingRefusal(asked);
    if (refused) return refused;
    const id = newId();
    const row = {
      id,
      questionId: award.question.id,
      awardId: award.id,
      organisationId: organisation.id,
      teamId: from?.organisationId === organisation.id ? from.teamId : null,
      fromId: from?.id ?? null,
      amount,
      certainty,
      condition: certainty === 'conditional' ? condition : '',
      ringFenced,
      secureFrom,
      secureUntil,
      recordedById: isPerson(actor) ? actor.id : '',
    };
    const rows = tranches.map((one, i) => ({
      id: newId(),
      reference: newReference(),
      fundingId: id,
      position: i + 1,
      ...one,
    }));
    const data = {
      questionId: award.question.id,
      bidId: award.bidId,
      subjectId: id,
      amount,
      tranches: rows.length,
    };
    return {
      change: { reference: award.reference, row, rows },
      facts: [{ name: 'FundingWasRecorded', noun: 'award', nounId: award.id, data }],
    };
  },
  save: async ({ tx, now }, { reference, row, rows }) => {
    await tx.funding.create({ data: { ...row, recordedAt: now } });
    await tx.tranche.createMany({ data: rows });
    return { reference };
  },
  rules: {
    funding_once_an_award: refuse('FunderIsThere', 'This organisation is a funder of the award already.', {
      fields: { organisation: 'This organisation is a funder of the award already' },
    }),
  },
});

type Asked = z.output<typeof input>;

/** Why what was entered is no funding: a condition without words, years in disorder, tranches that do not add up. */
function fundingRefusal({ amount, certainty, condition, secureFrom, secureUntil, tranches }: Asked) {
  if (amount === 0) return refuseField('FundingIsNothing', 'amount', 'Enter more than £0');
  if (certainty === 'conditional' && condition === '')
    return refuseField('ConditionIsMissing', 'condition', 'Say on what it depends');
  const [from, until] = [secureFrom ?? null, secureUntil ?? null];
  if ((from === null) !== (until === null) || (from ?? 0) > (until ?? 0))
    return refuseField('YearsAreWrong', 'secureUntil', 'Enter both years, the first one first');
  const sum = tranches.reduce((all, one) => all + one.plannedAmount, 0);
  if (tranches.some(({ plannedAmount }) => plannedAmount === 0) || sum !== amount)
    return refuse(
      'TranchesDoNotAddUp',
      `The tranches come to ${showMoney(sum)}. They have to come to ${showMoney(amount)}, none of them nothing.`,
    );
  return null;
}
