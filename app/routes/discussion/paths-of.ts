import { paths } from '~/paths';

/** The discussion in which a comment stands. */
export const discussionPath = (noun: 'question' | 'finding', reference: string): string =>
  noun === 'question' ? paths.questionDiscussion(reference) : paths.findingDiscussion(reference);
