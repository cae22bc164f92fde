import { ref } from './address';

export const discussionPaths = {
  questionDiscussion: (reference: string) => `/questions/${ref(reference)}/discussion`,
  findingDiscussion: (reference: string) => `/findings/${ref(reference)}/discussion`,
  comment: (reference: string) => `/comments/${ref(reference)}`,
  editComment: (reference: string) => `/comments/${ref(reference)}/edit`,
  hideComment: (reference: string) => `/comments/${ref(reference)}/hide`,
};
