import { z } from 'zod';
import { cursorInput } from '../cursor';
import { studyTypes } from './finding';

/** A value given once or several times in an address. */
const several = <Item extends z.ZodType>(item: Item) =>
  z.preprocess(
    (value): unknown => (value === undefined || Array.isArray(value) ? (value ?? []) : [value]),
    z.array(item).max(50),
  );

const slug = z.string().regex(/^[a-z0-9-]{1,100}$/);
const year = z.coerce.number().int().min(1800).max(2100).optional();

/** What the address of a file of the list may carry: all that fits, so no place in the list. */
export const findingExportFilters = {
  q: z.string().trim().max(200).optional(),
  threat: several(slug),
  strand: several(slug),
  enabler: several(slug),
  level: several(slug),
  priority: several(z.string().max(20)),
  type: several(z.enum(studyTypes)),
  confidence: several(z.enum(['low', 'moderate', 'high', 'notAppraised'])),
  origin: z.enum(['questions', 'shared']).optional(),
  from: year,
  to: year,
};

/** What the address of the list of findings may carry. */
export const findingFilters = { ...findingExportFilters, after: cursorInput.optional() };
export type FindingFilters = z.output<z.ZodObject<typeof findingFilters>>;
