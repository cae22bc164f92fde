import { paths } from '~/paths';

/** The page that an annex stands beside. */
export const besideOf = (noun: 'finding' | 'question', reference: string): string =>
  noun === 'finding' ? paths.finding(reference) : paths.question(reference);
