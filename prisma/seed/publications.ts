import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Actor } from '~/domain/actor';
import { run } from '~/domain/command.server';
import { importBibliography } from '~/domain/knowledge/commands/import-bibliography.server';
import { linkFindings } from '~/domain/knowledge/commands/link-findings.server';
import { DIRECTIONS } from '~/domain/knowledge/interventions/direction';
import { recordDirection } from '~/domain/knowledge/commands/record-direction.server';
import { LINK_KINDS } from '~/domain/knowledge/links/finding-link';
import { database } from '~/platform/db.server';
import { takeApart } from './publication-venue';

const publications = z.array(
  z.strictObject({
    title: z.string(),
    authors: z.array(z.string()),
    year: z.number().int().nullable(),
    venue: z.string(),
    doi: z.string().nullable(),
    threat_areas: z.array(z.string()),
    verified: z.boolean(),
  }),
);

/** Marks work that is about organised crime as a whole, or about method: it belongs to no one threat area. */
const CROSS_CUTTING = 'cross-cutting';

/**
 * Publishes the real publications as bibliographic records, by a coordinator. Their authors are names, never
 * accounts. Run again it adds only what is missing.
 */
export async function loadPublications(coordinator: Actor): Promise<{ imported: number }> {
  const text = await readFile(new URL('data/publications.json', import.meta.url), 'utf8');
  const records = publications.parse(JSON.parse(text)).map((one) => ({
    title: one.title,
    authors: one.authors,
    year: one.year,
    ...takeApart(one.venue),
    doi: one.doi,
    threatAreas: one.threat_areas.filter((slug) => slug !== CROSS_CUTTING),
    verified: one.verified,
  }));
  const reason = 'Published literature: the reference is public already';
  const outcome = await run(importBibliography, coordinator, { records, reason });
  if (outcome.kind !== 'done')
    throw new Error(`the publications were not taken in: ${JSON.stringify(outcome)}`);
  await linkPublications(coordinator);
  await recordDirections(coordinator);
  return outcome.value;
}

const links = z.array(
  z.strictObject({ from: z.string(), kind: z.enum(LINK_KINDS), to: z.string(), note: z.string() }),
);

/** Published works that bear on each other, by their titles. */
async function linkPublications(coordinator: Actor): Promise<void> {
  const text = await readFile(new URL('data/publication-links.json', import.meta.url), 'utf8');
  for (const { from, kind, to, note } of links.parse(JSON.parse(text))) {
    const [reference, other] = await Promise.all([from, to].map(referenceOf));
    const outcome = await run(linkFindings, coordinator, { reference, kind, to: other, note });
    const isThere = outcome.kind === 'refused' && outcome.refusal.name === 'LinkIsThere';
    if (outcome.kind !== 'done' && !isThere)
      throw new Error(`two publications were not linked: ${JSON.stringify(outcome)}`);
  }
}

async function referenceOf(title: string): Promise<string> {
  const finding = await database().finding.findFirstOrThrow({
    where: { publishedAt: { not: null }, versions: { some: { title } } },
    select: { reference: true },
  });
  return finding.reference;
}

const directions = z.array(
  z.strictObject({
    title: z.string(),
    intervention: z.string(),
    direction: z.enum(DIRECTIONS),
    note: z.string(),
  }),
);

/** What published works say of interventions, as a coordinator reads them; what was read since stays as it is. */
async function recordDirections(coordinator: Actor): Promise<void> {
  const text = await readFile(new URL('data/publication-directions.json', import.meta.url), 'utf8');
  const terms = await database().term.findMany({ where: { scheme: 'interventionType' } });
  for (const { title, intervention, direction, note } of directions.parse(JSON.parse(text))) {
    const reference = await referenceOf(title);
    const term = terms.find(({ slug }) => slug === intervention);
    const known = { finding: { reference }, termId: term?.id ?? null };
    if ((await database().findingDirection.count({ where: known })) > 0) continue;
    const outcome = await run(recordDirection, coordinator, { reference, about: term?.reference, direction, note });
    if (outcome.kind !== 'done') throw new Error(`what a publication says was not recorded: ${JSON.stringify(outcome)}`);
  }
}
