import { ofAward, ofQuestion, ofScores, under, type Source } from './source';

const MILESTONES = 'SELECT id FROM milestone WHERE award_id IN (SELECT id FROM awards)';
const DELIVERABLES = `SELECT id FROM deliverable WHERE milestone_id IN (${MILESTONES})`;
const FINDINGS = 'SELECT id FROM finding WHERE question_id = q.id AND published_at IS NOT NULL';

/** The decision with all that was written of it, then the contract and what was delivered. */
export const DECIDING: Source[] = [
  ofQuestion({
    name: 'recommendation',
    title: 'Recommendations',
    stage: 'decision',
    order: 't.made_at',
    gate: 'scores',
  }),
  ofQuestion({ name: 'competition-hold', title: 'Holds', stage: 'decision', order: 't.placed_at' }),
  ofQuestion({
    name: 'reserve-place',
    title: 'Reserve list',
    stage: 'decision',
    order: 't.position',
    gate: 'scores',
  }),
  under({ name: 'award', title: 'Awards', stage: 'decision', order: 't.decided_at' }, 't.question_id = q.id'),
  ofScores({
    name: 'assessment-summary',
    title: 'Assessment summaries',
    stage: 'decision',
    key: ['bid_id'],
    order: 't.prepared_at',
  }),
  ofScores({ name: 'decision-letter', title: 'Letters', stage: 'decision', order: 't.prepared_at' }),
  ofQuestion({ name: 'challenge', title: 'Challenges', stage: 'decision', order: 't.lodged_at' }),
  ofAward({ name: 'agreement-letter', title: 'Contract letters', stage: 'delivery', order: 't.prepared_at' }),
  ofAward({ name: 'milestone', title: 'Milestones', stage: 'delivery', order: 't.position' }),
  ofAward({
    name: 'award-plan',
    title: 'Plans',
    stage: 'delivery',
    key: ['award_id', 'number'],
    order: 't.number',
  }),
  ofAward({
    name: 'award-person',
    title: 'People who came or left',
    stage: 'delivery',
    key: ['award_id', 'person_id'],
    order: 't.joined_at',
  }),
  ofAward({ name: 'change-request', title: 'Changes', stage: 'delivery', order: 't.asked_at' }),
  under(
    { name: 'deliverable', title: 'Deliverables', stage: 'delivery', order: 't.delivered_at' },
    `t.milestone_id IN (${MILESTONES})`,
  ),
  under(
    { name: 'review-round', title: 'Review rounds', stage: 'delivery', order: 't.opened_at' },
    `t.deliverable_id IN (${DELIVERABLES})`,
  ),
  under(
    {
      name: 'review',
      title: 'Reviews',
      stage: 'delivery',
      key: ['round_id', 'reviewer_id'],
      order: 't.given_at',
    },
    `t.round_id IN (SELECT id FROM review_round WHERE deliverable_id IN (${DELIVERABLES}))`,
  ),
  under(
    {
      name: 'publication-clock',
      title: 'When it is published',
      stage: 'delivery',
      key: ['deliverable_id'],
      order: 't.signed_off_on',
    },
    `t.deliverable_id IN (${DELIVERABLES})`,
  ),
  under(
    { name: 'publication-hold', title: 'Publication held', stage: 'delivery', order: 't.placed_on' },
    `t.deliverable_id IN (${DELIVERABLES})`,
  ),
  ofAward({
    name: 'monitoring-schedule',
    title: 'How often it reports',
    stage: 'delivery',
    key: ['award_id'],
    order: 't.set_at',
  }),
  ofAward({ name: 'monitoring-report', title: 'Monitoring reports', stage: 'delivery', order: 't.due_on' }),
  under(
    {
      name: 'monitoring-answer',
      title: 'What reports say',
      stage: 'delivery',
      key: ['report_id', 'question_code'],
      order: 't.question_code',
    },
    't.report_id IN (SELECT id FROM monitoring_report WHERE award_id IN (SELECT id FROM awards))',
  ),
  under(
    { name: 'payment-claim', title: 'Payment claims', stage: 'delivery', order: 't.made_at' },
    `t.milestone_id IN (${MILESTONES})`,
  ),
  ofAward({
    name: 'obligation',
    title: 'What the commissioner supplies',
    stage: 'delivery',
    order: 't.position',
  }),
  under(
    { name: 'tranche', title: 'Tranches of funding', stage: 'delivery', order: 't.planned_on' },
    't.funding_id IN (SELECT id FROM funding WHERE question_id = q.id)',
  ),
  ofAward({ name: 'delivery-step', title: 'Steps of both sides', stage: 'delivery', order: 't.at' }),
  ofAward({
    name: 'award-closing',
    title: 'Lessons',
    stage: 'delivery',
    key: ['award_id'],
    order: 't.award_id',
  }),
  ofQuestion({
    name: 'finding',
    title: 'Published findings',
    stage: 'knowledge',
    order: 't.published_at',
    where: 't.question_id = q.id AND t.published_at IS NOT NULL',
  }),
  under(
    { name: 'finding-version', title: 'What findings say', stage: 'knowledge', order: 't.number' },
    `t.published_at IS NOT NULL AND t.finding_id IN (${FINDINGS})`,
  ),
  // The names of files are words here and never paths.
  under(
    {
      name: 'finding-file',
      title: 'Files of findings, by name',
      stage: 'knowledge',
      table: 'stored_file',
      order: 't.uploaded_at',
      omit: ['stored_as', 'sealed'],
    },
    `t.id IN (SELECT f.file_id FROM finding_file f JOIN finding_version v ON v.id = f.version_id
      WHERE v.published_at IS NOT NULL AND v.finding_id IN (${FINDINGS}))`,
  ),
  ofQuestion({
    name: 'dataset-link',
    title: 'Data that answer it',
    stage: 'knowledge',
    order: 't.dataset_id',
  }),
  ofQuestion({
    name: 'data-gap-reason',
    title: 'Why it closed without data',
    stage: 'knowledge',
    key: ['question_id'],
    order: 't.question_id',
  }),
];
