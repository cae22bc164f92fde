import { z } from 'zod';

const slug = z
  .string()
  .regex(/^[a-zA-Z0-9-]{1,100}$/)
  .optional();
const year = z.coerce.number().int().min(1800).max(2100).optional();

export const MAP_CONFIDENCES = ['low', 'moderate', 'high', 'notAppraised'] as const;

/** Terms that narrow what is counted, each by the scheme that its name says. */
export const LENSES = [
  'strand',
  'level',
  'questionType',
  'businessModelStage',
  'chainPosition',
  'enabler',
] as const;
export type Lens = (typeof LENSES)[number];

/** What the address of the map carries: its axes, who counts, and what narrows it. */
export const mapViewShape = {
  rows: z.string().max(100).default('threatArea'),
  columns: z.string().max(100).default('strand'),
  view: z.enum(['network', 'released']).default('network'),
  from: year,
  to: year,
  strand: slug,
  level: slug,
  questionType: slug,
  businessModelStage: slug,
  chainPosition: slug,
  enabler: slug,
  confidence: z.enum(MAP_CONFIDENCES).optional(),
  fresh: z.enum(['current', 'pastReview']).optional(),
  relevance: z.coerce.number().int().min(1).max(5).optional(),
  on: z.iso.date().optional(),
};

export type MapView = z.output<z.ZodObject<typeof mapViewShape>>;

/** The choices that narrow: without any, and on today, the kept tallies answer. */
export const narrows = ({ rows: _r, columns: _c, view: _v, ...filters }: MapView): boolean =>
  Object.values(filters).some((value) => value !== undefined);

/** The choices as filters of an address, without those that hold anyway. */
export function viewFilters(view: MapView): Record<string, string | undefined> {
  const { rows, columns, view: counting, ...filters } = view;
  const chosen = Object.entries(filters).map(([name, value]) => [
    name,
    value === undefined ? undefined : String(value),
  ]);
  return {
    rows: rows === 'threatArea' ? undefined : rows,
    columns: columns === 'strand' ? undefined : columns,
    view: counting === 'network' ? undefined : counting,
    ...(Object.fromEntries(chosen) as Record<string, string | undefined>),
  };
}
