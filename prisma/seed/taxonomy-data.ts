import { readFileSync } from 'node:fs';
import { z } from 'zod';

const named = z.object({ id: z.string(), name: z.string() });
const unknownNote = { status: z.string().optional(), note: z.string().optional() };

const schema = z.object({
  taxonomy_version: z.string(),
  threat_areas: z.array(named.extend({ definition: z.string(), aliases: z.array(z.string()) })),
  threat_area_list_views: z.array(
    z.object({ id: z.string(), source: z.string(), members: z.string().nullable(), ...unknownNote }),
  ),
  enablers: z.array(
    named.extend({
      seed: z.string().nullable(),
      children: z.array(z.string()).optional(),
      note: z.string().optional(),
    }),
  ),
  strands: z.array(z.object({ id: z.string(), definition: z.string(), from: z.string() })),
  frameworks: z.array(
    z.object({
      id: z.string(),
      document: z.string(),
      ref: z.string(),
      from: z.string(),
      to: z.string().nullable(),
      items: z.array(z.string()),
      note: z.string().optional(),
    }),
  ),
  priority_sets: z.array(
    z.object({
      id: z.string(),
      document: z.string(),
      kind: z.enum(['threat', 'outcome', 'system', 'policing']),
      items: z.array(z.string()).nullable(),
      from: z.string(),
      to: z.string().nullable(),
      dates_note: z.string(),
      ...unknownNote,
    }),
  ),
  crosswalks: z.array(
    z.object({
      set: z.string(),
      verified: z.boolean(),
      map: z.record(z.string(), z.array(z.string())),
      note: z.string(),
    }),
  ),
  geographic_levels: z.array(z.object({ id: z.string(), examples: z.string() })),
  question_types: z.array(z.string()),
  business_model_stages: z.array(z.string()),
  chain_positions: z.array(z.object({ id: z.string(), definition: z.string() })),
  intervention_types: z.array(z.string()),
});

export type TaxonomyData = z.infer<typeof schema>;

export function readTaxonomyData(): TaxonomyData {
  const text = readFileSync(new URL('./data/taxonomy.json', import.meta.url), 'utf8');
  return schema.parse(JSON.parse(text));
}
