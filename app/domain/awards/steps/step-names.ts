import type { Subject } from './step';

/** What was done, in the history of a thing. */
const NAMES: Record<Subject, Record<string, string>> = {
  agreementLetter: {
    prepare: 'Prepared',
    send: 'Sent to the lead of the bid',
    sign: 'Signed by the lead',
    countersign: 'Signed for the institution',
    approve: 'Approved by the budget holder',
    reject: 'Rejected',
    refuse: 'Rejected',
    reset: 'Taken back',
  },
  changeRequest: { ask: 'Asked', accept: 'Accepted', decline: 'Declined', withdraw: 'Withdrawn' },
  paymentClaim: {
    make: 'Claimed',
    submit: 'Submitted',
    query: 'Queried',
    answer: 'Query answered',
    approve: 'Approved',
    request: 'Payment requested',
    pay: 'Paid',
    withdraw: 'Withdrawn',
  },
  monitoringReport: { submit: 'Submitted', query: 'Queried', approve: 'Approved' },
  obligation: { add: 'Added', meet: 'Said to be met', dispute: 'Disputed' },
};

export const stepName = (subject: Subject, step: string): string => NAMES[subject][step] ?? step;
