import { readStored } from '../../questions/tasks/task';
import { SUPPORT_KINDS, supportFields } from '../../questions/tasks/support';
import { addDays } from '../../uk-time';

const WEEK_DAYS = 7;

export interface Promised {
  kind: string;
  what: string;
  recipient: string;
  dueOn: Date;
}

/** What the terms of a question said that the team supplies, as obligations that start with the contract. */
export function obligationsFromTerms(contractTerms: unknown, startsOn: Date, recipient: string): Promised[] {
  const said = readStored(supportFields, contractTerms);
  return SUPPORT_KINDS.flatMap(({ kind, what, weeks }) => {
    const text = said[what];
    if (text === '') return [];
    return [{ kind, what: text, recipient, dueOn: addDays(startsOn, (said[weeks] ?? 0) * WEEK_DAYS) }];
  });
}
