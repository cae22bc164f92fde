export type AssessmentState = 'assigned' | 'started' | 'submitted' | 'refused';

export const ASSESSMENT_STATES: Record<AssessmentState, string> = {
  assigned: 'Not started',
  started: 'Started',
  submitted: 'Submitted',
  refused: 'Refused',
};

/** A refusal stands above scores that were only saved. */
export function stateOfAssessment(one: {
  refused: boolean;
  started: boolean;
  submitted: boolean;
}): AssessmentState {
  if (one.refused) return 'refused';
  if (one.submitted) return 'submitted';
  return one.started ? 'started' : 'assigned';
}
