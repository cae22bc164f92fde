import type { LetterState } from '~/domain/awards/agreement/agreement-letter';
import type { ChangeState } from '~/domain/awards/changes/change-request';
import type { ClaimState } from '~/domain/awards/claims/payment-claim';
import type { ReportState } from '~/domain/awards/monitoring/monitoring-report';
import type { ObligationState } from '~/domain/awards/obligations/obligation';
import type { ClockState } from '~/domain/awards/publication/publication-clock';
import type { TagColour } from '~/ui/content/tag';

export const LETTER_COLOURS: Record<LetterState, TagColour> = {
  prepared: 'grey',
  sent: 'blue',
  signed: 'teal',
  countersigned: 'teal',
  approved: 'green',
  rejected: 'orange',
  reset: 'grey',
};

export const CLAIM_COLOURS: Record<ClaimState, TagColour> = {
  new: 'grey',
  submitted: 'blue',
  queried: 'orange',
  answered: 'blue',
  approved: 'teal',
  requested: 'teal',
  paid: 'green',
  withdrawn: 'grey',
};

export const CHANGE_COLOURS: Record<ChangeState, TagColour> = {
  asked: 'blue',
  accepted: 'green',
  declined: 'orange',
  withdrawn: 'grey',
};

export const REPORT_COLOURS: Record<ReportState, TagColour> = {
  due: 'grey',
  draft: 'grey',
  submitted: 'blue',
  queried: 'orange',
  approved: 'green',
};

export const OBLIGATION_COLOURS: Record<ObligationState, TagColour> = {
  due: 'grey',
  overdue: 'red',
  met: 'green',
  disputed: 'orange',
};

export const CLOCK_COLOURS: Record<ClockState, TagColour> = {
  sight: 'blue',
  held: 'orange',
  running: 'teal',
  waitsForProtocol: 'yellow',
  due: 'purple',
  released: 'green',
};
