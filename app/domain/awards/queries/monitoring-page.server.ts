import { z } from 'zod';
import { isMember } from '../../actor';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { ukDay } from '../../uk-time';
import { stateOf } from '../award';
import { isLateReport, meanScore, REPORT_STATES, type ReportState } from '../monitoring/monitoring-report';
import { partsOf } from '../steps/part';
import { headOf, seenDelivery } from '../steps/seen-delivery.server';

/** When reports are due, and what came of each. A score is told once its report was submitted. */
export const monitoringPage = query({
  name: 'awards.monitoring',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor : null),
  read: async ({ db, scope: actor, input, now }) => {
    const award = actor && (await seenDelivery(db, actor, input.reference));
    if (!actor || !award) return null;
    const schedule = await db.monitoringSchedule.findUnique({ where: { awardId: award.id } });
    const reports = await db.monitoringReport.findMany({
      where: { awardId: award.id },
      orderBy: { number: 'asc' },
      include: { answers: { select: { score: true } } },
    });
    return {
      ...headOf(award),
      everyMonths: schedule?.everyMonths ?? null,
      reports: reports.map((report) => ({
        reference: report.reference,
        number: report.number,
        dueOn: report.dueOn,
        state: report.state as ReportState,
        stateName: REPORT_STATES[report.state as ReportState],
        late: isLateReport(report, ukDay(now)),
        score: ['submitted', 'approved'].includes(report.state)
          ? meanScore(report.answers.map(({ score }) => score))
          : null,
      })),
      canSchedule: partsOf(actor, award).includes('team') && stateOf(award, now) === 'inDelivery',
    };
  },
});
