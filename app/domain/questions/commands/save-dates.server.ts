import { refuseField } from '../../refusal';
import { closingRefusal } from '../dates/closing';
import { saveTask } from '../drafting/draft-saving.server';
import { closingInstant, dates, DEFAULT_CLOSING_TIME } from '../tasks/dates';

export const saveDates = saveTask({
  task: { ...dates, slug: 'dates' },
  change: ({ closesOn, closesTime }, { now, finishing }) => {
    if (!closesOn) return { data: { closesAt: null } };
    const closesAt = closingInstant(closesOn, closesTime ?? DEFAULT_CLOSING_TIME);
    const refused = closingRefusal(closesAt, finishing ? now : null);
    return refused ? refuseField('ClosingIsWrong', refused.field, refused.message) : { data: { closesAt } };
  },
});
