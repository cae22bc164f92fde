import type { Db } from '~/platform/db.server';
import { soundingsNow } from '~/platform/clock.server';
import { newId } from '~/platform/ids.server';
import type { TermScheme } from '~/platform/generated/prisma/client';
import { newReference } from '~/domain/new-reference.server';
import { nameFromSlug } from '~/domain/taxonomy/wording';
import { ukDay } from '~/domain/uk-time';
import { DISCIPLINES, METHODS, NAMES, type StartingTerm } from './data/starting-terms';
import { readTaxonomyData, type TaxonomyData } from './taxonomy-data';

interface Entry {
  scheme: TermScheme;
  slug: string;
  name: string;
  definition: string;
  aliases: string[];
  source: string;
  parent?: string;
}

/** Terms and term lists. What a coordinator changed since stays as it is. */
export async function loadTaxonomy(db: Db): Promise<void> {
  const data = readTaxonomyData();
  const entries = entriesOf(data);
  await addTerms(
    db,
    entries.filter((entry) => entry.parent === undefined),
  );
  await addTerms(
    db,
    entries.filter((entry) => entry.parent !== undefined),
  );
  await addLists(db, data);
}

export const nameOf = (slug: string): string => NAMES[slug] ?? nameFromSlug(slug);

function entriesOf(data: TaxonomyData): Entry[] {
  const taxonomy = `Soundings taxonomy ${data.taxonomy_version}`;
  const plain = (scheme: TermScheme, slugs: string[]): Entry[] =>
    slugs.map((slug) => ({
      scheme,
      slug,
      name: nameOf(slug),
      definition: '',
      aliases: [],
      source: taxonomy,
    }));
  const starting = (scheme: TermScheme, terms: StartingTerm[]): Entry[] =>
    terms.map(([slug, name, definition, aliases = []]) => ({
      scheme,
      slug,
      name,
      definition,
      aliases,
      source: 'Starting list of Soundings',
    }));
  return [
    ...data.threat_areas.map(({ id, ...said }): Entry => ({
      scheme: 'threatArea',
      slug: id,
      ...said,
      source: `${taxonomy}; one of ten in ${data.threat_area_list_views.find(({ members }) => members === 'all ten')?.source ?? 'no known list'}`,
    })),
    ...data.enablers.flatMap((enabler) => enablerEntries(enabler, taxonomy)),
    ...data.strands.map(({ id, definition, from }): Entry => ({
      scheme: 'strand',
      slug: id,
      name: nameOf(id),
      definition,
      aliases: [],
      source: from,
    })),
    ...data.geographic_levels.map(({ id, examples }): Entry => ({
      scheme: 'level',
      slug: id,
      name: nameOf(id),
      definition: `For example: ${examples}.`,
      aliases: [],
      source: taxonomy,
    })),
    ...plain('questionType', data.question_types),
    ...plain('businessModelStage', data.business_model_stages),
    ...plain('interventionType', data.intervention_types),
    ...starting('method', METHODS),
    ...starting('discipline', DISCIPLINES),
  ];
}

function enablerEntries(enabler: TaxonomyData['enablers'][number], taxonomy: string): Entry[] {
  const source = enabler.seed
    ? `${taxonomy}; in starting list ${enabler.seed.split(',').join(' and ')}`
    : `${taxonomy}; in neither starting list`;
  const own: Entry = {
    scheme: 'enabler',
    slug: enabler.id,
    name: enabler.name,
    definition: '',
    aliases: [],
    source: enabler.note ? `${source} (${enabler.note})` : source,
  };
  const children = (enabler.children ?? []).map((slug): Entry => ({
    scheme: 'enabler',
    slug,
    name: nameOf(slug),
    definition: '',
    aliases: [],
    source: taxonomy,
    parent: enabler.id,
  }));
  return [own, ...children];
}

async function addTerms(db: Db, entries: Entry[]): Promise<void> {
  const known = await db.term.findMany({ select: { id: true, scheme: true, slug: true } });
  const idOf = new Map(known.map(({ id, scheme, slug }) => [`${scheme}/${slug}`, id]));
  const missing = entries.filter(({ scheme, slug }) => !idOf.has(`${scheme}/${slug}`));
  const now = await soundingsNow(db);
  const rows = missing.map(({ parent, ...entry }) => ({
    id: newId(),
    reference: newReference(),
    ...entry,
    position:
      entries.filter(({ scheme }) => scheme === entry.scheme).findIndex(({ slug }) => slug === entry.slug) +
      1,
    parentId: parent === undefined ? null : (idOf.get(`${entry.scheme}/${parent}`) ?? null),
    createdAt: now,
  }));
  await db.term.createMany({ data: rows });
  await db.termVersion.createMany({
    data: rows.map(({ id, name, definition, aliases, source }) => ({
      id: newId(),
      termId: id,
      number: 1,
      name,
      definition,
      aliases,
      source,
      standing: 'current' as const,
      changeNote: 'First wording',
      holdsFrom: ukDay(now),
      recordedAt: now,
    })),
  });
}

async function addLists(db: Db, data: TaxonomyData): Promise<void> {
  const areas = await db.term.findMany({
    where: { scheme: 'threatArea', retiredAt: null },
    select: { id: true, slug: true },
  });
  const ten = new Set(data.threat_areas.map(({ id }) => id));
  for (const view of data.threat_area_list_views) {
    if (await db.termList.findUnique({ where: { slug: view.id }, select: { id: true } })) continue;
    const members = view.members === null ? [] : areas.filter(({ slug }) => ten.has(slug));
    await db.termList.create({
      data: {
        id: newId(),
        slug: view.id,
        name:
          view.members === null ? 'Nine crime types of the 2019 audit' : 'Ten threat areas of 2019 and 2020',
        source: view.source,
        standing: view.members === null ? 'unknown' : 'current',
        note: view.note ?? '',
        members: { create: members.map(({ id }) => ({ termId: id })) },
      },
    });
  }
}
