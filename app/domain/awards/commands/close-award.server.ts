import { z } from 'zod';
import { command } from '../../command.server';
import { optionalTextInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { stateOf } from '../award';
import { mayRunAward } from '../award-policy';
import { openItems, type OpenItem } from '../closing/open-items.server';
import { lockedAward } from '../load-award.server';

const MOST_WORDS = 4000;
const answered = z.strictObject({ key: z.uuid(), reason: optionalTextInput(1000) });

/** Closes an award when nothing is open, or with a reason for each thing that is; with what was learnt. */
export const closeAward = command({
  name: 'awards.close',
  input: z.strictObject({
    reference: referenceInput,
    worked: optionalTextInput(MOST_WORDS, 'What worked'),
    didNot: optionalTextInput(MOST_WORDS, 'What did not work'),
    nextTime: optionalTextInput(MOST_WORDS, 'For the next commission'),
    open: z.array(answered).max(200).default([]),
  }),
  load: async ({ tx, input }) => {
    const award = await lockedAward(tx, input.reference);
    return award && { award, items: await openItems(tx, award) };
  },
  authorise: (actor, { award }) => mayRunAward(actor, award),
  subject: ({ award }) => ({ noun: 'award', nounId: award.id }),
  decide: ({ input, loaded: { award, items }, now }) => {
    if (stateOf(award, now) !== 'inDelivery')
      return refuse('DeliveryIsNotOn', 'Only an award in delivery can be closed.');
    const open = items.map(({ key, ...item }) => ({
      key,
      ...item,
      reason: input.open.find((one) => one.key === key)?.reason ?? '',
    }));
    const unexplained = open.filter(({ reason }) => reason === '');
    if (unexplained.length > 0) return refuse('SomethingIsOwed', unexplainedWords(unexplained));
    const { worked, didNot, nextTime } = input;
    const lessons = { worked, didNot, nextTime, open: open.map(({ what, reason }) => ({ what, reason })) };
    const data = { bidId: award.bidId, open: open.length, lessons: [worked, didNot, nextTime].some(Boolean) };
    return {
      change: { id: award.id, reference: award.reference, lessons },
      facts: [{ name: 'AwardWasClosed', noun: 'award', nounId: award.id, data }],
    };
  },
  save: async ({ tx, now }, { id, reference, lessons }) => {
    await tx.award.update({ where: { id }, data: { closedAt: now } });
    await tx.awardClosing.create({ data: { awardId: id, ...lessons } });
    return { reference };
  },
});

function unexplainedWords(open: OpenItem[]): string {
  const listed = (items: OpenItem[]) => items.map(({ what }) => what).join('; ');
  const [owed, others] = [open.filter((one) => one.owed), open.filter((one) => !one.owed)];
  return [
    ...(owed.length > 0 ? [`Not accepted and paid yet: ${listed(owed)}.`] : []),
    ...(others.length > 0 ? [`Open, and without a reason: ${listed(others)}.`] : []),
  ].join(' ');
}
