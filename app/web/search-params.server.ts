import { data } from '@remix-run/node';
import { z } from 'zod';

/** Parameters the framework itself adds to data requests. */
const FRAMEWORK = new Set(['_routes', 'index']);

/**
 * The query string, read by a strict schema: an unknown parameter or a bad value is a 400. A parameter given
 * more than once, or whose schema is an array, arrives as a list.
 */
export function readSearch<Shape extends z.ZodRawShape>(request: Request, shape: Shape) {
  const params = new URL(request.url).searchParams;
  const raw = new Map<string, string | string[]>();
  for (const name of new Set(params.keys())) {
    if (FRAMEWORK.has(name)) continue;
    const values = params.getAll(name).filter((value) => value !== '');
    if (values.length === 0) continue;
    const wantsList = Object.hasOwn(shape, name) && acceptsList(shape[name] as z.ZodType);
    raw.set(name, wantsList || values.length > 1 ? values : (values[0] ?? ''));
  }
  const parsed = z.strictObject(shape).safeParse(Object.fromEntries(raw));
  if (parsed.success) return parsed.data;
  throw data('This address has a parameter that Soundings does not know or cannot read.', { status: 400 });
}

const acceptsList = (schema: z.ZodType): boolean => schema.safeParse([]).success;
