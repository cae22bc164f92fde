import { z } from 'zod';
import { parseOrcid } from '../../../people/orcid';
import { nameFromParts } from '../author-name';
import type { BibliographicReference } from '../bibliographic-reference';
import { cleanRecord } from '../exchange/clean-record';
import { referenceOf } from '../reference-of';
import type { WorkKind } from '../work-kinds';
import { loose, looseList, plainText } from './registry-text';

/** Work types of Crossref (REST API, `/types`) for which we have a word. */
const KINDS = new Map<string, WorkKind>(
  Object.entries({
    ...{ 'journal-article': 'article', 'journal-issue': 'article', 'peer-review': 'article' },
    ...{ book: 'book', monograph: 'book', 'edited-book': 'book', 'reference-book': 'book' },
    ...{
      'book-chapter': 'chapter',
      'book-section': 'chapter',
      'book-part': 'chapter',
      'reference-entry': 'chapter',
    },
    ...{ report: 'report', 'report-component': 'report', standard: 'report' },
    ...{ 'proceedings-article': 'conference', proceedings: 'conference' },
    ...{ dissertation: 'thesis', 'posted-content': 'preprint', dataset: 'dataset', database: 'dataset' },
  } as const),
);

const author = z.object({ family: loose, given: loose, name: loose, suffix: loose, ORCID: loose });
const date = z
  .object({ 'date-parts': z.array(z.array(z.number().nullable())) })
  .optional()
  .catch(undefined);

const answer = z.object({
  message: z.object({
    DOI: loose,
    type: loose,
    title: looseList(z.string()),
    subtitle: looseList(z.string()),
    author: looseList(author),
    editor: looseList(author),
    'container-title': looseList(z.string()),
    volume: loose,
    issue: loose,
    page: loose,
    'article-number': loose,
    publisher: loose,
    issued: date,
    'published-print': date,
    'published-online': date,
  }),
});

function nameOf({ family, given, name, suffix }: z.output<typeof author>): string {
  if (name) return plainText(name, 200);
  const last = plainText([family, suffix].filter(Boolean).join(' '), 150);
  return nameFromParts({ family: last, given: plainText(given, 150) });
}

/** A work as `GET /works/{doi}` of the Crossref REST API tells of it; null when it has no title. */
export function fromCrossref(body: unknown): BibliographicReference | null {
  const read = answer.safeParse(body);
  if (!read.success) return null;
  const work = read.data.message;
  const [title, subtitle] = [plainText(work.title[0]), plainText(work.subtitle[0])];
  if (title === '') return null;
  const authors = work.author.length > 0 ? work.author : work.editor;
  const dates = [work.issued, work['published-print'], work['published-online']];
  const year = dates.flatMap((one) => one?.['date-parts'][0]?.[0] ?? [])[0];
  const isNamedTwice = subtitle === '' || title.toLowerCase().includes(subtitle.toLowerCase());
  const reference = cleanRecord({
    kind: KINDS.get(work.type ?? '') ?? 'other',
    title: isNamedTwice ? title : `${title}: ${subtitle}`,
    year,
    venue: plainText(work['container-title'][0]),
    volume: work.volume,
    issue: work.issue,
    pages: work.page ?? work['article-number'],
    publisher: plainText(work.publisher),
    doi: work.DOI,
  });
  const named = authors
    .map((one) => ({ name: nameOf(one), orcid: parseOrcid(one.ORCID ?? '') }))
    .filter(({ name }) => name !== '');
  return { ...referenceOf(reference), authors: named };
}
