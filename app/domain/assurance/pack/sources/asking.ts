import { ofQuestion, under, type Source } from './source';

/** What was asked, who agreed to it, and all that was said while it was open. */
export const ASKING: Source[] = [
  under(
    { name: 'question', title: 'The question as it stands', stage: 'question', order: 't.reference' },
    't.id = q.id',
  ),
  ofQuestion({
    name: 'question-version',
    title: 'Versions of its text',
    stage: 'question',
    order: 't.number',
  }),
  under(
    { name: 'route', title: 'Its route', stage: 'question', order: 't.slug' },
    't.id = (SELECT route_id FROM question WHERE id = q.id)',
  ),
  ofQuestion({ name: 'lot', title: 'Lots', stage: 'question', order: 't.number' }),
  ofQuestion({
    name: 'question-country',
    title: 'Countries that it is about',
    stage: 'question',
    key: ['question_id', 'country', 'role'],
    order: 't.country',
  }),
  ofQuestion({ name: 'criterion', title: 'Award criteria', stage: 'question', order: 't.position' }),
  ofQuestion({ name: 'requirement', title: 'Requirements', stage: 'question', order: 't.position' }),
  under(
    { name: 'term', title: 'Its terms', stage: 'question', order: 't.name' },
    't.id IN (SELECT term_id FROM question_term WHERE question_id = q.id)',
  ),
  under(
    { name: 'priority', title: 'Priorities that it serves', stage: 'question', order: 't.reference' },
    't.id IN (SELECT priority_id FROM question_priority WHERE question_id = q.id)',
  ),
  ofQuestion({ name: 'approval', title: 'Approvals', stage: 'question', order: 't.given_at' }),
  ofQuestion({ name: 'sponsorship', title: 'Sponsors', stage: 'question', order: 't.requested_at' }),
  ofQuestion({ name: 'funding', title: 'Funders', stage: 'question', order: 't.recorded_at' }),
  under(
    {
      name: 'funding-change',
      title: 'What became of funding',
      stage: 'question',
      key: ['funding_id', 'certainty'],
      order: 't.recorded_at',
    },
    't.funding_id IN (SELECT id FROM funding WHERE question_id = q.id)',
  ),
  ofQuestion({ name: 'cascade', title: 'Sent to other levels', stage: 'question', order: 't.sent_at' }),
  ofQuestion({ name: 'addendum', title: 'Addenda', stage: 'open', order: 't.number' }),
  ofQuestion({
    name: 'deadline-extension',
    title: 'Extensions of the deadline',
    stage: 'open',
    order: 't.proposed_at',
  }),
  // Who asked is on no file.
  ofQuestion({
    name: 'clarification',
    title: 'Clarifications',
    stage: 'open',
    order: 't.asked_at',
    omit: ['asker_id'],
  }),
  ofQuestion({ name: 'bidder-session', title: 'Sessions', stage: 'open', order: 't.starts_at' }),
  ofQuestion({
    name: 'procurement-notice',
    title: 'Procurement notices',
    stage: 'open',
    order: 't.linked_at',
  }),
  // Why an expert declined is between them and the asking team.
  ofQuestion({
    name: 'question-invitation',
    title: 'Invitations',
    stage: 'open',
    order: 't.invited_at',
    omit: ['decline_code', 'decline_words'],
  }),
  ofQuestion({
    name: 'advice-answer',
    title: 'Answers of experts',
    stage: 'open',
    order: 't.submitted_at',
    where: 't.question_id = q.id AND t.submitted_at IS NOT NULL',
    gate: 'advice',
  }),
];
