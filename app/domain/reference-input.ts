import { z } from 'zod';
import { parseReference } from './reference';

const NO_REFERENCE = 'Enter a reference of eight characters, like H7K4-QXMF';

/** A reference as it comes from an address or a form; refused unless its check character fits. */
export const referenceInput = z.string({ error: NO_REFERENCE }).transform((text, context) => {
  const reference = parseReference(text);
  if (reference) return reference;
  context.addIssue({ code: 'custom', message: NO_REFERENCE });
  return z.NEVER;
});

/** The same where nothing chosen is an answer: then it is the empty text. */
export const optionalReferenceInput = z
  .unknown()
  .optional()
  .transform((value, context): string => {
    if (value === undefined || value === null || value === '') return '';
    const reference = typeof value === 'string' ? parseReference(value) : null;
    if (reference) return reference;
    context.addIssue({ code: 'custom', message: 'Choose one of the list' });
    return z.NEVER;
  });
