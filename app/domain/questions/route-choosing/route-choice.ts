import type { Choice } from '../tasks/task';

export const PURPOSES: readonly Choice[] = [
  { value: 'view', label: 'An expert’s view on something specific' },
  { value: 'known', label: 'What is already known' },
  { value: 'new', label: 'New research that answers a question' },
  { value: 'programme', label: 'Several projects on one theme' },
  { value: 'interest', label: 'To say what we are interested in, with no call yet' },
];

export const BUDGETS: readonly Choice[] = [
  { value: 'none', label: 'Little or nothing' },
  { value: 'small', label: 'Up to £50,000' },
  { value: 'medium', label: '£50,000 to £200,000' },
  { value: 'large', label: 'More than £200,000' },
];

export const DEADLINES: readonly Choice[] = [
  { value: 'days', label: 'Within days' },
  { value: 'weeks', label: 'Within weeks' },
  { value: 'months', label: 'Within months' },
  { value: 'later', label: 'Later, or open' },
];

export const SCRUTINY: readonly Choice[] = [
  { value: 'ordinary', label: 'Ordinary' },
  { value: 'high', label: 'High: sensitive, contested or likely to be challenged' },
];

export interface Wanted {
  purpose?: string | undefined;
  budget?: string | undefined;
  deadline?: string | undefined;
  scrutiny?: string | undefined;
}

export interface Recommendation {
  slug: string;
  reasons: string[];
}

/** The route that fits, with its reasons; undefined until purpose and budget are said. */
export function recommendRoute({ purpose, budget, deadline, scrutiny }: Wanted): Recommendation | undefined {
  if (!purpose || !budget) return undefined;
  if (purpose === 'interest')
    return pick(
      'area-of-research-interest',
      'You want to say what interests you; nothing is called for yet.',
      'It can become any other route later.',
    );
  if (purpose === 'view' || deadline === 'days' || (budget === 'none' && purpose !== 'programme'))
    return pick(
      'expert-advice-request',
      ...when(purpose === 'view', 'You need a view, not a study.'),
      ...when(deadline === 'days', 'Nothing else gives an answer within days.'),
      ...when(budget === 'none', 'An hour of an expert’s time costs little or nothing.'),
    );
  if (purpose === 'programme')
    return pick(
      'funding-call',
      'You want several projects from one budget.',
      'Conflicts of interest are held by bid, so experts may assess others’ bids.',
    );
  if (purpose === 'known' || deadline === 'weeks')
    return pick(
      'rapid-evidence-assessment',
      ...when(purpose === 'known', 'You ask what is already known.'),
      ...when(deadline === 'weeks', 'New research does not answer within weeks.'),
    );
  if (budget === 'large' || scrutiny === 'high')
    return pick(
      'competition',
      ...when(budget === 'large', 'The budget is large.'),
      ...when(
        scrutiny === 'high',
        'Two people open the bids and price waits for quality, which stands up to scrutiny.',
      ),
    );
  return pick(
    'commissioned-study',
    'You need new research, with a budget and a deadline that one study fits.',
  );
}

const pick = (slug: string, ...reasons: string[]): Recommendation => ({ slug, reasons });
const when = (condition: boolean, reason: string): string[] => (condition ? [reason] : []);
