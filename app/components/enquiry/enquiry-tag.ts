import { ENQUIRY_STATES, type EnquiryState } from '~/domain/enquiries/enquiry';

const COLOURS = { awaitingTeam: 'yellow', awaitingAsker: 'green', closed: 'grey' } as const;

/** Whose turn it is, and whether the day of the promise has passed. */
export const enquiryTag = ({ state, overdue }: { state: EnquiryState; overdue: boolean }) =>
  overdue
    ? { text: 'Late', colour: 'red' as const }
    : { text: ENQUIRY_STATES[state], colour: COLOURS[state] };
