import { refuse } from '../../refusal';
import { stateOf } from '../award';
import { REPORT_STEPS } from '../monitoring/monitoring-report';
import { lockedReport } from '../monitoring/load-report.server';
import { stepCommand } from '../steps/take-step.server';

/** The team approves a report, or asks about it: then its writers change it and submit it again. */
export const advanceReport = stepCommand({
  name: 'awards.advanceReport',
  subject: 'monitoringReport',
  steps: REPORT_STEPS,
  load: lockedReport,
  refusal: ({ award }, _, { now }) =>
    stateOf(award, now) === 'inDelivery' ? null : refuse('DeliveryIsNotOn', 'The award is closed.'),
  data: ({ number }) => ({ number }),
  save: (tx, { id }, state) => tx.monitoringReport.update({ where: { id }, data: { state } }),
});
