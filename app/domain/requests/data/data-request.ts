import { refuse, refuseField, type Refusal } from '../../refusal';
import { addDays } from '../../uk-time';

/** How a request stands to one before it. */
export const DATA_KINDS = {
  first: 'First request',
  again: 'Asked again after a refusal',
  appeal: 'Appeal against a refusal',
  renewal: 'Renewal',
} as const;
export type DataKind = keyof typeof DATA_KINDS;

/** Article 6 of the UK GDPR, and data about nobody. */
export const BASES = {
  publicTask: 'A public task',
  legitimateInterests: 'Legitimate interests',
  consent: 'Consent',
  legalObligation: 'A legal obligation',
  contract: 'A contract with the person',
  vitalInterests: 'Vital interests',
  notPersonal: 'None needed: the data are about nobody',
} as const;
export type Basis = keyof typeof BASES;
export const BASIS_NAMES = Object.keys(BASES) as [Basis, ...Basis[]];

/** The five safes, the field’s common frame for giving access to data. */
export const SAFES = {
  safePeople: ['Safe people', 'Who will use the data, trained or accredited in what'],
  safeProjects: ['Safe projects', 'Why this is a right and lawful use, and for whose good'],
  safeSettings: ['Safe settings', 'Where the data will be, and what keeps others out'],
  safeData: ['Safe data', 'What is left out or made coarse, so that nobody can be told apart'],
  safeOutputs: ['Safe outputs', 'Who checks what comes out before it is shown, and how'],
} as const;
export type Safe = keyof typeof SAFES;
export const SAFE_NAMES = Object.keys(SAFES) as Safe[];

/** Why data are refused, so that refusals can be counted and found. */
export const REFUSAL_CODES = {
  basis: 'No lawful basis',
  people: 'Not safe people',
  projects: 'Not a safe project',
  settings: 'Not a safe setting',
  data: 'More than the purpose needs, or too sensitive',
  outputs: 'Outputs could tell somebody apart',
  unfit: 'The data cannot answer this',
  means: 'The holder lacks the means to supply them',
  incomplete: 'Too little was said',
  other: 'Another reason',
} as const;
export type RefusalCode = keyof typeof REFUSAL_CODES;
export const REFUSAL_CODE_NAMES = Object.keys(REFUSAL_CODES) as [RefusalCode, ...RefusalCode[]];

export const OPINIONS = {
  approve: 'Approve',
  conditions: 'Approve on conditions',
  refuse: 'Refuse',
} as const;
export type Opinion = keyof typeof OPINIONS;
export const OPINION_NAMES = Object.keys(OPINIONS) as [Opinion, ...Opinion[]];

export const CLOSINGS = {
  returned: 'Returned to the holder',
  destroyed: 'Destroyed, every copy',
  neverTaken: 'Never taken: no copy was made',
} as const;
export type Closing = keyof typeof CLOSINGS;
export const CLOSING_NAMES = Object.keys(CLOSINGS) as [Closing, ...Closing[]];

export type DataState = 'asked' | 'approved' | 'refused' | 'withdrawn';

export const MOST_YEARS = 5;
export const REMIND_DAYS = 30;

export interface Tally {
  quorum: number;
  approve: number;
  conditions: number;
  refuse: number;
}

export const heard = ({ approve, conditions, refuse: against }: Tally): number =>
  approve + conditions + against;

/** How many of the panel have to be heard yet. */
export const missingFor = (tally: Tally): number => Math.max(0, tally.quorum - heard(tally));

/** `2 of 3 heard: 1 would approve, 1 on conditions, nobody would refuse.` */
export function tallyInWords(tally: Tally, seats: number): string {
  const some = (count: number) => (count === 0 ? 'nobody' : String(count));
  const { approve, conditions, refuse: against } = tally;
  return `${heard(tally)} of ${seats} heard: ${some(approve)} would approve, ${some(conditions)} on conditions, ${some(against)} would refuse.`;
}

/** What stands against a decision: too few heard, or most of them think otherwise. */
export function wrongInDecision(
  tally: Tally,
  asked: { outcome: Opinion; conditions: string; expiresOn: Date | undefined },
  now: Date,
): Refusal | null {
  const missing = missingFor(tally);
  if (missing > 0)
    return refuse('QuorumIsMissing', `${missing} more of the panel must say what they think first.`);
  const approving = tally.approve + tally.conditions;
  if (asked.outcome === 'refuse')
    return approving > tally.refuse
      ? refuseField('PanelThinksOtherwise', 'outcome', 'Most of the panel would approve it')
      : null;
  if (approving <= tally.refuse)
    return refuseField('PanelThinksOtherwise', 'outcome', 'Too few of the panel would approve it');
  if (asked.outcome === 'approve' && tally.conditions > 0)
    return refuseField('ConditionsAreWanted', 'outcome', 'Some of the panel want conditions');
  if (asked.outcome === 'conditions' && asked.conditions === '')
    return refuseField('ConditionsAreMissing', 'conditions', 'Enter the conditions');
  if (!asked.expiresOn) return refuseField('EndIsMissing', 'expiresOn', 'Enter the last day of the access');
  if (asked.expiresOn <= now) return refuseField('DayHasPassed', 'expiresOn', 'Enter a day in the future');
  return asked.expiresOn > addDays(now, MOST_YEARS * 366)
    ? refuseField('EndIsTooFar', 'expiresOn', `Enter a day at most ${MOST_YEARS} years from now`)
    : null;
}

interface Course {
  state: DataState;
  expiresOn: Date | string | null;
  closing: string | null;
  confirmedAt: Date | string | null;
  renewed: boolean;
}

/** Where a request has come to on a day, in words. */
export function standsAs({ state, expiresOn, closing, confirmedAt, renewed }: Course, today: Date): string {
  if (state === 'asked') return 'Waiting for the panel';
  if (state === 'withdrawn') return 'Withdrawn';
  if (state === 'refused') return 'Refused';
  if (confirmedAt) return 'Closed: what became of the data is confirmed';
  if (closing) return 'Waiting for the holder to confirm what became of the data';
  if (renewed) return 'Renewed';
  return expiresOn !== null && new Date(expiresOn) < today ? 'Ended: return or destroy the data' : 'Approved';
}

/** `1 day`, `12 days`; nothing known of nothing decided. */
export const showDays = (days: number | null): string =>
  days === null ? 'Nothing decided yet' : `${Math.round(days)} ${Math.round(days) === 1 ? 'day' : 'days'}`;
