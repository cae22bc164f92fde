import { z } from 'zod';
import { parseOrcid } from '../../people/orcid';
import { cleanRecord } from '../citations/exchange/clean-record';
import { loose, looseList, plainText } from '../citations/registries/registry-text';
import type { WorkKind } from '../citations/work-kinds';
import { MOST_WORKS, type OfferedWork } from './offered-work';

/** Work types of the ORCID record (API v3.0) for which we have a word. */
const KINDS = new Map<string, WorkKind>(
  Object.entries({
    ...{ 'journal-article': 'article', 'magazine-article': 'article', 'newspaper-article': 'article' },
    ...{ 'book-review': 'article', book: 'book', 'edited-book': 'book', 'book-chapter': 'chapter' },
    ...{ report: 'report', 'working-paper': 'report', 'research-tool': 'report' },
    ...{
      'conference-paper': 'conference',
      'conference-poster': 'conference',
      'conference-abstract': 'conference',
    },
    ...{
      dissertation: 'thesis',
      'dissertation-thesis': 'thesis',
      preprint: 'preprint',
      'data-set': 'dataset',
    },
  } as const),
);

const value = z
  .object({ value: loose })
  .nullish()
  .transform((one) => one?.value)
  .catch(undefined);
const putCode = z.coerce.number().int().positive();

const summary = z.object({ 'put-code': putCode });
const works = z.object({ group: looseList(z.object({ 'work-summary': looseList(summary) })) });

/** The codes by which each work of `GET /{orcid}/works` is asked for; of one work told by several, the preferred. */
export function putCodes(body: unknown): number[] {
  const read = works.safeParse(body);
  if (!read.success) return [];
  return read.data.group
    .flatMap((group) => group['work-summary'][0]?.['put-code'] ?? [])
    .slice(0, MOST_WORKS);
}

const identifier = z.object({
  'external-id-type': loose,
  'external-id-value': loose,
  'external-id-relationship': loose,
});
const contributor = z.object({
  'contributor-orcid': z.object({ path: loose }).nullish().catch(undefined),
  'credit-name': value,
  'contributor-attributes': z.object({ 'contributor-role': loose }).nullish().catch(undefined),
});
const work = z.object({
  'put-code': putCode,
  title: z.object({ title: value, subtitle: value }).nullish().catch(undefined),
  'journal-title': value,
  'short-description': loose,
  type: loose,
  'publication-date': z.object({ year: value }).nullish().catch(undefined),
  'external-ids': z
    .object({ 'external-id': looseList(identifier) })
    .nullish()
    .catch(undefined),
  url: value,
  contributors: z
    .object({ contributor: looseList(contributor) })
    .nullish()
    .catch(undefined),
});
const bulk = z.object({ bulk: looseList(z.object({ work })) });

function offeredOf(one: z.output<typeof work>, owner: string): OfferedWork | null {
  const titles = [one.title?.title, one.title?.subtitle].map((text) => plainText(text)).filter(Boolean);
  const contributors = one.contributors?.contributor ?? [];
  const doi = one['external-ids']?.['external-id'].find(
    (id) => id['external-id-type'] === 'doi' && (id['external-id-relationship'] ?? 'self') === 'self',
  );
  const own = contributors.find((each) => parseOrcid(each['contributor-orcid']?.path ?? '') === owner);
  const record = cleanRecord({
    kind: KINDS.get(one.type ?? '') ?? 'other',
    title: titles.join(': '),
    authors: contributors.map((each) => plainText(each['credit-name'], 200)),
    year: one['publication-date']?.year,
    venue: plainText(one['journal-title']),
    doi: doi?.['external-id-value'],
    webAddress: one.url,
    abstract: one['short-description'],
  });
  if (record.title === '') return null;
  const { title, year, kind, venue, webAddress, abstract } = record;
  return {
    ...{ sourceId: String(one['put-code']), title, year, kind, venue, webAddress, doi: record.doi },
    description: abstract,
    role: own?.['contributor-attributes']?.['contributor-role']?.toLowerCase().slice(0, 60) || 'author',
    authors: record.authors.map(({ name }) => name),
  };
}

/** The works of `GET /{orcid}/works/{codes}`; those without a title are left out. */
export function worksOfBulk(body: unknown, owner: string): OfferedWork[] {
  const read = bulk.safeParse(body);
  return read.success ? read.data.bulk.flatMap((each) => offeredOf(each.work, owner) ?? []) : [];
}
