import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { stateOf } from '../award';
import { lockedAward } from '../load-award.server';
import { reportDays } from '../monitoring/monitoring-report';
import { mayAct, partsOf } from '../steps/part';

const MOST_MONTHS = 12;
const wrong = `Enter a number of months from 1 to ${MOST_MONTHS}`;

/** How often the winner reports. Reports that were begun stay; those that were not are planned anew. */
export const setMonitoring = command({
  name: 'awards.setMonitoring',
  input: z.strictObject({
    reference: referenceInput,
    everyMonths: z.coerce.number(wrong).int(wrong).min(1, wrong).max(MOST_MONTHS, wrong),
  }),
  load: async ({ tx, input }) => {
    const award = await lockedAward(tx, input.reference);
    if (!award) return null;
    const begun = await tx.monitoringReport.findMany({
      where: { awardId: award.id, state: { not: 'due' } },
      select: { number: true, dueOn: true },
    });
    return { award, begun };
  },
  authorise: (actor, { award }) => mayAct(actor, award, partsOf(actor, award), ['team']),
  subject: ({ award }) => ({ noun: 'award', nounId: award.id }),
  decide: ({ input, loaded: { award, begun }, actor, now, newId, newReference }) => {
    if (stateOf(award, now) !== 'inDelivery' || !award.startsOn || !award.endsOn)
      return refuse('DeliveryIsNotOn', 'Reports are planned between the contract and its closing.');
    const { everyMonths } = input;
    const last = begun.reduce((latest, { dueOn }) => Math.max(latest, dueOn.getTime()), 0);
    const number = begun.reduce((most, one) => Math.max(most, one.number), 0);
    const days = reportDays(award.startsOn, award.endsOn, everyMonths).filter((day) => day.getTime() > last);
    if (days.length + begun.length === 0)
      return refuse('NothingToReport', 'The contract ends before a report would be due.', {
        fields: { everyMonths: 'The contract ends before a report would be due' },
      });
    const rows = days.map((dueOn, i) => ({
      id: newId(),
      reference: newReference(),
      awardId: award.id,
      number: number + i + 1,
      dueOn,
      state: 'due',
    }));
    const data = { questionId: award.question.id, bidId: award.bidId, everyMonths, reports: rows.length };
    return {
      change: { award, rows, everyMonths, setById: isPerson(actor) ? actor.id : '' },
      facts: [{ name: 'MonitoringWasScheduled', noun: 'award', nounId: award.id, data }],
    };
  },
  save: async ({ tx, now }, { award, rows, everyMonths, setById }) => {
    const awardId = award.id;
    const said = { everyMonths, setAt: now, setById };
    await tx.monitoringSchedule.upsert({ where: { awardId }, create: { awardId, ...said }, update: said });
    await tx.monitoringReport.deleteMany({ where: { awardId, state: 'due' } });
    await tx.monitoringReport.createMany({ data: rows });
    return { reference: award.reference };
  },
});
