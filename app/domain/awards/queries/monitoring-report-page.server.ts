import { z } from 'zod';
import { isMember } from '../../actor';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { ukDay } from '../../uk-time';
import { stateOf } from '../award';
import { monitoringItems, reportRecord } from '../monitoring/load-report.server';
import {
  isBeingWritten,
  isLateReport,
  meanScore,
  REPORT_STATES,
  REPORT_STEPS,
  type ReportState,
} from '../monitoring/monitoring-report';
import { historyOf } from '../steps/history.server';
import { partsOf } from '../steps/part';
import { headOf, seesDelivery } from '../steps/seen-delivery.server';
import { stepsFor } from '../steps/step';

/** One monitoring report. A draft is its writers’ own: the other side reads it once it was submitted. */
export const monitoringReportPage = query({
  name: 'awards.monitoringReport',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor : null),
  read: async ({ db, scope: actor, input, now }) => {
    const report = actor && (await reportRecord(db, input.reference));
    if (!actor || !report || !seesDelivery(actor, report.award)) return null;
    const { award } = report;
    const parts = partsOf(actor, award);
    const state = report.state as ReportState;
    const writes = parts.includes('winner') && isBeingWritten(state) && stateOf(award, now) === 'inDelivery';
    const isOwn = award.winners.some(({ personId }) => personId === actor.id);
    const shows = isOwn || !isBeingWritten(state) || (state === 'queried' && report.submittedAt !== null);
    const said = shows ? report.answers : [];
    const items = await monitoringItems(db);
    return {
      award: headOf(award),
      reference: report.reference,
      number: report.number,
      dueOn: report.dueOn,
      late: isLateReport(report, ukDay(now)),
      state,
      stateName: REPORT_STATES[state],
      score: meanScore(items.map(({ code }) => said.find((one) => one.questionCode === code)?.score ?? null)),
      items: items.map((item) => {
        const answer = said.find(({ questionCode }) => questionCode === item.code);
        return { ...item, score: answer?.score ?? null, comment: answer?.comment ?? '' };
      }),
      shows,
      writes,
      steps: stepsFor(REPORT_STEPS, state, parts),
      history: await historyOf(db, report.id),
    };
  },
});
