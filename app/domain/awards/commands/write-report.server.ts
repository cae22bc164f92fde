import { z } from 'zod';
import { command } from '../../command.server';
import { optionalTextInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { stateOf } from '../award';
import { isBeingWritten } from '../monitoring/monitoring-report';
import { lockedReport, monitoringItems } from '../monitoring/load-report.server';
import { mayAct, partsOf } from '../steps/part';
import { recordStep } from '../steps/record-step.server';

const MOST_WORDS = 4000;
const score = z
  .union([z.literal('').transform(() => undefined), z.coerce.number().int().min(1).max(5)])
  .optional();
const answer = z.strictObject({ code: z.string().max(50), score, comment: optionalTextInput(MOST_WORDS) });

/** Saves a report, or submits it: then every question has its score and its comment. */
export const writeReport = command({
  name: 'awards.writeReport',
  input: z.strictObject({
    reference: referenceInput,
    intent: z.enum(['save', 'submit']).default('save'),
    answers: z.array(answer).max(50).default([]),
  }),
  load: async ({ tx, input }) => {
    const report = await lockedReport(tx, input.reference);
    return report && { report, items: await monitoringItems(tx) };
  },
  authorise: (actor, { report: { award } }) => mayAct(actor, award, partsOf(actor, award), ['winner']),
  subject: ({ report }) => ({ noun: 'award', nounId: report.award.id }),
  decide: ({ input, loaded: { report, items }, now }) => {
    const { award } = report;
    if (stateOf(award, now) !== 'inDelivery') return refuse('DeliveryIsNotOn', 'The award is closed.');
    if (!isBeingWritten(report.state))
      return refuse('ReportIsSubmitted', 'This report was submitted already.', { stale: true });
    const known = items.flatMap(({ code }) => input.answers.find((one) => one.code === code) ?? []);
    const submits = input.intent === 'submit';
    const fields = submits ? missing(items, known) : {};
    const [first] = Object.values(fields);
    if (first) return refuse('ReportIsIncomplete', first, { fields });
    const data = {
      questionId: award.question.id,
      bidId: award.bidId,
      subjectId: report.id,
      number: report.number,
      reference: report.reference,
    };
    const name = submits ? 'MonitoringReportWasSubmitted' : 'MonitoringReportWasSaved';
    return {
      change: { report, submits, answers: known },
      facts: [{ name, noun: 'award', nounId: award.id, data }],
    };
  },
  save: async (saving, { report, submits, answers }) => {
    const { tx, now } = saving;
    for (const { code: questionCode, score: given, comment } of answers) {
      const said = { score: given ?? null, comment };
      await tx.monitoringAnswer.upsert({
        where: { reportId_questionCode: { reportId: report.id, questionCode } },
        create: { reportId: report.id, questionCode, ...said },
        update: said,
      });
    }
    const state = submits ? 'submitted' : report.state === 'due' ? 'draft' : report.state;
    await tx.monitoringReport.update({
      where: { id: report.id },
      data: { state, ...(submits ? { submittedAt: now } : {}) },
    });
    if (submits) await recordStep(saving, 'monitoringReport', report, 'submit');
    return { reference: report.reference };
  },
});

interface Said {
  code: string;
  score?: number | undefined;
  comment: string;
}

/** Beside which fields something is missing. */
function missing(items: { code: string; text: string }[], answers: Said[]): Record<string, string> {
  return Object.fromEntries(
    items.flatMap(({ code, text }, i) => {
      const said = answers.find((one) => one.code === code);
      return [
        ...(said?.score === undefined ? [[`answers[${i}].score`, `Score “${text}”`]] : []),
        ...(said?.comment ? [] : [[`answers[${i}].comment`, `Say why, for “${text}”`]]),
      ];
    }),
  ) as Record<string, string>;
}
