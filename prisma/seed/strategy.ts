import type { Db } from '~/platform/db.server';
import { soundingsNow } from '~/platform/clock.server';
import { newId } from '~/platform/ids.server';
import { newReference } from '~/domain/new-reference.server';
import { spanOf } from '~/domain/strategy/written-date';
import { nameOf } from './taxonomy';
import { readTaxonomyData, type TaxonomyData } from './taxonomy-data';

type Terms = Map<string, { id: string; name: string }>;

/** Frameworks, priority sets and crosswalks of the taxonomy file. Sets that exist stay as they are. */
export async function loadStrategy(db: Db): Promise<void> {
  const data = readTaxonomyData();
  const now = await soundingsNow(db);
  const areas = await termsOf(db, 'threatArea');
  const strands = await termsOf(db, 'strand');
  for (const framework of data.frameworks) await addFramework(db, framework, strands, now);
  for (const set of data.priority_sets) await addPrioritySet(db, set, areas, now);
  for (const crosswalk of data.crosswalks) await addCrosswalk(db, crosswalk, areas, now);
}

async function termsOf(db: Db, scheme: 'threatArea' | 'strand'): Promise<Terms> {
  const terms = await db.term.findMany({ where: { scheme }, select: { id: true, slug: true, name: true } });
  return new Map(terms.map(({ id, slug, name }) => [slug, { id, name }]));
}

function written(from: string, to: string | null) {
  const start = spanOf(from);
  if (!start) throw new Error(`${from} is no date`);
  const end = to === null ? null : (spanOf(to)?.last ?? null);
  return { startsOn: start.first, endsOn: end, startsWritten: from, endsWritten: to };
}

async function addFramework(
  db: Db,
  framework: TaxonomyData['frameworks'][number],
  strands: Terms,
  now: Date,
) {
  if (await db.framework.findUnique({ where: { slug: framework.id }, select: { id: true } })) return;
  const unverified = framework.note === 'last three item names unverified' ? 3 : 0;
  const items = framework.items.map((item, index) => ({
    id: newId(),
    reference: newReference(),
    position: index + 1,
    name: strands.get(item)?.name ?? item,
    standing: index >= framework.items.length - unverified ? ('unverified' as const) : ('current' as const),
    termId: strands.get(item)?.id ?? null,
  }));
  const dates = written(framework.from, framework.to);
  const note = framework.note ?? '';
  await db.framework.create({
    data: {
      id: newId(),
      reference: newReference(),
      slug: framework.id,
      document: framework.document,
      citation: framework.ref,
      ...dates,
      note,
      createdAt: now,
      items: { create: items },
      versions: {
        create: {
          id: newId(),
          number: 1,
          content: {
            document: framework.document,
            citation: framework.ref,
            startsWritten: framework.from,
            endsWritten: framework.to,
            note,
            items: items.map(({ name, standing }) => ({ name, standing })),
          },
          changeNote: 'First entry',
          holdsFrom: dates.startsOn,
          recordedAt: now,
        },
      },
    },
  });
}

const SHORTENED = 'Names are shortened from the document.';

async function addPrioritySet(db: Db, set: TaxonomyData['priority_sets'][number], areas: Terms, now: Date) {
  if (await db.prioritySet.findUnique({ where: { slug: set.id }, select: { id: true } })) return;
  const priorities = (set.items ?? []).map((slug, index) => ({
    id: newId(),
    reference: newReference(),
    slug,
    name: areas.get(slug)?.name ?? nameOf(slug),
    position: index + 1,
    termId: areas.get(slug)?.id ?? null,
  }));
  const dates = written(set.from, set.to);
  const said = {
    document: set.document,
    kind: set.kind,
    datesNote: set.dates_note,
    standing: set.status === 'unknown' ? ('unknown' as const) : ('current' as const),
    note: set.note ?? (set.kind === 'threat' ? '' : SHORTENED),
  };
  await db.prioritySet.create({
    data: {
      id: newId(),
      reference: newReference(),
      slug: set.id,
      ...said,
      ...dates,
      createdAt: now,
      priorities: { create: priorities },
      versions: {
        create: {
          id: newId(),
          number: 1,
          content: {
            ...said,
            startsWritten: set.from,
            endsWritten: set.to,
            priorities: priorities.map(({ slug, name }) => ({ slug, name })),
          },
          changeNote: 'First entry',
          holdsFrom: dates.startsOn,
          recordedAt: now,
        },
      },
    },
  });
}

async function addCrosswalk(db: Db, crosswalk: TaxonomyData['crosswalks'][number], areas: Terms, now: Date) {
  const set = await db.prioritySet.findUnique({
    where: { slug: crosswalk.set },
    select: {
      id: true,
      startsOn: true,
      priorities: { select: { id: true, slug: true } },
      crosswalks: { take: 1 },
    },
  });
  if (!set || set.crosswalks.length > 0) return;
  const entries = set.priorities.flatMap(({ id: priorityId, slug }) =>
    (crosswalk.map[slug] ?? []).flatMap((area) => {
      const term = areas.get(area);
      return term ? [{ priorityId, termId: term.id }] : [];
    }),
  );
  await db.crosswalk.create({
    data: {
      id: newId(),
      prioritySetId: set.id,
      verified: crosswalk.verified,
      note: crosswalk.note,
      holdsFrom: set.startsOn,
      recordedAt: now,
      entries: { create: entries },
    },
  });
}
