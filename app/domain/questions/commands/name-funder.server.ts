import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { moneyInput, optionalDayInput, optionalTextInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { ukDay } from '../../uk-time';
import { findFunder } from '../funding/find-funder.server';
import { mayKeepFunders } from '../funding/funding-policy';
import { standingOf } from '../funding/pledge';
import { lockedQuestion } from '../question-stage.server';

const MOST_FUNDERS = 30;
const year = z
  .union([
    z.literal('').transform(() => undefined),
    z.coerce.number('Enter a year, like 2027').int().min(2000).max(2100),
  ])
  .optional();

const input = z.strictObject({
  reference: referenceInput,
  funder: z.string('Choose who gives it').min(1, 'Choose who gives it').max(120),
  amount: moneyInput('Enter how much it gives'),
  certainty: z.enum(['firm', 'conditional'], 'Say how certain the money is'),
  condition: optionalTextInput(1000),
  decidedBy: optionalDayInput('Known by'),
  ringFenced: z.union([z.boolean(), z.literal('on').transform(() => true)]).default(false),
  secureFrom: year,
  secureUntil: year,
});

/** An organisation or a team that pays for a question, how much, and how certain that is. */
export const nameFunder = command({
  name: 'questions.name-funder',
  input,
  load: async ({ tx, input: asked }) => {
    const question = await lockedQuestion(tx, asked.reference);
    if (!question) return null;
    const named = await tx.funding.findMany({
      where: { questionId: question.id, awardId: null },
      select: {
        organisationId: true,
        teamId: true,
        certainty: true,
        changes: { select: { certainty: true } },
      },
    });
    return { question, named, funder: await findFunder(tx, asked.funder) };
  },
  authorise: (actor, { question }) => mayKeepFunders(actor, question),
  subject: ({ question }) => ({ noun: 'question', nounId: question.id }),
  decide: ({ input: asked, loaded: { question, named, funder }, actor, now, newId, newReference }) => {
    if (!isPerson(actor)) throw new Error('authorised above');
    if (!funder) return refuseField('FunderIsUnknown', 'funder', 'Choose who gives it');
    if (named.length >= MOST_FUNDERS)
      return refuse('FundersAreMany', `A question names ${MOST_FUNDERS} funders at most.`);
    const same = named.some(
      (one) =>
        one.organisationId === funder.organisationId &&
        one.teamId === funder.teamId &&
        standingOf(one) !== 'fallenAway',
    );
    if (same) return refuseField('FunderIsThere', 'funder', 'This funder is named already');
    const refused = pledgeRefusal(asked, now);
    if (refused) return refused;
    const isConditional = asked.certainty === 'conditional';
    const row = {
      ...{ id: newId(), reference: newReference(), questionId: question.id, ...funder },
      ...{ amount: asked.amount, certainty: asked.certainty, ringFenced: asked.ringFenced },
      condition: isConditional ? asked.condition : '',
      decidedBy: isConditional ? (asked.decidedBy ?? null) : null,
      ...{ secureFrom: asked.secureFrom ?? null, secureUntil: asked.secureUntil ?? null },
      recordedById: actor.id,
    };
    const data = { subjectId: row.id, amount: row.amount, certainty: row.certainty };
    return {
      change: { row, question: question.reference },
      facts: [{ name: 'FunderWasNamed', noun: 'question' as const, nounId: question.id, data }],
    };
  },
  save: async ({ tx, now }, { row, question }) => {
    await tx.funding.create({ data: { ...row, recordedAt: now } });
    return { question, reference: row.reference };
  },
});

type Asked = z.output<typeof input>;

/** Why what was entered is no money of a question: a condition without words or day, years in disorder. */
function pledgeRefusal({ amount, certainty, condition, decidedBy, ...asked }: Asked, now: Date) {
  if (amount === 0) return refuseField('FundingIsNothing', 'amount', 'Enter more than £0');
  if (certainty === 'conditional' && condition === '')
    return refuseField('ConditionIsMissing', 'condition', 'Say on what it depends');
  if (certainty === 'conditional' && !decidedBy)
    return refuseField('DecisionDayIsMissing', 'decidedBy', 'Enter by when that is decided');
  if (certainty === 'conditional' && decidedBy && decidedBy < ukDay(now))
    return refuseField('DayHasPassed', 'decidedBy', 'Enter a day that has not passed');
  const [from, until] = [asked.secureFrom ?? null, asked.secureUntil ?? null];
  if ((from === null) !== (until === null) || (from ?? 0) > (until ?? 0))
    return refuseField('YearsAreWrong', 'secureUntil', 'Enter both years, the first one first');
  return null;
}
