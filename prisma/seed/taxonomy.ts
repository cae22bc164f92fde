import type { Db } from '~/platform/db.server';
import { soundingsNow } from '~/platform/clock.server';
import { newId } from '~/platform/ids.server';
import type { TermScheme } from '~/platform/generated/prisma/client';
import { newReference } from '~/domain/new-reference.server';
import { nameFromSlug } from '~/domain/taxonomy/wording';
import { ukDay } from '~/domain/uk-time';
import { DISCIPLINES, INTERVENTIONS, METHODS, NAMES, type StartingTerm } from './data/starting-terms';
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
  const all = entriesOf(data);
  const roots = all.filter(({ parent }) => parent === undefined);
  await addTerms(db, roots);
  await addTerms(
    db,
    all.filter(({ parent }) => parent !== undefined),
  );
  await addLists(db, data);
}

export const nameOf = (slug: string): string => NAMES[slug] ?? nameFromSlug(slug);

type Words = Pick<Entry, 'slug' | 'name'> & Partial<Entry>;

const entries = (scheme: TermScheme, source: string, terms: Words[]): Entry[] =>
  terms.map((term) => ({ scheme, source, definition: '', aliases: [], ...term }));

const named = (slugs: string[]): Words[] => slugs.map((slug) => ({ slug, name: nameOf(slug) }));

const starting = (terms: StartingTerm[]): Words[] =>
  terms.map(([slug, name, definition, aliases = []]) => ({ slug, name, definition, aliases }));

const STARTING_LIST = 'Starting list of Soundings';

function entriesOf(data: TaxonomyData): Entry[] {
  const taxonomy = `Soundings taxonomy ${data.taxonomy_version}`;
  const ten =
    data.threat_area_list_views.find(({ members }) => members === 'all ten')?.source ?? 'no known list';
  const areas = data.threat_areas.map(({ id, ...said }) => ({ slug: id, ...said }));
  const strands = data.strands.map(({ id, definition, from }) => ({
    slug: id,
    name: nameOf(id),
    definition,
    source: from,
  }));
  const levels = data.geographic_levels.map(({ id, examples }) => ({
    slug: id,
    name: nameOf(id),
    definition: `For example: ${examples}.`,
  }));
  const positions = data.chain_positions.map(({ id, definition }) => ({
    ...{ slug: id, name: nameOf(id), definition },
  }));
  return [
    ...entries('threatArea', `${taxonomy}; one of ten in ${ten}`, areas),
    ...data.enablers.flatMap((enabler) => enablerEntries(enabler, taxonomy)),
    ...entries('strand', taxonomy, strands),
    ...entries('level', taxonomy, levels),
    ...entries('questionType', taxonomy, named(data.question_types)),
    ...entries('businessModelStage', taxonomy, named(data.business_model_stages)),
    ...entries('chainPosition', taxonomy, positions),
    ...entries('interventionType', taxonomy, named(data.intervention_types)),
    ...entries('interventionType', STARTING_LIST, starting(INTERVENTIONS)),
    ...entries('method', STARTING_LIST, starting(METHODS)),
    ...entries('discipline', STARTING_LIST, starting(DISCIPLINES)),
  ];
}

function enablerEntries(enabler: TaxonomyData['enablers'][number], taxonomy: string): Entry[] {
  const source = enabler.seed
    ? `${taxonomy}; in starting list ${enabler.seed.split(',').join(' and ')}`
    : `${taxonomy}; in neither starting list`;
  const own = {
    slug: enabler.id,
    name: enabler.name,
    source: enabler.note ? `${source} (${enabler.note})` : source,
  };
  const children = named(enabler.children ?? []).map((child) => ({ ...child, parent: enabler.id }));
  return entries('enabler', taxonomy, [own, ...children]);
}

async function addTerms(db: Db, wanted: Entry[]): Promise<void> {
  const known = await db.term.findMany({ select: { id: true, scheme: true, slug: true } });
  const idOf = new Map(known.map(({ id, scheme, slug }) => [`${scheme}/${slug}`, id]));
  const missing = wanted.filter(({ scheme, slug }) => !idOf.has(`${scheme}/${slug}`));
  const now = await soundingsNow(db);
  const rows = missing.map(({ parent, ...entry }) => ({
    id: newId(),
    reference: newReference(),
    ...entry,
    position:
      wanted.filter(({ scheme }) => scheme === entry.scheme).findIndex(({ slug }) => slug === entry.slug) + 1,
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
