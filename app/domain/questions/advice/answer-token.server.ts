import { seenToken } from '../drafting/seen-token.server';

interface Written {
  body: string;
  limits: string;
}

/** Names the stored text of an answer, so that a page can say which one it showed. */
export const answerToken = (answer: Written | null): string =>
  seenToken({ body: answer?.body ?? '', limits: answer?.limits ?? '' });
