import { isRefusal, refuseField, type Refusal } from '../../refusal';
import { closingRefusal } from '../dates/closing';
import { saveTask } from '../drafting/draft-saving.server';
import { closingInstant, dates, DEFAULT_CLOSING_TIME } from '../tasks/dates';

const NO_EXPRESSIONS = { expressionsCloseAt: null, expressionWords: null, expressionCriteria: '' };

export const saveDates = saveTask({
  task: { ...dates, slug: 'dates' },
  change: ({ closesOn, closesTime, ...first }, { now, finishing }) => {
    if (!closesOn) return { data: { closesAt: null } };
    const closesAt = closingInstant(closesOn, closesTime ?? DEFAULT_CLOSING_TIME);
    const refused = closingRefusal(closesAt, finishing ? now : null);
    if (refused || !closesAt)
      return refuseField('ClosingIsWrong', refused?.field ?? 'closesOn', refused?.message ?? '');
    const expressions = firstStage(first, closesAt, finishing ? now : null);
    return isRefusal(expressions) ? expressions : { data: { closesAt, ...expressions } };
  },
});

interface FirstStage {
  expressionsOn?: Date | undefined;
  expressionsTime?: string | undefined;
  expressionWords?: number | undefined;
  expressionCriteria: string;
}

/** Expressions of interest close before bids do; without a day there is no such stage. */
function firstStage(
  said: FirstStage,
  closesAt: Date,
  now: Date | null,
): typeof NO_EXPRESSIONS | object | Refusal {
  if (!said.expressionsOn) return NO_EXPRESSIONS;
  const expressionsCloseAt = closingInstant(said.expressionsOn, said.expressionsTime ?? DEFAULT_CLOSING_TIME);
  const wrong = (message: string) => refuseField('FirstStageIsWrong', 'expressionsOn', message);
  if (!expressionsCloseAt) return wrong('The clocks change at that hour: choose an hour that happens once');
  if (expressionsCloseAt >= closesAt) return wrong('Expressions of interest must close before bids do');
  if (now && expressionsCloseAt <= now) return wrong('The last day must lie in the future');
  const { expressionWords, expressionCriteria } = said;
  return { expressionsCloseAt, expressionWords: expressionWords ?? null, expressionCriteria };
}
