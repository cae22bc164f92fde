import type { z } from 'zod';
import { searchValues } from '../search-params.server';
import { fieldProblems } from './field-problems';
import { Problem } from './problem';

/** The query string by a strict schema: unknown parameters are refused, as those of the pages are. */
export function parsedSearch<Shape extends z.ZodRawShape>(
  url: URL,
  schema: z.ZodObject<Shape>,
): z.output<z.ZodObject<Shape>> {
  const parsed = schema.safeParse(searchValues(url, schema.shape));
  if (parsed.success) return parsed.data;
  const errors = fieldProblems(parsed.error.issues, '?');
  throw new Problem('unknownAddress', 'A parameter is unknown or its value cannot be read.', { errors });
}
