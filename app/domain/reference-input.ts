import { z } from 'zod';
import { parseReference } from './reference';

/** A reference as it comes from an address or a form; refused unless its check character fits. */
export const referenceInput = z.string().transform((text, context) => {
  const reference = parseReference(text);
  if (reference) return reference;
  context.addIssue({ code: 'custom', message: 'Enter a reference of eight characters, like H7K4-QXM2' });
  return z.NEVER;
});
