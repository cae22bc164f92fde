import { readStored } from '../../questions/tasks/task';
import { termsFields } from '../../questions/tasks/terms';

/** As findings name their licences. */
const LICENCES: Record<string, string> = {
  ogl: 'Open Government Licence 3.0',
  ccBy: 'CC BY 4.0',
  ccByNc: 'CC BY-NC 4.0',
};

/** The licence that the terms of a question set for what is published; empty where they name none. */
export const agreedLicence = (contractTerms: unknown): string =>
  LICENCES[readStored(termsFields, contractTerms).openLicence ?? ''] ?? '';
