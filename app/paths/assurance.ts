import { enc, ref } from './address';

export const assurancePaths = {
  assurance: (question: string) => `/questions/${ref(question)}/assurance`,
  packFile: (question: string) => `/questions/${ref(question)}/assurance/pack.zip`,
  requestLog: (after?: string) => `/foi${after ? `?after=${enc(after)}` : ''}`,
  closedRequests: (after?: string) => `/foi?closed=yes${after ? `&after=${enc(after)}` : ''}`,
  logRequest: () => '/foi/new',
  informationRequest: (reference: string) => `/foi/${ref(reference)}`,
  askRequester: (reference: string) => `/foi/${ref(reference)}/ask`,
  recordClarified: (reference: string) => `/foi/${ref(reference)}/clarified`,
  extendRequest: (reference: string) => `/foi/${ref(reference)}/extend`,
  consultBidder: (reference: string) => `/foi/${ref(reference)}/consult`,
  closeRequest: (reference: string) => `/foi/${ref(reference)}/close`,
  consultation: (reference: string) => `/consultations/${ref(reference)}`,
  redactions: (request: string, question: string) => `/foi/${ref(request)}/redactions/${ref(question)}`,
  redactSet: (request: string, question: string, set: string, page = 1) =>
    `/foi/${ref(request)}/redactions/${ref(question)}/${enc(set)}${page > 1 ? `?page=${page}` : ''}`,
  release: (reference: string) => `/releases/${ref(reference)}`,
  releaseFile: (reference: string) => `/releases/${ref(reference)}/pack.zip`,
};
