import { ref } from './address';

export const assurancePaths = {
  assurance: (question: string) => `/questions/${ref(question)}/assurance`,
  packFile: (question: string) => `/questions/${ref(question)}/assurance/pack.zip`,
};
