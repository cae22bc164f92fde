import { z } from 'zod';

/** As many bytes as the readers take. */
const MOST_BYTES = 10_000_000;

/** A file as it was sent, or none. In keys and logs it is told by name and size, never by content. */
export const bibliographyInput = z
  .instanceof(File)
  .refine((file) => file.size <= MOST_BYTES, 'Choose a file of at most 10 MB')
  .transform((file) =>
    file.size === 0
      ? undefined
      : Object.assign(file, { toJSON: () => ({ name: file.name, size: file.size }) }),
  )
  .optional();
