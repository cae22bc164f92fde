import { z } from 'zod';
import { parseDoi } from '../../doi';
import { workKinds } from '../citations/work-kinds';

/** What an import takes of one work. */
export const recordToImport = z.strictObject({
  title: z.string().trim().min(1).max(500),
  authors: z.array(z.string().trim().min(1).max(200)),
  year: z.number().int().min(1800).max(2100).nullable(),
  kind: z.enum(workKinds),
  venue: z.string().max(300),
  volume: z.string().max(50).nullable(),
  issue: z.string().max(50).nullable(),
  pages: z.string().max(50).nullable(),
  publisher: z.string().max(300).nullable(),
  doi: z
    .string()
    .nullable()
    .transform((doi) => (doi ? parseDoi(doi) : null)),
  webAddress: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .nullable()
    .default(null),
  licence: z.string().max(200).default(''),
  threatAreas: z.array(z.string()),
  /** Whether somebody checked the reference against its source. */
  verified: z.boolean(),
});

export type ImportableRecord = z.output<typeof recordToImport>;
export type RecordToImport = z.input<typeof recordToImport>;
