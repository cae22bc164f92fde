import type { DataRequestView } from '~/domain/requests/queries/data/data-request-page.server';

/** The steps of a request for data, as their page words them; `needs` is what the reader must be allowed. */
export const STEPS = {
  opinion: { needs: 'opinion', heading: 'Say what you think', text: 'Say what you think', button: 'Save' },
  decision: {
    needs: 'decide',
    heading: 'Record the decision of the panel',
    text: 'Record the decision',
    button: 'Record the decision',
  },
  note: { needs: 'note', heading: 'Comment on the request', text: 'Comment', button: 'Add comment' },
  withdrawal: {
    needs: 'withdraw',
    heading: 'Withdraw your request',
    text: 'Withdraw it',
    button: 'Withdraw it',
  },
  closing: {
    needs: 'close',
    heading: 'What became of the data',
    text: 'Say that the data are returned or destroyed',
    button: 'Send to the holder',
  },
  confirmation: {
    needs: 'confirm',
    heading: 'Confirm what became of the data',
    text: 'Confirm what became of the data',
    button: 'Confirm it',
  },
} as const satisfies Record<
  string,
  { needs: keyof DataRequestView['may']; heading: string; text: string; button: string }
>;
export type StepName = keyof typeof STEPS;
export const STEP_NAMES = Object.keys(STEPS) as StepName[];

export const stepNamed = (name: string | undefined): StepName | null =>
  name !== undefined && Object.hasOwn(STEPS, name) ? (name as StepName) : null;
