import { optionalTextInput } from '../../form-inputs';
import { wholeNumberInput, type Answer } from './task';

export const SUPPORT_LABELS = {
  suppliesData: 'Data that you supply',
  suppliesDataWeeks: 'Weeks after the start until the data is there',
  suppliesAccess: 'Access to people or places that you arrange',
  suppliesAccessWeeks: 'Weeks after the start until access is arranged',
  suppliesLiaison: 'Who the experts can turn to',
  suppliesLiaisonWeeks: 'Weeks after the start until they are in touch',
} as const;

const MOST_WEEKS = 104;

/** What the team supplies, said before the first bid; with the contract it becomes owed. */
export const supportFields = {
  suppliesData: optionalTextInput(400, SUPPORT_LABELS.suppliesData),
  suppliesDataWeeks: wholeNumberInput(0, MOST_WEEKS, SUPPORT_LABELS.suppliesDataWeeks),
  suppliesAccess: optionalTextInput(400, SUPPORT_LABELS.suppliesAccess),
  suppliesAccessWeeks: wholeNumberInput(0, MOST_WEEKS, SUPPORT_LABELS.suppliesAccessWeeks),
  suppliesLiaison: optionalTextInput(400, SUPPORT_LABELS.suppliesLiaison),
  suppliesLiaisonWeeks: wholeNumberInput(0, MOST_WEEKS, SUPPORT_LABELS.suppliesLiaisonWeeks),
};

export const SUPPORT_KINDS = [
  { kind: 'data', what: 'suppliesData', weeks: 'suppliesDataWeeks' },
  { kind: 'access', what: 'suppliesAccess', weeks: 'suppliesAccessWeeks' },
  { kind: 'liaison', what: 'suppliesLiaison', weeks: 'suppliesLiaisonWeeks' },
] as const;

interface Said {
  suppliesData: string;
  suppliesAccess: string;
  suppliesLiaison: string;
  suppliesDataWeeks?: number | undefined;
  suppliesAccessWeeks?: number | undefined;
  suppliesLiaisonWeeks?: number | undefined;
}

const when = (weeks: number | undefined): string => {
  if (!weeks) return 'from the start';
  return weeks === 1 ? 'within a week of the start' : `within ${weeks} weeks of the start`;
};

/** One answer a kind, shown to whoever thinks of bidding; what is not supplied is not listed. */
export const supportAnswers = (said: Said): Answer[] =>
  SUPPORT_KINDS.flatMap(({ what, weeks }) =>
    said[what] === '' ? [] : [{ label: SUPPORTED[what], value: `${said[what]}, ${when(said[weeks])}` }],
  );

const SUPPORTED = {
  suppliesData: 'Data that the team supplies',
  suppliesAccess: 'Access that the team arranges',
  suppliesLiaison: 'Who you can turn to',
} as const;
