import { data } from '@remix-run/node';
import { z } from 'zod';

/** Parameters the framework itself adds to data requests. */
const FRAMEWORK = new Set(['_routes', 'index']);

/**
 * The query string, read by a strict schema: an unknown parameter or a bad value is a 400. A parameter given
 * more than once, or whose schema is an array, arrives as a list.
 */
export function readSearch<Shape extends z.ZodRawShape>(request: Request, shape: Shape) {
  const parsed = z.strictObject(shape).safeParse(searchValues(new URL(request.url), shape));
  if (parsed.success) return parsed.data;
  throw data('This address has a parameter that Soundings does not know or cannot read.', { status: 400 });
}

/** The parameters of an address as a schema of this shape wants them. */
export function searchValues(url: URL, shape: z.ZodRawShape): Record<string, string | string[]> {
  const raw = new Map<string, string | string[]>();
  for (const name of new Set(url.searchParams.keys())) {
    if (FRAMEWORK.has(name)) continue;
    const values = url.searchParams.getAll(name).filter((value) => value !== '');
    if (values.length === 0) continue;
    const wantsList = Object.hasOwn(shape, name) && acceptsList(shape[name] as z.ZodType);
    raw.set(name, wantsList || values.length > 1 ? values : (values[0] ?? ''));
  }
  return Object.fromEntries(raw);
}

/** A schema that falls back to a value of its own accepts everything, a list too, but gives none. */
const acceptsList = (schema: z.ZodType): boolean => Array.isArray(schema.safeParse([]).data);
